import { afterEach, describe, expect, it } from 'vitest';
import { imported, ORDERS, stopShops, templatesOf } from './platform-testing.ts';
import { csv } from './testing.ts';

afterEach(stopShops);

describe('ERP 聚水潭', () => {
  const HEADER = '内部订单号,线上订单号,原始线上订单号,店铺名称,平台站点,下单时间,付款日期,状态,商品编码,商品名称,颜色及规格,数量,商品单价,商品金额,成本价,已付金额,是否赠品';
  const platform = csv(
    '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
    '1001,anna,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,浙江省 杭州市',
  );
  const items = csv('订单编号,子订单编号,标题,价格,购买数量,商家编码,买家应付货款', '1001,1001-1,杯子,100,1,CUP,80', '1001,1001-2,茶,60,2,TEA,40');
  const erp = csv(
    HEADER,
    // The platform's own order, split into two parcels: the row that was split is gone, its parts name it as their original.
    '="900",="1001",="1001",鹿鸣,淘宝天猫,2025-06-01 10:00:00,2025-06-01 10:01:00,被拆分,CUP,杯子,白,1,80,80,30,130,否',
    '="901",="1001-1",="1001",鹿鸣,淘宝天猫,2025-06-01 10:00:00,2025-06-01 10:01:00,已发货,CUP,杯子,白,1,80,80,30,90,否',
    '="902",="1001-2",="1001",鹿鸣,淘宝天猫,2025-06-01 10:00:00,2025-06-01 10:01:00,已发货,TEA,茶,绿,2,20,40,8,40,否',
    // Only the ERP knows this one, in two parts.
    '="910",="J77",="J77",鹿鸣京东,京东,2025-06-02 10:00:00,2025-06-02 10:01:00,已发货,CUP,杯子,白,1,90,90,30,110,否',
    '="910",="J77",="J77",鹿鸣京东,京东,2025-06-02 10:00:00,2025-06-02 10:01:00,已发货,TEA,茶,绿,1,20,20,8,110,否',
    '="911",="J77-2",="J77",鹿鸣京东,京东,2025-06-02 10:00:00,2025-06-02 10:01:00,已发货,TEA,茶,绿,2,20,40,8,40,否',
    // Two orders merged into one: both are gone, the one they became names both.
    '="920",="P1",,鹿鸣拼多多,拼多多,2025-06-03 10:00:00,2025-06-03 10:01:00,被合并,TEA,茶,绿,1,20,20,8,20,否',
    '="921",="P2",,鹿鸣拼多多,拼多多,2025-06-03 11:00:00,2025-06-03 11:01:00,被合并,TEA,茶,绿,1,20,20,8,20,否',
    '="922","P1,P2",,鹿鸣拼多多,拼多多,2025-06-03 10:00:00,2025-06-03 10:01:00,已发货,TEA,茶,绿,2,20,40,8,40,否',
    '="930",="X9",,门店,线下,2025-06-04 10:00:00,,取消,TEA,茶,绿,1,20,20,8,0,否',
  );

  it('completes the platform’s orders, makes only those nobody else has, and counts no split or merged order twice', async () => {
    const { client, query } = await imported({ 'orders.csv': platform, 'items.csv': items, 'erp.csv': erp });
    expect((await templatesOf(client)).sort()).toEqual(['jushuitan-orders', 'taobao-items', 'taobao-orders']);
    expect(await query(ORDERS)).toEqual([
      ['jd:*:J77', '2025-06-02', '2025-06-02', 'shipped', 1, 150_0000, 150_0000, null],
      ['offline_pos:门店:X9', '2025-06-04', null, 'cancelled', 0, 20_0000, 0, null],
      ['pdd:*:P1', '2025-06-03', '2025-06-03', 'shipped', 1, 40_0000, 40_0000, null],
      ['tmall:*:1001', '2025-06-01', '2025-06-01', 'completed', 1, 120_0000, 130_0000, '浙江省'],
    ]);
    expect(await query('SELECT order_key, sku, qty, line_sales, unit_cost FROM order_lines ORDER BY line_key')).toEqual([
      ['jd:*:J77', 'CUP', 1, 90_0000, 30_0000],
      ['jd:*:J77', 'TEA', 1, 20_0000, 8_0000],
      ['jd:*:J77', 'TEA', 2, 40_0000, 8_0000],
      ['offline_pos:门店:X9', 'TEA', 1, 20_0000, 8_0000],
      ['pdd:*:P1', 'TEA', 2, 40_0000, 8_0000],
      ['tmall:*:1001', 'CUP', 1, 80_0000, 30_0000],
      ['tmall:*:1001', 'TEA', 2, 40_0000, 8_0000],
    ]);
    expect((await client.call('model.get', {})).heldBack.map(({ entity, rows, reason }) => [entity, rows, reason.zh])).toEqual([['orders', 3, 'ERP 已将其合并或拆分，以合并、拆分后的订单计']]);
  });

  it('goods sent once more are no further sale, a total the user added no second cost, and an empty state no cancellation', async () => {
    const { client, query } = await imported({
      'erp.csv': csv(
        '内部订单号,线上订单号,原始线上订单号,店铺名称,平台站点,下单时间,付款日期,状态,订单类型,商品编码,商品名称,数量,商品单价,商品金额,成本价,已付金额,总成本',
        '="910",="J77",="J77",鹿鸣京东,京东,2025-06-02 10:00:00,2025-06-02 10:01:00,已发货,普通订单,CUP,杯子,2,90,180,30,180,60',
        '="911",="J77",="J77",鹿鸣京东,京东,2025-06-02 10:00:00,2025-06-02 10:01:00,已发货,补发订单,CUP,杯子,1,90,90,30,90,30',
        '="912",="J78",="J78",鹿鸣京东,京东,2025-06-03 10:00:00,2025-06-03 10:01:00,,普通订单,TEA,茶,1,20,20,8,20,8',
      ),
    });
    expect(await query('SELECT platform_order_id, order_status, sales_amount FROM orders ORDER BY 1')).toEqual([
      ['J77', 'shipped', 180_0000],
      ['J78', 'paid', 20_0000],
    ]);
    expect(await query('SELECT sku, qty, unit_cost FROM order_lines ORDER BY sku')).toEqual([
      ['CUP', 2, 30_0000],
      ['TEA', 1, 8_0000],
    ]);
    expect((await client.call('model.get', {})).heldBack.map(({ rows, reason }) => [rows, reason.en])).toEqual([[1, 'goods sent once more are no further sale']]);
  });

  it('fills the same shop whichever file came first', async () => {
    const first = await imported({ 'erp.csv': erp, 'items.csv': items, 'orders.csv': platform });
    expect(await first.query('SELECT count(*), sum(sales_amount) FROM orders')).toEqual([[4, 330_0000]]);
    expect(await first.query('SELECT count(*), sum(line_sales), sum(qty * unit_cost) FROM order_lines')).toEqual([[7, 330_0000, 30_0000 + 24_0000 + 8_0000 + 16_0000 + 30_0000 + 16_0000]]);
  });

  it('after-sales: a row for each product of a case', async () => {
    const { client, query } = await imported({
      'orders.csv': platform,
      'items.csv': items,
      'after.csv': csv(
        '售后单号,内部订单号,线上订单号,商品编码,售后登记日期,售后确认日期,货物状态,售后类型,当期退货数量,当期实退数量,当期退货金额',
        '7001,901,1001,CUP,2025-06-05 10:00:00,2025-06-06 10:00:00,买家已退货,退货退款,1,1,80',
        '7001,901,1001,TEA,2025-06-05 10:00:00,2025-06-06 10:00:00,买家已退货,退货退款,1,1,20',
      ),
    });
    expect(await templatesOf(client)).toContain('jushuitan-returns');
    expect((await client.call('model.settings', {})).currency).toBe('CNY');
    expect(await query('SELECT return_id, order_key, sku, kind, status, completed_date, qty, refund_amount FROM returns ORDER BY sku')).toEqual([
      ['7001', 'tmall:*:1001', 'CUP', 'return_refund', 'success', '2025-06-06', 1, 80_0000],
      ['7001', 'tmall:*:1001', 'TEA', 'return_refund', 'success', '2025-06-06', 1, 20_0000],
    ]);
  });
});

describe('after-sales of an ERP beside those of the platform', () => {
  const refunds = csv(
    '退款编号,订单编号,买家退款金额,退款状态,退款的申请时间,退款完结时间,是否需要退货',
    'R1,1001,100,退款成功,2025-06-05 10:00:00,2025-06-06 11:00:00,是',
    'R2,1002,60,退款成功,2025-06-07 10:00:00,2025-06-07 11:00:00,否',
  );
  const after = csv(
    '售后单号,内部订单号,线上订单号,商品编码,售后登记日期,售后确认日期,货物状态,售后类型,当期退货数量,当期实退数量,当期退货金额,问题类型',
    // One case of the platform in two rows of the ERP.
    '7001,901,1001,CUP,2025-06-05 10:00:00,2025-06-06 10:00:00,买家已退货,退货退款,1,1,80,破损',
    '7001,901,1001,TEA,2025-06-05 10:00:00,2025-06-06 10:00:00,买家已退货,退货退款,1,1,20,破损',
    '7002,902,1002,TEA,2025-06-07 10:00:00,2025-06-07 10:00:00,买家未收到货,仅退款,1,0,60,拍错',
    // Goods sent once more are no refund, and the platform knows nothing of 1003.
    '7003,902,1002,TEA,2025-06-08 10:00:00,2025-06-08 10:00:00,买家已收到货,补寄,0,0,0,漏发',
    '7004,903,1003,TEA,2025-06-09 10:00:00,2025-06-09 10:00:00,买家已收到货,退货退款,1,1,30,不想要',
  );
  const orders = csv(
    '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
    '1001,anna,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,浙江省 杭州市',
    '1002,ben,60,0,60,交易成功,2025-06-02 10:00:00,2025-06-02 10:01:00,浙江省 杭州市',
    '1003,cara,30,0,30,交易成功,2025-06-03 10:00:00,2025-06-03 10:01:00,浙江省 杭州市',
  );
  const RETURNS = 'SELECT return_id, order_key, sku, kind, completed_date, qty, refund_amount, reason FROM returns ORDER BY return_id';

  it.each([
    ['the platform first', { 'orders.csv': orders, 'refunds.csv': refunds, 'after.csv': after }],
    ['the ERP first', { 'after.csv': after, 'orders.csv': orders, 'refunds.csv': refunds }],
  ])('count a refund once, complete it and tell what is not counted: %s', async (_, files) => {
    const { client, query } = await imported(files);
    expect((await templatesOf(client)).sort()).toEqual(['jushuitan-returns', 'taobao-orders', 'taobao-refunds']);
    expect(await query(RETURNS)).toEqual([
      ['7003', 'tmall:*:1002', 'TEA', 'reship', '2025-06-08', 0, 0, '漏发'],
      ['7004', 'tmall:*:1003', 'TEA', 'return_refund', '2025-06-09', 1, 30_0000, '不想要'],
      ['R1', 'tmall:*:1001', null, 'return_refund', '2025-06-06', null, 100_0000, null],
      ['R2', 'tmall:*:1002', 'TEA', 'refund_only', '2025-06-07', 0, 60_0000, '拍错'],
    ]);
    const { heldBack } = await client.call('model.get', {});
    expect(heldBack.filter(({ entity }) => entity === 'returns').map(({ rows, reason }) => [rows, reason.en])).toEqual([[2, 'the platform’s own after-sales sheet tells the refunds of their orders']]);
  });
});

describe('ERP 旺店通', () => {
  it('finds the platform’s order among the numbers of a merged one', async () => {
    const { client, query } = await imported({
      'orders.csv': csv(
        '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
        '1001,anna,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,浙江省 杭州市',
      ),
      'wdt.csv': csv(
        '订单编号,店铺名称,原始单号,订单状态,交易时间,付款时间,客户网名,省市县,商家编码,货品名称,货品数量,成交价,货品成交总价,货品成本',
        'JY1,鹿鸣,"1001,1002",已发货,2025-06-01 10:00:00,2025-06-01 10:01:00,anna,浙江省 杭州市 西湖区,CUP,杯子,1,120,120,30',
        'JY2,鹿鸣,3003,已取消,2025-06-02 10:00:00,,ben,广东省 深圳市 南山区,TEA,茶,1,20,20,8',
      ),
    });
    expect((await templatesOf(client)).sort()).toEqual(['taobao-orders', 'wangdiantong-orders']);
    expect(await query(ORDERS)).toEqual([
      ['other:鹿鸣:3003', '2025-06-02', null, 'cancelled', 0, 20_0000, 20_0000, '广东省'],
      ['tmall:*:1001', '2025-06-01', '2025-06-01', 'completed', 1, 120_0000, 130_0000, '浙江省'],
    ]);
    expect(await query('SELECT order_key, sku, qty, line_sales, unit_cost FROM order_lines ORDER BY line_key')).toEqual([
      ['other:鹿鸣:3003', 'TEA', 1, 20_0000, 8_0000],
      ['tmall:*:1001', 'CUP', 1, 120_0000, 30_0000],
    ]);
  });
});

describe('brushing orders 刷单', () => {
  it('are marked by a list, whatever platform they are of, and count nowhere', async () => {
    const { client, query } = await imported({
      'shua.csv': csv('日期,订单号,本金,佣金', '2025-06-02,1002,60,8', '2025-06-02,777,10,2'),
      'orders.csv': csv(
        '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
        '1001,anna,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,浙江省 杭州市',
        '1002,ben,60,0,60,交易成功,2025-06-02 10:00:00,2025-06-02 10:01:00,浙江省 杭州市',
      ),
    });
    expect((await templatesOf(client)).sort()).toEqual(['brushing-orders', 'taobao-orders']);
    expect(await query('SELECT platform_order_id, is_fake FROM orders ORDER BY 1')).toEqual([
      ['1001', 0],
      ['1002', 1],
    ]);
    expect((await client.call('metrics.query', { ids: ['sales', 'orders'], from: '2025-06-01', to: '2025-06-30' })).total).toMatchObject({ sales: { value: 120_0000 }, orders: { value: 1 } });
    expect((await client.call('model.get', {})).heldBack.map(({ dataset, rows }) => [dataset, rows])).toEqual([['shua', 1]]);
  });

  it('Shopify’s orders without lines: totals and where they went', async () => {
    const { client, query } = await imported({
      'orders_export.csv': csv(
        'Name,Subtotal,Shipping,Taxes,Total,Created at,Billing City,Billing Zip,Billing Province,Billing Country',
        "#1030,88.88,11.75,9.15,100.63,2014-11-25 14:45:53 +1100,Darwin,'0812,NT,AU",
        "#1409,17.95,8,1.63,17.95,2016-01-20 13:20:26 +1100,Sydney,'2000,NSW,AU",
      ),
    });
    expect(await templatesOf(client)).toEqual(['shopify-order-totals']);
    expect(await query('SELECT platform_order_id, goods_amount, shipping_fee, tax_amount, paid_amount, ship_city, ship_country FROM orders ORDER BY 1')).toEqual([
      ['#1030', 88_8800, 11_7500, 9_1500, 100_6300, 'Darwin', 'AU'],
      ['#1409', 17_9500, 8_0000, 1_6300, 17_9500, 'Sydney', 'AU'],
    ]);
  });

  it('Shopify’s test orders are known by their tag', async () => {
    const { query } = await imported({
      'shopify.csv': csv(
        'Name,Email,Financial Status,Paid at,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Tags',
        '#1,a@example.com,paid,2025-06-01 12:00:00 +0800,10,0,0,10,2025-06-01 11:00:00 +0800,1,Cup,10,CUP,"vip, test"',
        '#2,a@example.com,paid,2025-06-01 12:00:00 +0800,10,0,0,10,2025-06-01 11:00:00 +0800,1,Cup,10,CUP,latest',
      ),
    });
    expect(await query('SELECT platform_order_id, is_test FROM orders ORDER BY 1')).toEqual([
      ['#1', 1],
      ['#2', 0],
    ]);
  });
});
