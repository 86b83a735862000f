import { afterEach, describe, expect, it } from 'vitest';
import type { EngineClient } from '#contract/methods';
import { csv, type TestShop, testShop } from './testing.ts';

// For each platform a small export with the headers it really has, and the canonical rows it becomes. Money is in 1/10,000.

let open: TestShop | null = null;
afterEach(() => {
  open?.stop();
  open = null;
});

async function imported(files: Readonly<Record<string, string>>) {
  open = await testShop(files);
  const { client, query } = open;
  return { client, query };
}

const templatesOf = async (client: EngineClient) => (await client.call('datasets.list', {})).map(({ template }) => template);
const ORDERS = 'SELECT order_key, placed_date, paid_date, order_status, is_paid, sales_amount, paid_amount, ship_province FROM orders ORDER BY order_key';
const LINES = 'SELECT line_key, sku, qty, line_sales FROM order_lines ORDER BY line_key';

describe('WooCommerce', () => {
  it('orders report: paid as its state says, money in the shop’s format', async () => {
    const { client, query } = await imported({
      'wc-orders.csv': csv(
        'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
        '2025-06-01 10:00:00,1001,"$1,210.00",completed,Ann Lee,new,"2× Cup, 1× Tea",3,WELCOME,"1,200.00",Organic: Google',
        '2025-06-02 11:00:00,1002,$60.00,on-hold,Bob Ray,new,1× Tea,1,,50.00,Direct',
        '2025-06-03 12:00:00,1003,$60.00,cancelled,Cay Fox,new,1× Tea,1,,50.00,Direct',
        '2025-06-03 12:30:00,1004,$60.00,refunded,Dan Hill,returning,1× Tea,1,,50.00,Direct',
      ),
    });
    expect(await templatesOf(client)).toEqual(['woocommerce-orders']);
    expect(await query(ORDERS)).toEqual([
      ['woocommerce:main:1001', '2025-06-01', '2025-06-01', 'completed', 1, 1200_0000, 1200_0000, null],
      ['woocommerce:main:1002', '2025-06-02', null, 'pending_payment', 0, 50_0000, 50_0000, null],
      ['woocommerce:main:1003', '2025-06-03', null, 'cancelled', 0, 50_0000, 50_0000, null],
      ['woocommerce:main:1004', '2025-06-03', '2025-06-03', 'closed', 1, 50_0000, 50_0000, null],
    ]);
  });

  it('products as the importer takes them, without ids', async () => {
    const { client, query } = await imported({
      'sample.csv': csv('Type,SKU,Name,Published,In stock?,Stock,Sale price,Regular price,Parent', 'simple,WOOLOGO,Woo Logo,1,1,5,18,20,WOOALBUM', 'simple,HOODIE,Hoodie,1,0,,,45,'),
    });
    expect(await templatesOf(client)).toEqual(['woocommerce-products']);
    expect(await query('SELECT sku, title FROM products ORDER BY 1')).toEqual([
      ['HOODIE', 'Hoodie'],
      ['WOOLOGO', 'Woo Logo'],
    ]);
  });
});

describe('Shopify', () => {
  it('products in the new wording: a variant without a title has its listing’s, a further picture is no product', async () => {
    const { client, query } = await imported({
      'products.csv': csv(
        'Title,URL handle,Description,Vendor,Type,Published on online store,Status,SKU,Option1 name,Option1 value,Price,Cost per item,Product image URL,Image position',
        'Cup,cup,,Luming,Tableware,TRUE,Active,CUP-W,Colour,White,40.00,12.00,https://cdn.example/1.jpg,1',
        ',cup,,,,,,CUP-B,Colour,Blue,42.00,12.50,,',
        ',cup,,,,,,,,,,,https://cdn.example/2.jpg,2',
        'Tea,tea,,Luming,Food,TRUE,Active,TEA-1,Title,Default Title,15.00,,,',
      ),
    });
    expect(await templatesOf(client)).toEqual(['shopify-products-new']);
    expect(await query('SELECT sku, spu_id, title, category_l1, cost_price FROM products ORDER BY 1')).toEqual([
      ['CUP-B', 'cup', 'Cup', 'Tableware', 12_5000],
      ['CUP-W', 'cup', 'Cup', 'Tableware', 12_0000],
      ['TEA-1', 'tea', 'Tea', 'Food', null],
    ]);
    expect((await client.call('model.get', {})).heldBack).toEqual([]);
  });
});

describe('Amazon', () => {
  const tabs = (...lines: string[]) => csv(...lines.map((line) => line.replaceAll('|', '\t')));

  it('all orders: an order is the sum of its items, pending and cancelled ones are unpaid', async () => {
    const { client, query } = await imported({
      'orders.txt': tabs(
        'amazon-order-id|merchant-order-id|purchase-date|last-updated-date|order-status|fulfillment-channel|sales-channel|order-channel|ship-service-level|product-name|sku|asin|item-status|quantity|currency|item-price|item-tax|shipping-price|shipping-tax|gift-wrap-price|gift-wrap-tax|item-promotion-discount|ship-promotion-discount|ship-city|ship-state|ship-postal-code|ship-country|promotion-ids',
        '111-0000001-0000001||2025-06-01T20:15:00+00:00|2025-06-02T01:00:00+00:00|Shipped|Amazon|Amazon.com||Standard|Cup|CUP-1|B000000001|Shipped|2|USD|40.00|3.20|5.00|||||5.00|Seattle|WA|98101|US|',
        '111-0000001-0000001||2025-06-01T20:15:00+00:00|2025-06-02T01:00:00+00:00|Shipped|Amazon|Amazon.com||Standard|Tea|TEA-1|B000000002|Shipped|1|USD|15.00|1.20|||||3.00||Seattle|WA|98101|US|SAVE3',
        '111-0000002-0000002||2025-06-02T08:00:00+00:00|2025-06-02T08:00:00+00:00|Pending|Amazon|Amazon.com||Standard|Tea|TEA-1|B000000002|Unshipped|1|USD|||||||||Austin|TX|73301|US|',
        '111-0000003-0000003||2025-06-02T09:00:00+00:00|2025-06-02T09:10:00+00:00|Cancelled|Amazon|Amazon.com||Standard|Tea|TEA-1|B000000002|Cancelled|0|USD|15.00||||||||Austin|TX|73301|US|',
        '111-0000004-0000004||2025-06-03T09:00:00+00:00|2025-06-09T09:10:00+00:00|Shipped - Returned to Seller|Merchant|Amazon.com||Standard|Tea|TEA-1|B000000002|Shipped|1|USD|15.00||||||||Austin|TX|73301|US|',
      ),
    });
    expect(await templatesOf(client)).toEqual(['amazon-orders']);
    expect(await query(ORDERS)).toEqual([
      ['amazon:*:111-0000001-0000001', '2025-06-01', '2025-06-01', 'shipped', 1, 52_0000, 56_4000, 'WA'],
      ['amazon:*:111-0000002-0000002', '2025-06-02', null, 'pending_payment', 0, null, null, 'TX'],
      ['amazon:*:111-0000003-0000003', '2025-06-02', null, 'cancelled', 0, 15_0000, 15_0000, 'TX'],
      ['amazon:*:111-0000004-0000004', '2025-06-03', '2025-06-03', 'closed', 1, 15_0000, 15_0000, 'TX'],
    ]);
    expect(await query(`SELECT sku, qty, line_sales FROM order_lines WHERE order_key = 'amazon:*:111-0000001-0000001' ORDER BY sku`)).toEqual([
      ['CUP-1', 2, 40_0000],
      ['TEA-1', 1, 12_0000],
    ]);
  });

  it('order report: paid on its payment date, relay addresses name nobody', async () => {
    const { client, query } = await imported({
      'report.txt': tabs(
        'order-id|order-item-id|purchase-date|payments-date|buyer-email|buyer-name|buyer-phone-number|sku|product-name|quantity-purchased|currency|item-price|item-tax|shipping-price|shipping-tax|ship-city|ship-state|ship-postal-code|ship-country',
        '222-1|90001|2025-06-01T23:30:00+00:00|2025-06-02T00:10:00+00:00|abc@marketplace.amazon.com|Ann|555-010-2030|CUP-1|Cup|2|USD|40.00|0|0|0|Seattle|WA|98101|US',
        '222-2|90002|2025-06-03T23:30:00+00:00|2025-06-04T00:10:00+00:00|abc@marketplace.amazon.com|Ben|555-010-9999|CUP-1|Cup|1|USD|20.00|0|0|0|Reno|NV|89501|US',
      ),
    });
    expect(await templatesOf(client)).toEqual(['amazon-order-report']);
    expect(await query(ORDERS)).toEqual([
      ['amazon:*:222-1', '2025-06-01', '2025-06-02', 'paid', 1, 40_0000, 40_0000, 'WA'],
      ['amazon:*:222-2', '2025-06-03', '2025-06-04', 'paid', 1, 20_0000, 20_0000, 'NV'],
    ]);
    expect(await query('SELECT count(DISTINCT customer_id) FROM orders')).toEqual([[2]]);
    expect(await query(LINES)).toEqual([
      ['amazon:*:222-1#90001', 'CUP-1', 2, 40_0000],
      ['amazon:*:222-2#90002', 'CUP-1', 1, 20_0000],
    ]);
  });

  it('returns of both kinds, and the settlement as a table of its own', async () => {
    const { client, query } = await imported({
      'report.txt': tabs(
        'order-id|order-item-id|purchase-date|payments-date|buyer-email|sku|product-name|quantity-purchased|currency|item-price|ship-state|ship-country',
        '222-1|90001|2025-06-01T10:00:00+00:00|2025-06-01T10:10:00+00:00|a@marketplace.amazon.com|CUP-1|Cup|2|USD|40.00|WA|US',
        '222-2|90002|2025-06-02T10:00:00+00:00|2025-06-02T10:10:00+00:00|b@marketplace.amazon.com|TEA-1|Tea|1|USD|15.00|WA|US',
      ),
      'returns.txt': tabs(
        'Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Merchant SKU|Item Name|Return quantity|Return Reason|Resolution|Return delivery date|Refunded Amount',
        '222-1|01-Jun-2025|05-Jun-2025|Approved|RMA1|CUP-1|Cup|1|CR-DEFECTIVE|StandardRefund|10-Jun-2025|20.00',
        '222-2|02-Jun-2025|06-Jun-2025|Pending Approval|RMA2|TEA-1|Tea|1|CR-UNWANTED_ITEM|StandardRefund||0.00',
      ),
      'fba.txt': tabs(
        'return-date|order-id|sku|asin|fnsku|product-name|quantity|fulfillment-center-id|detailed-disposition|reason|status|license-plate-number|customer-comments',
        '2025-06-12T08:00:00+00:00|222-2|TEA-1|B2|X2|Tea|1|PHX3|SELLABLE|UNWANTED_ITEM|Unit returned to inventory|LPN001|too weak',
      ),
      'settlement.txt': tabs(
        'settlement-id|settlement-start-date|settlement-end-date|deposit-date|total-amount|currency|transaction-type|order-id|merchant-order-id|adjustment-id|shipment-id|marketplace-name|amount-type|amount-description|amount|fulfillment-id|posted-date|posted-date-time|order-item-code|sku|quantity-purchased',
        '777|2025-06-01 00:00:00 UTC|2025-06-14 00:00:00 UTC|2025-06-16 00:00:00 UTC|31.50|USD|||||||||||||||',
        '777||||||Order|222-1||||Amazon.com|ItemPrice|Principal|40.00|AFN|2025-06-03|2025-06-03 01:00:00 UTC|90001|CUP-1|2',
        '777||||||Order|222-1||||Amazon.com|ItemFees|Commission|-6.00|AFN|2025-06-03|2025-06-03 01:00:00 UTC|90001|CUP-1|',
      ),
    });
    expect((await templatesOf(client)).sort()).toEqual(['amazon-fba-returns', 'amazon-order-report', 'amazon-returns', 'amazon-settlement']);
    expect(await query('SELECT return_id, order_key, sku, kind, status, completed_date, qty, refund_amount FROM returns ORDER BY return_id')).toEqual([
      ['LPN001', 'amazon:*:222-2', 'TEA-1', 'return_refund', 'success', '2025-06-12', 1, null],
      ['RMA1', 'amazon:*:222-1', 'CUP-1', 'return_refund', 'success', '2025-06-10', 1, 20_0000],
      ['RMA2', 'amazon:*:222-2', 'TEA-1', 'return_refund', 'open', null, 1, 0],
    ]);
    expect((await client.call('model.get', {})).unmapped.map(({ dataset }) => dataset)).toEqual(['settlement']);
  });
});

describe('eBay', () => {
  it('orders: the row of the whole order is no product, its total no second sale', async () => {
    const { client, query } = await imported({
      'ebay.csv': csv(
        'Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Ship To Phone,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,eBay Collected Tax,Total Price,Payment Method,Sale Date,Paid On Date,Transaction ID,Variation Details',
        // eBay draws an empty line below the header.
        '"","","","","","","","","","","","","","","","","","","","","","","",""',
        '101,11-00001-00001,ann_buys,Ann Lee,x@members.ebay.com,,Austin,TX,73301,United States,,,,3,$55.00,$6.00,$0.00,$4.40,$65.40,Others,Sep-27-25,Sep-28-25,,',
        '101,11-00001-00001,ann_buys,,,,,,,,220000001,Cup,CUP-1,2,$20.00,,,,,,Sep-27-25,Sep-28-25,7001,',
        '101,11-00001-00001,ann_buys,,,,,,,,220000002,Tea,TEA-1,1,$15.00,,,,,,Sep-27-25,Sep-28-25,7002,Green',
        '102,11-00002-00002,bob_buys,Bob Ray,y@members.ebay.com,,Reno,NV,89501,United States,220000002,Tea,TEA-1,1,$15.00,$3.00,$0.00,$1.00,$19.00,Others,Sep-29-25,,7003,Green',
      ),
    });
    expect(await templatesOf(client)).toEqual(['ebay-orders']);
    expect(await query(ORDERS)).toEqual([
      ['ebay:*:11-00001-00001', '2025-09-27', '2025-09-28', 'paid', 1, 55_0000, 65_4000, 'TX'],
      ['ebay:*:11-00002-00002', '2025-09-29', null, 'pending_payment', 0, 15_0000, 19_0000, 'NV'],
    ]);
    expect((await client.call('model.get', {})).heldBack).toEqual([]);
    expect(await query(LINES)).toEqual([
      ['ebay:*:11-00001-00001#7001', 'CUP-1', 2, 40_0000],
      ['ebay:*:11-00001-00001#7002', 'TEA-1', 1, 15_0000],
      ['ebay:*:11-00002-00002#7003', 'TEA-1', 1, 15_0000],
    ]);
  });
});

describe('eBay’s old layout', () => {
  it('orders: the buyer is the user id, prices are of one piece', async () => {
    const { client, query } = await imported({
      'sales.csv': csv(
        'Sales Record Number,User Id,Buyer Fullname,Buyer Email,Buyer State,Buyer Country,Item Number,Item Title,Custom Label,Quantity,Sale Price,Shipping and Handling,US Tax,Total Price,Payment Method,Sale Date,Checkout Date,Paid on Date,Transaction ID,Order ID',
        '101,ann_buys,Ann Lee,x@members.ebay.com,TX,United States,,,,3,$55.00,$6.00,$4.40,$65.40,PayPal,Sep-27-13,Sep-27-13,Sep-28-13,,130000001',
        '101,ann_buys,,,,,220000001,Cup,CUP-1,2,$20.00,,,,,Sep-27-13,,Sep-28-13,7001,130000001',
        '101,ann_buys,,,,,220000002,Tea,TEA-1,1,$15.00,,,,,Sep-27-13,,Sep-28-13,7002,130000001',
        '102,ben_buys,Ben Ray,y@members.ebay.com,NV,United States,220000002,Tea,TEA-1,1,$15.00,$3.00,$0.00,$18.00,,Sep-29-13,,,7003,130000002',
      ),
    });
    expect(await templatesOf(client)).toEqual(['ebay-orders-old']);
    expect((await client.call('model.settings', {})).currency).toBe('USD');
    expect(await query(ORDERS)).toEqual([
      ['ebay:*:130000001', '2013-09-27', '2013-09-28', 'paid', 1, 55_0000, 65_4000, 'TX'],
      ['ebay:*:130000002', '2013-09-29', null, 'pending_payment', 0, 15_0000, 18_0000, 'NV'],
    ]);
    expect(await query(LINES)).toEqual([
      ['ebay:*:130000001#7001', 'CUP-1', 2, 40_0000],
      ['ebay:*:130000001#7002', 'TEA-1', 1, 15_0000],
      ['ebay:*:130000002#7003', 'TEA-1', 1, 15_0000],
    ]);
  });
});

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
    expect(await query('SELECT order_key, completed_date, kind, refund_amount FROM returns')).toEqual([['youzan:main:E20250602001', '2025-06-02', 'refund_only', 20_0000]]);
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
    expect(await query('SELECT order_key, sku, status, kind, completed_date, refund_amount FROM returns')).toEqual([
      ['wechat_shop:main:3720001', 'TEA', 'success', 'refund_only', '2025-06-01', 30_0000],
    ]);
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
      ['80002', 'douyin:*:69001', 'CUP', 'refund_only', 'cancelled', null, 60_0000],
    ]);
  });
});

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
