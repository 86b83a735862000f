import { afterEach, describe, expect, it } from 'vitest';
import { imported, LINES, ORDERS, stopShops, templatesOf } from './platform-testing.ts';
import { csv } from './testing.ts';

afterEach(stopShops);

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

  it('orders report with prices in the format of the country, and a column of currencies from a plugin', async () => {
    const { client, query } = await imported({
      'wc-orders.csv': csv(
        'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution,Currency',
        '2025-06-01 10:00:00,1001,"1.210,00 €",completed,Ann Lee,new,"2× Cup, 1× Tea",3,,"1.200,50",Direct,EUR',
        '2025-06-02 10:00:00,1002,"95,00 €",completed,Bob Ray,new,1× Tea,1,,"95,00",Direct,EUR',
      ),
    });
    expect((await client.call('model.settings', {})).currency).toBe('EUR');
    expect(await query('SELECT platform_order_id, currency, sales_amount FROM orders ORDER BY 1')).toEqual([
      ['1001', 'EUR', 1200_5000],
      ['1002', 'EUR', 95_0000],
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
