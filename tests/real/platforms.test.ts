import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestShop, testShop } from '#node/testing';

// Real downloads of platforms; the sums were taken with pandas 1.5.3 of Debian.

const DATA = path.resolve('../shared/data');
let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const bring = (...names: string[]) => shop.client.call('import.run', { files: names.map((name) => ({ source: { kind: 'path' as const, path: path.join(DATA, name) } })) });

describe.skipIf(!fs.existsSync(DATA))('real downloads', () => {
  test('three Shopify shops without SKUs: no row of one replaces a row of another', async () => {
    const replies = [...(await bring('platform-shopify/apparel.csv')), ...(await bring('platform-shopify/home-and-garden.csv')), ...(await bring('platform-shopify/jewelery.csv'))];
    expect(replies.map(({ rowsNew, rowsUpdated }) => [rowsNew, rowsUpdated])).toEqual([
      [22, 0],
      [21, 0],
      [41, 0],
    ]);
  });

  test('short exports are known for what they are', async () => {
    const replies = [
      ...(await bring('platform-woocommerce/tests/unit-tests/importer/sample.csv')),
      ...(await bring('platform-woocommerce/sample-data/sample_products.csv')),
      ...(await bring('platform-shopify/orders_export_geo.csv')),
    ];
    expect(replies.map(({ template }) => template)).toEqual(['woocommerce-products', 'woocommerce-products', 'shopify-order-totals']);
    await shop.client.call('model.accept', {});
    expect(await shop.query('SELECT count(*), sum(paid_amount) FROM orders')).toEqual([[1057, 681_414_500]]);
  });

  test('the short Tmall report: what was paid is counted before refunds, and refunds once', async () => {
    await bring('platform-tmall/tmall_order_report1.csv');
    await shop.client.call('model.accept', {});
    expect(await shop.query('SELECT count(*), sum(paid_amount), sum(goods_amount), sum(refund_amount) FROM orders WHERE paid_at IS NOT NULL')).toEqual([
      [24_087, 24_748_230_700, 24_748_230_700, 5_723_359_200],
    ]);
  });

  test('times are told by the clock of the shop; what a sheet fills is known without a template', async () => {
    await bring('platform-tmall/tmall_order_report1.csv');
    const [source] = await shop.client.call('import.sources', {});
    const { columns } = await shop.client.call('import.report', { source: source?.id ?? 0 });
    const created = columns.find(({ name }) => name === '订单创建时间');
    expect([created?.min, created?.max]).toEqual(['2020-02-01 00:14:15', '2020-02-29 23:59:18']);
    const page = await shop.client.call('datasets.page', { dataset: source?.dataset ?? '', limit: 1, local: true });
    expect(page.columns.find(({ name }) => name === '订单创建时间')?.values[0]).toBe('2020-02-21 00:00:00');

    const file = path.join(DATA, 'platform-shopify/orders_export_geo.csv');
    const { tables } = await shop.client.call('import.inspect', { source: { kind: 'path' as const, path: file } });
    expect(tables[0]?.fills).toContain('orders');
    expect(tables[0]?.detections.find(({ id }) => id === 'time-zone')?.value.en).toBe('In the cells');
  });

  // Beside columns of goods, brands, categories and cities: none of these is masked.
  test.each<[string, (readonly [string, string])[]]>([
    ['platform-amazon/International sale Report.csv', [['CUSTOMER', 'Names']]],
    ['platform-amazon/Sale Report.csv', []],
    ['platform-amazon/May-2022.csv', []],
    ['platform-shopify/apparel.csv', []],
    ['platform-shopify/jewelery.csv', []],
    ['platform-shopify/orders_export_geo.csv', []],
    ['platform-tmall/tmall_order_report1.csv', [['收货地址', 'Addresses']]],
    ['platform-woocommerce/sample-data/sample_products.csv', []],
    ['superstore/Sample - Superstore.xls', [['Customer Name', 'Names']]],
    ['superstore/superstore.csv', [['Customer Name', 'Names']]],
    ['price-competitor/retail_price.csv', []],
    ['olist-subset/olist_customers_dataset.csv', []],
    ['olist-subset/olist_sellers_dataset.csv', []],
  ])('columns about people in %s', async (name, expected) => {
    const { tables } = await shop.client.call('import.inspect', { source: { kind: 'path', path: path.join(DATA, name) } });
    expect(tables.flatMap(({ columns }) => columns.flatMap((column) => (column.people === null ? [] : [[column.name, column.people.en]])))).toEqual(expected);
  });
});
