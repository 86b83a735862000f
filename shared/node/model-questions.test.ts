import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

let open: TestShop | null = null;
afterEach(() => {
  open?.stop();
  open = null;
});

async function shop(files: Readonly<Record<string, string>>) {
  open = await testShop(files);
  const { client, query } = open;
  return { query, call: client.call, folder: open.folder };
}

const TAOBAO = csv(
  '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
  '1001,anna,120,10,130,交易成功,2025-06-02 01:20:00,2025-06-02 01:30:00,浙江省 杭州市',
  '1002,ben,60,0,60,交易成功,2025-06-02 12:00:00,2025-06-02 12:01:00,浙江省 杭州市',
);

describe('what a sheet leaves open', () => {
  const PLAIN = csv('Order ID,Order Date,SKU,Quantity,Unit Price,Customer ID', 'A1,2025-06-01 23:30:00,CUP,1,10.00,c1', 'A2,2025-06-02 08:00:00,TEA,2,5.00,c2');

  it('is asked once another shop gives it a meaning; until then a time keeps its day', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'plain.csv': PLAIN });
    const { questions } = await call('model.get', {});
    expect(questions.map(({ field, suggested, options }) => [field, suggested, options.map(({ value }) => value)])).toEqual([
      ['time_zone', 'Asia/Shanghai', ['Asia/Shanghai', 'UTC']],
      ['currency', 'CNY', ['CNY', 'USD', 'EUR', 'GBP']],
    ]);
    const days = "SELECT platform_order_id, placed_at, placed_date FROM orders WHERE platform = 'other' ORDER BY 1";
    expect(await query(days)).toEqual([
      ['A1', '2025-06-01 23:30:00', '2025-06-01'],
      ['A2', '2025-06-02 08:00:00', '2025-06-02'],
    ]);

    await call('model.answer', { question: 'plain:orders:time_zone', value: 'UTC' });
    expect(await query(days)).toEqual([
      ['A1', '2025-06-01 23:30:00', '2025-06-02'],
      ['A2', '2025-06-02 08:00:00', '2025-06-02'],
    ]);
    await call('history.undo', {});
    await call('model.answer', { question: 'plain:orders:time_zone', value: 'Asia/Shanghai' });
    expect(await query(days)).toEqual([
      ['A1', '2025-06-01 15:30:00', '2025-06-01'],
      ['A2', '2025-06-02 00:00:00', '2025-06-02'],
    ]);

    await call('model.answer', { question: 'plain:orders:currency', value: 'USD' });
    expect(await query("SELECT count(*) FROM orders WHERE platform = 'other'")).toEqual([[0]]);
    await call('model.configure', { rates: [{ date: '2025-01-01', currency: 'USD', rate: 7 }] });
    expect(await query("SELECT platform_order_id, sales_amount FROM orders WHERE platform = 'other' ORDER BY 1")).toEqual([
      ['A1', 70_0000],
      ['A2', 70_0000],
    ]);
    expect((await call('model.get', {})).questions).toEqual([]);
  });

  it('is answered as suggested when all is accepted', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'plain.csv': PLAIN });
    expect((await call('model.accept', {})).questions).toEqual([]);
    expect(await query("SELECT platform_order_id, placed_at, placed_date, sales_amount FROM orders WHERE platform = 'other' ORDER BY 1")).toEqual([
      ['A1', '2025-06-01 15:30:00', '2025-06-01', 10_0000],
      ['A2', '2025-06-02 00:00:00', '2025-06-02', 10_0000],
    ]);
    await call('history.undo', {});
    expect((await call('model.get', {})).questions).toHaveLength(2);
  });

  it('is not asked of an ERP’s sheet: its shops have the money of their platforms', async () => {
    const { call, query } = await shop({
      'erp.csv': csv(
        '内部订单号,线上订单号,平台站点,店铺名称,下单时间,付款日期,状态,商品编码,商品名称,数量,商品金额',
        '901,J1,京东,鹿鸣京东,2025-06-01 10:00:00,2025-06-01 10:01:00,已发货,CUP,杯子,1,80',
      ),
    });
    expect((await call('model.get', {})).questions).toEqual([]);
    expect((await call('model.settings', {})).shops.map(({ platform, shop: name, currency }) => [platform, name, currency])).toEqual([['jd', '鹿鸣京东', 'CNY']]);
    expect(await query('SELECT order_key, sales_amount, currency FROM orders')).toEqual([['jd:*:J1', 80_0000, 'CNY']]);
  });

  const WOO = (sign: string, id = 1001) =>
    csv(
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
      `2025-06-01 23:30:00,${id},${sign}10.00,completed,Ann Lee,new,1× Tea,1,,10.00,Direct`,
    );
  const EBAY = (sign: string) =>
    csv(
      'Order Number,Buyer Username,Item Number,Item Title,Custom Label,Quantity,Sold For,Total Price,Sale Date,Paid On Date,Transaction ID',
      `11-1,ann,22,Cup,CUP,1,${sign}10.00,${sign}10.00,Jun-01-25,Jun-01-25,7001`,
    );
  const foreign = "SELECT platform, currency, placed_date FROM orders WHERE platform <> 'tmall'";

  it.each([
    ['$', 'USD'],
    ['AU $', 'AUD'],
    ['C $', 'CAD'],
    ['£', 'GBP'],
  ])('is not asked of eBay: %s says it', async (sign, currency) => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'ebay.csv': EBAY(sign) });
    expect((await call('model.get', {})).questions).toEqual([]);
    await call('model.configure', { rates: [{ date: '2025-01-01', currency, rate: 7 }] });
    expect(await query(foreign)).toEqual([['ebay', currency, '2025-06-01']]);
    expect(await query("SELECT sales_amount FROM orders WHERE platform = 'ebay'")).toEqual([[70_0000]]);
  });

  it('is said by the taka of a shop in Bangladesh, whose cells are read', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'woo.csv': WOO('৳') });
    expect((await call('model.get', {})).questions).toEqual([]);
    expect((await call('import.refused', {})).cells).toEqual([]);
    await call('model.configure', { rates: [{ date: '2025-01-01', currency: 'BDT', rate: 0.05 }] });
    expect(await query(foreign)).toEqual([['woocommerce', 'BDT', '2025-06-01']]);
  });

  it('is said by a sign of one currency; WooCommerce’s times are the shop’s own', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'woo.csv': WOO('€') });
    expect((await call('model.get', {})).questions).toEqual([]);
    await call('model.configure', { rates: [{ date: '2025-01-01', currency: 'EUR', rate: 8 }] });
    expect(await query(foreign)).toEqual([['woocommerce', 'EUR', '2025-06-01']]);
  });

  it('is asked once for a shop where a sign is that of several, its likely currencies first; its next sheet is not asked about', async () => {
    const { call, query, folder } = await shop({ 'taobao.csv': TAOBAO, 'woo.csv': WOO('$') });
    const [question, ...others] = (await call('model.get', {})).questions;
    expect(others).toEqual([]);
    expect([question?.id, question?.suggested, question?.options.map(({ value }) => value)]).toEqual(['woocommerce:main:orders:currency', 'USD', ['USD', 'CAD', 'AUD', 'NZD']]);
    await call('model.answer', { question: question?.id ?? '', value: 'CAD' });
    await call('model.configure', { rates: [{ date: '2025-01-01', currency: 'CAD', rate: 5 }] });
    expect(await query(foreign)).toEqual([['woocommerce', 'CAD', '2025-06-01']]);
    const more = path.join(folder, 'more.csv');
    fs.writeFileSync(more, WOO('$', 1002));
    await call('import.run', { files: [{ source: { kind: 'path', path: more }, into: 'Another table' }] });
    expect((await call('model.get', {})).questions).toEqual([]);
    expect(await query(`SELECT platform_order_id, currency FROM orders WHERE platform <> 'tmall' ORDER BY 1`)).toEqual([
      ['1001', 'CAD'],
      ['1002', 'CAD'],
    ]);
  });

  it('is taken from the workspace’s own currency, unless a sign speaks against it', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'woo.csv': WOO('¥') });
    expect((await call('model.get', {})).questions.map(({ options }) => options.map(({ value }) => value))).toEqual([['CNY', 'JPY']]);
    await call('model.configure', { currency: 'CNY' });
    expect((await call('model.get', {})).questions).toEqual([]);
    expect(await query(foreign)).toEqual([['woocommerce', 'CNY', '2025-06-01']]);
    open?.stop();
    const other = await shop({ 'taobao.csv': TAOBAO, 'woo.csv': WOO('$') });
    await other.call('model.configure', { currency: 'CNY' });
    expect((await other.call('model.get', {})).questions).toHaveLength(1);
  });

  it('is not asked in a workspace that has nothing else', async () => {
    const { call } = await shop({ 'plain.csv': PLAIN });
    expect((await call('model.get', {})).questions).toEqual([]);
  });
});

describe('a word for an order’s state that no platform is known to use', () => {
  const file = (word: string) =>
    csv(
      '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
      `1001,anna,120,10,130,${word},2025-06-02 01:20:00,2025-06-02 01:30:00,浙江省 杭州市`,
      `1002,ben,60,0,60,交易成功,2025-06-02 12:00:00,2025-06-02 12:01:00,浙江省 杭州市`,
    );
  const states = 'SELECT order_status FROM orders ORDER BY platform_order_id';

  it('is asked about, goes by the payment until then, and is remembered for the platform', async () => {
    const { call, query, folder } = await shop({ 'taobao.csv': file('飞走了') });
    const [question, ...others] = (await call('model.get', {})).questions;
    expect(others).toEqual([]);
    expect([question?.id, question?.suggested, question?.options.length]).toEqual(['status:tmall:飞走了', 'payment', 9]);
    expect((await call('model.get', {})).notes.map(({ en }) => en)).toEqual(['Unknown order state “飞走了” in 1 rows: they go by their payment']);
    expect(await query(states)).toEqual([['paid'], ['completed']]);
    await call('model.answer', { question: 'status:tmall:飞走了', value: 'closed' });
    expect(await query(states)).toEqual([['closed'], ['completed']]);
    expect((await call('model.get', {})).notes).toEqual([]);
    fs.writeFileSync(path.join(folder, 'more.csv'), file('飞走了').replaceAll('100', '200'));
    await call('import.run', { files: [{ source: { kind: 'path', path: path.join(folder, 'more.csv') }, into: 'More' }] });
    expect((await call('model.get', {})).questions).toEqual([]);
    expect(await query(states)).toEqual([['closed'], ['completed'], ['closed'], ['completed']]);
  });

  it('is not asked about again when it tells nothing', async () => {
    const { call, query } = await shop({ 'taobao.csv': file('飞走了') });
    expect((await call('model.accept', {})).questions).toEqual([]);
    expect(await query(states)).toEqual([['paid'], ['completed']]);
  });
});

describe('a word for an after-sales state that no platform is known to use', () => {
  const refunds = csv(
    '退款编号,订单编号,买家退款金额,退款状态,退款的申请时间,退款完结时间',
    'R1,1001,50,退款成功,2025-06-05 10:00:00,2025-06-06 11:00:00',
    'R2,1002,60,飞走了,2025-06-07 10:00:00,2025-06-07 11:00:00',
  );
  const cases = 'SELECT return_id, status FROM returns ORDER BY 1';

  it('is asked about, counts as not decided until then, and is remembered', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'refunds.csv': refunds });
    const { questions, notes } = await call('model.get', {});
    expect(questions.map(({ id, suggested, options }) => [id, suggested, options.map(({ value }) => value)])).toEqual([
      ['status:tmall:returns:飞走了', 'open', ['open', 'success', 'rejected', 'cancelled']],
    ]);
    expect(notes.map(({ en }) => en)).toEqual(['Unknown after-sales state “飞走了” in 1 rows: they count as not decided']);
    expect(await query(cases)).toEqual([
      ['R1', 'success'],
      ['R2', 'open'],
    ]);
    await call('model.answer', { question: 'status:tmall:returns:飞走了', value: 'success' });
    expect(await query(cases)).toEqual([
      ['R1', 'success'],
      ['R2', 'success'],
    ]);
    expect((await call('model.get', {})).questions).toEqual([]);
  });
});
