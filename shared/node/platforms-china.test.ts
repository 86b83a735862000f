import { afterEach, describe, expect, it } from 'vitest';
import { imported, LINES, ORDERS, stopShops, templatesOf } from './platform-testing.ts';
import { csv } from './testing.ts';

afterEach(stopShops);

describe('JD 京东', () => {
  it('orders: amounts repeat on every line, and an order that was split lives on in its parts', async () => {
    const { client, query } = await imported({
      'jd.csv': csv(
        '订单号,商品ID,商品名称,订购数量,京东价,订单金额,应付金额,运费金额,下单时间,订单状态,付款确认时间,下单帐号,客户地址,商家备注,货号',
        '270000000001,1001,杯子,2,40.00,110.00,116.00,6.00,2025-06-01 10:00:00,完成,2025-06-01 10:01:00,jd_a,浙江杭州市西湖区1号,,CUP',
        '270000000001,1002,茶,1,30.00,110.00,116.00,6.00,2025-06-01 10:00:00,完成,2025-06-01 10:01:00,jd_a,浙江杭州市西湖区1号,,TEA',
        '270000000002,1001,杯子,1,40.00,70.00,70.00,0.00,2025-06-02 10:00:00,(删除)等待出库,2025-06-02 10:01:00,jd_b,浙江杭州市西湖区2号,,CUP',
        '270000000003,1001,杯子,1,40.00,40.00,40.00,0.00,2025-06-02 10:00:00,等待出库,2025-06-02 10:01:00,jd_b,浙江杭州市西湖区2号,由订单270000000002拆分,CUP',
        '270000000004,1002,茶,1,30.00,30.00,30.00,0.00,2025-06-02 10:00:00,(锁定)等待出库,2025-06-02 10:01:00,jd_b,浙江杭州市西湖区2号,由订单270000000002拆分，电话 13900000001,TEA',
        '270000000005,1002,茶,1,30.00,30.00,30.00,0.00,2025-06-03 10:00:00,(删除)等待付款,,jd_c,浙江杭州市西湖区3号,,TEA',
      ),
    });
    expect(await templatesOf(client)).toEqual(['jd-orders']);
    expect(await query(ORDERS)).toEqual([
      ['jd:*:270000000001', '2025-06-01', '2025-06-01', 'completed', 1, 110_0000, 116_0000, '浙江省'],
      ['jd:*:270000000003', '2025-06-02', '2025-06-02', 'paid', 1, 40_0000, 40_0000, '浙江省'],
      ['jd:*:270000000004', '2025-06-02', '2025-06-02', 'paid', 1, 30_0000, 30_0000, '浙江省'],
      ['jd:*:270000000005', '2025-06-03', null, 'cancelled', 0, 30_0000, 30_0000, '浙江省'],
    ]);
    expect(await query('SELECT platform_order_id, parent_order_id FROM orders WHERE parent_order_id IS NOT NULL ORDER BY 1')).toEqual([
      ['270000000003', '270000000002'],
      ['270000000004', '270000000002'],
    ]);
    const { heldBack } = await client.call('model.get', {});
    expect(heldBack.filter(({ entity }) => entity === 'orders').map(({ rows, reason }) => [rows, reason.en])).toEqual([[1, 'the platform split them into other orders; those orders are counted']]);
  });
});

describe('Youzan 有赞', () => {
  it('people are known by the phone of the buyer, whoever receives the goods', async () => {
    const { query } = await imported({
      'youzan.csv': csv(
        '订单号,订单状态,订单创建时间,买家付款时间,运费,订单实付金额,全部商品名称,收货人/提货人,收货人手机号/提货人手机号,买家手机号',
        'E1,交易完成,2025-06-01 10:00:00,2025-06-01 10:01:00,0.00,98.00,杯子(1件),王芳,13900000009,13900000001',
        'E2,交易完成,2025-06-02 10:00:00,2025-06-02 10:01:00,0.00,50.00,茶(1件),李明,13900000008,13900000001',
        'E3,交易完成,2025-06-03 10:00:00,2025-06-03 10:01:00,0.00,50.00,茶(1件),王芳,13900000009,13900000002',
      ),
    });
    expect(await query('SELECT count(DISTINCT customer_id) FROM orders')).toEqual([[2]]);
    expect(await query("SELECT count(DISTINCT customer_id) FROM orders WHERE platform_order_id IN ('E1', 'E2')")).toEqual([[1]]);
  });

  it('orders: goods without freight, refunds as the sheet states them', async () => {
    const { client, query } = await imported({
      'youzan.csv': csv(
        '订单号,订单状态,订单来源,订单创建时间,买家付款时间,交易成功时间,付款方式,商品金额合计,运费,店铺优惠合计,订单实付金额,全部商品名称,收货人省份,收货人城市,收货人/提货人,收货人手机号/提货人手机号,买家昵称,买家手机号,分销员,订单已退款金额',
        'E20250601001,交易完成,商家小程序,2025-06-01 00:20:00,2025-06-01 00:21:00,2025-06-08 10:00:00,微信支付,110.00,8.00,10.00,108.00,"杯子(1件),茶(2件)",浙江省,杭州市,王芳,13900000001,昵称甲,13900000001,导购甲,0.00',
        'E20250602001,待发货,商家小程序,2025-06-02 10:00:00,2025-06-02 10:01:00,,微信支付,50.00,0.00,0.00,50.00,茶(1件),广东省,深圳市,刘洋,13900000002,昵称乙,13900000002,,20.00',
        'E20250603001,待付款,商家小程序,2025-06-03 10:00:00,,,,50.00,0.00,0.00,50.00,茶(1件),广东省,深圳市,刘洋,13900000002,昵称乙,13900000002,,0.00',
        'E20250604001,已关闭,商家小程序,2025-06-04 10:00:00,,,,50.00,0.00,0.00,50.00,茶(1件),广东省,深圳市,刘洋,13900000002,昵称乙,13900000002,,0.00',
      ),
    });
    expect(await templatesOf(client)).toEqual(['youzan-orders']);
    expect(await query(ORDERS)).toEqual([
      ['youzan:main:E20250601001', '2025-06-01', '2025-06-01', 'completed', 1, 100_0000, 108_0000, '浙江省'],
      ['youzan:main:E20250602001', '2025-06-02', '2025-06-02', 'paid', 1, 50_0000, 50_0000, '广东省'],
      ['youzan:main:E20250603001', '2025-06-03', null, 'pending_payment', 0, 50_0000, 50_0000, '广东省'],
      ['youzan:main:E20250604001', '2025-06-04', null, 'cancelled', 0, 50_0000, 50_0000, '广东省'],
    ]);
    expect(await query('SELECT order_key, completed_date, kind, refund_amount FROM returns')).toEqual([['youzan:main:E20250602001', '2025-06-02', null, 20_0000]]);
    expect(await query('SELECT count(DISTINCT customer_id) FROM orders')).toEqual([[2]]);
  });
});

describe('Youzan’s sheet of goods', () => {
  it('gives the orders their lines and says which product was refunded', async () => {
    const { client, query } = await imported({
      'youzan.csv': csv(
        '订单号,订单状态,订单创建时间,买家付款时间,运费,订单实付金额,全部商品名称,收货人省份,订单已退款金额',
        'E1,交易完成,2025-06-01 10:00:00,2025-06-01 10:01:00,8.00,98.00,"杯子(1件),茶(2件)",浙江省,30.00',
      ),
      'goods.csv': csv('订单号,商品名称,商品规格,商品编码,商品单价,商品数量,商品退款状态,商品已退款金额', 'E1,杯子,白,CUP,60.00,1,无,0.00', 'E1,茶,绿,TEA,20.00,2,退款成功,30.00'),
    });
    expect((await templatesOf(client)).sort()).toEqual(['youzan-items', 'youzan-orders']);
    // 90 for goods over prices of 60 and 40.
    expect(await query(LINES)).toEqual([
      ['youzan:main:E1#CUP#1', 'CUP', 1, 54_0000],
      ['youzan:main:E1#TEA#1', 'TEA', 2, 36_0000],
    ]);
    expect(await query('SELECT order_key, sku, status, completed_date, refund_amount FROM returns')).toEqual([['youzan:main:E1', 'TEA', 'success', '2025-06-01', 30_0000]]);
  });
});

describe('WeChat shop 微信小店', () => {
  it('orders: amounts of the order once, of its goods by row, refunds by product', async () => {
    const { client, query } = await imported({
      'weixin.csv': csv(
        '订单号,订单下单时间,订单状态,收件人姓名,省,市,收件人手机,商品总价,订单实际支付金额,订单实际收款金额,订单运费,支付方式,支付时间,带货账号昵称,商品名称,商品编码(平台),SKU编码(自定义),商品属性,商品价格(单件),商品实际价格(单件),商品实际价格(总共),商品数量,商品售后,商品已退款金额',
        '3720001,2025-06-01 09:00:00,已完成,王*,浙江省,杭州市,139****0001,130,126,126,6,微信支付,2025-06-01 09:01:00,小鹿,杯子,P1,CUP,白,50,45,90,2,无,0',
        '3720001,2025-06-01 09:00:00,已完成,王*,浙江省,杭州市,139****0001,130,126,126,6,微信支付,2025-06-01 09:01:00,小鹿,茶,P2,TEA,绿,30,30,30,1,退款完成,30',
        '3720002,2025-06-02 09:00:00,待付款,李*,广东省,深圳市,138****0002,30,30,30,0,,,,茶,P2,TEA,绿,30,30,30,1,无,0',
      ),
    });
    expect(await templatesOf(client)).toEqual(['wechat-shop-orders']);
    expect(await query(ORDERS)).toEqual([
      ['wechat_shop:main:3720001', '2025-06-01', '2025-06-01', 'completed', 1, 120_0000, 126_0000, '浙江省'],
      ['wechat_shop:main:3720002', '2025-06-02', null, 'pending_payment', 0, 30_0000, 30_0000, '广东省'],
    ]);
    expect(await query(LINES)).toEqual([
      ['wechat_shop:main:3720001#CUP#1', 'CUP', 2, 90_0000],
      ['wechat_shop:main:3720001#TEA#1', 'TEA', 1, 30_0000],
      ['wechat_shop:main:3720002#TEA#1', 'TEA', 1, 30_0000],
    ]);
    expect(await query('SELECT order_key, sku, status, kind, completed_date, refund_amount FROM returns')).toEqual([['wechat_shop:main:3720001', 'TEA', 'success', null, '2025-06-01', 30_0000]]);
  });
});

describe('Pinduoduo 拼多多', () => {
  it('orders: a refunded order was refunded whole', async () => {
    const { client, query } = await imported({
      'pdd.csv': csv(
        '商品,订单号,订单状态,商品总价(元),店铺优惠折扣(元),平台优惠折扣(元),邮费(元),用户实付金额(元),商家实收金额(元),商品数量(件),省,市,支付时间,拼单成功时间,商家编码-规格维度,售后状态',
        '茶,\t250601-1,已收货,100.00,10.00,5.00,6.00,91.00,96.00,2,浙江省,杭州市,2025-06-01 10:01:00,2025-06-01 10:00:00,TEA,无售后或售后取消',
        '茶,\t250602-1,"未发货，退款成功",50.00,0.00,0.00,0.00,50.00,50.00,1,北京市,北京市,2025-06-02 10:01:00,2025-06-02 10:00:00,TEA,退款成功',
      ),
    });
    expect(await templatesOf(client)).toEqual(['pdd-orders']);
    expect(await query(ORDERS)).toEqual([
      ['pdd:*:250601-1', '2025-06-01', '2025-06-01', 'delivered', 1, 90_0000, 91_0000, '浙江省'],
      ['pdd:*:250602-1', '2025-06-02', '2025-06-02', 'closed', 1, 50_0000, 50_0000, '北京市'],
    ]);
    expect(await query('SELECT order_key, status, completed_date, refund_amount FROM returns')).toEqual([['pdd:*:250602-1', 'success', '2025-06-02', 50_0000]]);
  });
});

describe('Pinduoduo without times', () => {
  it('orders have the day their number begins with, and it is said', async () => {
    const { client, query } = await imported({
      'pdd.csv': csv(
        '订单号,订单状态,商品,商品id,商品数量(件),商品总价(元),店铺优惠折扣(元),平台优惠折扣(元),用户实付金额(元),商家实收金额(元),发货时间',
        '\t260517-100000000000001,已收货,茶,700155,2,100.00,10.00,5.00,85.00,90.00,2026-05-18 10:00:00',
        '\t260517-100000000000002,已取消,茶,700155,1,50.00,0.00,0.00,50.00,50.00,',
        '\t269917-100000000000003,已收货,茶,700155,1,50.00,0.00,0.00,50.00,50.00,2026-05-18 10:00:00',
      ),
    });
    expect(await templatesOf(client)).toEqual(['pdd-orders-plain']);
    expect(await query(ORDERS)).toEqual([
      ['pdd:*:260517-100000000000001', '2026-05-17', '2026-05-17', 'delivered', 1, 90_0000, 85_0000, null],
      ['pdd:*:260517-100000000000002', '2026-05-17', null, 'cancelled', 0, 50_0000, 50_0000, null],
      // The 17th day of a 99th month is none.
      ['pdd:*:269917-100000000000003', null, null, 'delivered', 0, 50_0000, 50_0000, null],
    ]);
    expect((await client.call('model.get', {})).notes.map(({ en }) => en)).toContain('2 orders have no time: their day is the one their number begins with');
  });
});

describe('Douyin 抖店', () => {
  it('orders and after-sales', async () => {
    const { client, query } = await imported({
      'douyin.csv': csv(
        '主订单编号,子订单编号,选购商品,商品数量,商品单价,订单应付金额,订单提交时间,支付完成时间,订单状态,商家编码,省,市,达人昵称',
        '\t69001,\t69001,杯子,1,60.00,60.00,2025-06-01 10:00:00,2025-06-01 10:01:00,已完成,CUP,浙江省,杭州市,小鹿',
        '\t69001,\t69002,茶,1,"1,040.00","1,040.00",2025-06-01 10:00:00,2025-06-01 10:01:00,已完成,TEA,浙江省,杭州市,小鹿',
      ),
      'aftersales.csv': csv(
        '售后单号,订单号,商品单号,商家编码,售后类型,售后状态,售后申请时间,商家退款时间,售后完结时间,退商品金额（元）,售后原因',
        '\t80001,\t69001,\t69002,TEA,退货退款,退款成功,2025-06-03 10:00:00,2025-06-05 23:30:00,2025-06-06 00:10:00,"1,040.00",不想要了',
        '\t80002,\t69001,\t69001,CUP,已发货仅退款,售后关闭,2025-06-03 10:00:00,-,2025-06-04 00:10:00,60.00,质量问题',
      ),
    });
    expect((await templatesOf(client)).sort()).toEqual(['douyin-orders', 'douyin-returns']);
    expect(await query(ORDERS)).toEqual([['douyin:*:69001', '2025-06-01', '2025-06-01', 'completed', 1, 1100_0000, 1100_0000, '浙江省']]);
    expect(await query('SELECT return_id, order_key, sku, kind, status, completed_date, refund_amount FROM returns ORDER BY return_id')).toEqual([
      ['80001', 'douyin:*:69001', 'TEA', 'return_refund', 'success', '2025-06-05', 1040_0000],
      ['80002', 'douyin:*:69001', 'CUP', 'refund_only', 'cancelled', '2025-06-04', 60_0000],
    ]);
  });
});
