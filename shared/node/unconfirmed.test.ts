import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

let open: TestShop[] = [];
afterEach(() => {
  for (const shop of open) shop.stop();
  open = [];
});

async function shop(files: Readonly<Record<string, string>>) {
  const made = await testShop(files);
  open.push(made);
  return { ...made, call: made.client.call };
}

const TIKTOK = csv(
  'Order ID,Order Status,SKU ID,Seller SKU,Product Name,Variation,Quantity,SKU Unit Original Price,SKU Subtotal After Discount,Shipping Fee After Discount,Taxes,Order Amount,Order Refund Amount,Created Time,Paid Time,Buyer Username,Province',
  '576460000000000001,Completed,172900000000000001,CUP,Cup,White,2,25.00,40.00,5.00,3.00,63.00,0,2025-06-01 10:00:00,2025-06-01 10:05:00,ann,Texas',
  '576460000000000001,Completed,172900000000000002,TEA,Tea,Green,1,15.00,15.00,5.00,3.00,63.00,0,2025-06-01 10:00:00,2025-06-01 10:05:00,ann,Texas',
  '576460000000000002,Unpaid,172900000000000002,TEA,Tea,Green,1,15.00,15.00,0,0,15.00,0,2025-06-02 10:00:00,,ben,Ohio',
);
const SHOPEE = csv(
  'Order ID,Order Status,Order Creation Date,Order Paid Time,SKU Reference No.,Product Name,Variation Name,Original Price,Deal Price,Quantity,Product Subtotal,Buyer Paid Shipping Fee,Grand Total,Username (Buyer),Province',
  '250601ABCDEF01,Completed,2025-06-01 10:00,2025-06-01 10:05,CUP,Cup,White,25.00,20.00,2,40.00,5.00,45.00,ann,Selangor',
);
const LAZADA = csv(
  'orderItemId,lazadaId,sellerSku,createTime,orderNumber,itemName,variation,unitPrice,paidPrice,sellerDiscountTotal,shippingFee,status,payMethod',
  '1001,L1,CUP,2025-06-01 10:00:00,90001,Cup,White,25.00,20.00,5.00,2.00,delivered,COD',
  '1002,L1,CUP,2025-06-01 10:00:00,90001,Cup,White,25.00,20.00,5.00,2.00,delivered,COD',
);
const KUAISHOU = csv(
  '订单编号,订单状态,订单创建时间,订单支付时间,商品ID,商品名称,商品规格,SKU编码,商品单价,成交数量,实付款,快递费',
  '2515200000000001,交易成功,2025-06-01 10:00:00,2025-06-01 10:05:00,88,杯子,白,CUP,20.00,2,46.00,6.00',
);
const XIAOHONGSHU = csv(
  '订单号,包裹号,订单状态,售后状态,订单创建时间,支付时间,商品名称,规格ID,SKU规格,商家编码,SKU件数,商品总价(元),商家应收金额(元)（支付金额）',
  'P700000000000000001,Q1,已完成,无售后,2025-06-01 10:00:00,2025-06-01 10:05:00,杯子,66a1,白,CUP,2,50.00,40.00',
  'P700000000000000001,Q1,已完成,无售后,2025-06-01 10:00:00,2025-06-01 10:05:00,茶,66a2,绿,TEA,1,15.00,15.00',
);
const A1688 = csv(
  '订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),运费(元),涨价或折扣(元),实付款(元),订单状态,订单创建时间,订单付款时间,货品标题,单价(元),数量,单位,货号,Offer ID',
  '3900000000000000001,甲公司,jia,鹿鸣,lu,40.00,6.00,0.00,46.00,交易成功,2025-06-01 10:00:00,2025-06-01 10:05:00,杯子,20.00,2,个,CUP,77',
);
const JD = csv('采购单号,商品编号,商品名称,配送中心,原始采购数量,采购价', '800000001,100012345678,杯子,北京,20,12.50');
const GA4 = csv(
  '# ----------------------------------------',
  '# 流量获取',
  '# 开始日期：20250601',
  '# 结束日期：20250614',
  '会话主要渠道组（默认渠道组）,会话数,互动会话数,总收入',
  'Organic Search,1200,700,88.5',
  'Direct,300,100,12',
);

const ORDERS = 'SELECT order_key, placed_date, order_status, is_paid, sales_amount, paid_amount FROM orders ORDER BY order_key';

test.each<[string, string, string, readonly unknown[]]>([
  [
    'tiktok-shop-orders',
    'TikTok Shop orders',
    TIKTOK,
    [
      ['tiktok_shop:main:576460000000000001', '2025-06-01', 'completed', 1, 55_0000, 63_0000],
      ['tiktok_shop:main:576460000000000002', '2025-06-02', 'pending_payment', 0, 15_0000, 15_0000],
    ],
  ],
  ['shopee-orders', 'Shopee orders', SHOPEE, [['other:main:250601ABCDEF01', '2025-06-01', 'completed', 1, 40_0000, 45_0000]]],
  ['lazada-orders', 'Lazada orders', LAZADA, [['other:main:90001', '2025-06-01', 'delivered', 1, 40_0000, 44_0000]]],
  ['kuaishou-orders', 'Kuaishou orders', KUAISHOU, [['kuaishou:main:2515200000000001', '2025-06-01', 'completed', 1, 40_0000, 46_0000]]],
  ['xiaohongshu-orders', 'Xiaohongshu orders', XIAOHONGSHU, [['xiaohongshu:main:P700000000000000001', '2025-06-01', 'completed', 1, 55_0000, 55_0000]]],
  ['alibaba-1688-orders', '1688 orders', A1688, [['other:main:3900000000000000001', '2025-06-01', 'completed', 1, 40_0000, 46_0000]]],
])('%s fills nothing before it is confirmed, and the orders it holds after', async (id, report, file, orders) => {
  const { call, query, folder } = await shop({});
  const source = { kind: 'path', path: path.join(folder, '1.csv') } as const;
  fs.writeFileSync(source.path, file);
  expect((await call('import.inspect', { source })).tables[0]?.template).toMatchObject({ id, report: { en: report }, confidence: 0.7, unconfirmed: true });
  await call('import.run', { files: [{ source }] });
  const model = await call('model.get', {});
  expect(model.questions.map(({ id: question, suggested }) => [question, suggested])).toEqual([[`layout:${id}`, 'yes']]);
  expect(model.questions[0]?.text.en).toContain('Not confirmed by anyone yet: check the columns');
  expect(new Set(model.datasets.flatMap(({ matches }) => matches.map(({ confidence }) => confidence)))).toEqual(new Set([0.7]));
  expect(await query('SELECT count(*) FROM orders')).toEqual([[0]]);
  const after = await call('model.answer', { question: `layout:${id}`, value: 'yes' });
  expect(after.questions).toEqual([]);
  expect(after.datasets[0]?.matches[0]?.confidence).toBe(1);
  expect(await query(ORDERS)).toEqual(orders);
});

test.each([
  ['jd-purchase-orders', JD, [1, 20]],
  ['ga4-channels-zh', GA4, [2, 1500]],
])('%s stays a table that is told as unconfirmed, and counts as known once it is taught', async (id, file, [rows, sum]) => {
  const { call, query, folder } = await shop({ 'a.csv': file });
  const [source] = await call('import.sources', {});
  expect(await call('import.report', { source: source?.id ?? 0 })).toMatchObject({ template: id, unconfirmed: true });
  expect((await call('model.get', {})).questions).toEqual([]);
  expect(await query(`SELECT count(*), sum("${id === 'ga4-channels-zh' ? '会话数' : '原始采购数量'}") FROM a`)).toEqual([[rows, sum]]);
  await call('templates.learn', { dataset: 'a', title: 'Ours', key: [] });
  fs.writeFileSync(path.join(folder, 'b.csv'), file);
  expect((await call('import.inspect', { source: { kind: 'path', path: path.join(folder, 'b.csv') } })).tables[0]?.template).toMatchObject({ report: { en: 'Ours' }, confidence: 1 });
});

test('the row in which TikTok Shop explains its columns is set aside and makes no order', async () => {
  const [header, ...rows] = TIKTOK.trimEnd().split('\n');
  const explained =
    'Platform unique order ID.,Current order status.,Platform SKU ID.,Seller SKU ID.,Product name.,Platform SKU variation,SKU sold quantity in the order.,SKU unit original price.,It equals subtotal.,It equals fee.,Taxes of the order.,It equals buyer paid amount.,Refund amount.,Order created time.,Order paid time.,Buyer name.,Province.';
  const { call, query } = await shop({ 'tiktok.csv': `${[header, explained, ...rows].join('\n')}\n` });
  await call('model.accept', {});
  expect(await query('SELECT count(*), sum(sales_amount) FROM orders')).toEqual([[2, 70_0000]]);
  const { rows: aside } = await call('import.set-aside', {});
  expect(aside.map(({ row, reason }) => [row, reason.en])).toEqual([[2, 'It explains the columns']]);
  expect((await call('import.refused', {})).cells).toEqual([]);
  const [source] = await call('import.sources', {});
  expect((await call('import.report', { source: source?.id ?? 0 })).counts).toMatchObject({ header: 1, data: 3, setAside: 1, total: 5 });
});

describe('a layout that was confirmed', () => {
  it('is known from then on, goes away with undo, and is exported for other workspaces', async () => {
    const home = await shop({ 'tiktok.csv': TIKTOK });
    await home.call('model.accept', {});
    const [template] = await home.call('templates.list', {});
    expect(template).toMatchObject({ id: 'tiktok-shop-orders', title: 'TikTok Shop orders / TikTok Shop 订单', platform: 'tiktok_shop', naturalKey: ['Order ID', 'SKU ID'] });
    const again = { kind: 'path', path: path.join(home.folder, 'july.csv') } as const;
    fs.writeFileSync(again.path, TIKTOK.replace('Variation,', '').replaceAll(',White', '').replaceAll(',Green', ''));
    const { template: match } = (await home.call('import.inspect', { source: again })).tables[0] ?? {};
    expect([match?.id, match?.confidence, match?.unconfirmed, match?.report.zh]).toEqual(['tiktok-shop-orders', 1, undefined, 'TikTok Shop 订单']);
    const document = path.join(home.folder, 'tiktok.json');
    await home.call('templates.export', { id: 'tiktok-shop-orders', target: { kind: 'path', path: document } });
    await home.call('history.undo', {});
    expect((await home.call('model.get', {})).questions).toHaveLength(1);
    expect(await home.query('SELECT count(*) FROM orders')).toEqual([[0]]);

    const other = await shop({});
    await other.call('templates.import', { source: { kind: 'path', path: document } });
    await other.call('import.run', { files: [{ source: { kind: 'path', path: path.join(home.folder, 'tiktok.csv') } }] });
    expect((await other.call('model.get', {})).questions).toEqual([]);
    expect(await other.query('SELECT count(*), sum(sales_amount) FROM orders')).toEqual([[2, 70_0000]]);
  });

  it('is the one the user mapped himself', async () => {
    const { call, query } = await shop({ 'shopee.csv': SHOPEE });
    const mapping = {
      entity: 'orders',
      from: 'shopee',
      fields: { platform: { const: 'other' }, platform_order_id: 'Order ID', placed_at: 'Order Creation Date', paid_at: 'Order Paid Time', paid_amount: 'Product Subtotal' },
    };
    const { questions } = await call('model.set', { mapping: { version: 1, entities: [mapping] } });
    expect(questions).toEqual([]);
    expect(await query('SELECT paid_amount FROM orders')).toEqual([[40_0000]]);
    expect((await call('templates.list', {})).map(({ id, entities }) => [id, entities[0]?.fields.paid_amount])).toEqual([['shopee-orders', 'Product Subtotal']]);
  });

  it('is none where the user said no: the table stays', async () => {
    const { call, query } = await shop({ 'shopee.csv': SHOPEE });
    const { questions, unmapped } = await call('model.answer', { question: 'layout:shopee-orders', value: 'no' });
    expect([questions, unmapped.map(({ reason }) => reason.en)]).toEqual([[], ['You said that it is no Shopee orders: kept as a table until you map it']]);
    expect(await query('SELECT count(*) FROM orders')).toEqual([[0]]);
    expect(await query('SELECT count(*) FROM shopee')).toEqual([[1]]);
    expect(await call('templates.list', {})).toEqual([]);
  });
});
