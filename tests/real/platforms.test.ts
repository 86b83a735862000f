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

const bring = (...names: string[]) => shop.client.call('import.run', { files: names.map((name) => ({ source: { kind: 'path', path: path.join(DATA, name) } })) });

describe.skipIf(!fs.existsSync(DATA))('real downloads', () => {
  test('three Shopify shops without SKUs: no row of one replaces a row of another', async () => {
    const replies = [...(await bring('platform-shopify/apparel.csv')), ...(await bring('platform-shopify/home-and-garden.csv')), ...(await bring('platform-shopify/jewelery.csv'))];
    expect(replies.map(({ rowsNew, rowsUpdated }) => [rowsNew, rowsUpdated])).toEqual([
      [22, 0],
      [21, 0],
      [41, 0],
    ]);
  });

  test('the short Tmall report: what was paid is counted before refunds, and refunds once', async () => {
    await bring('platform-tmall/tmall_order_report1.csv');
    await shop.client.call('model.accept', {});
    expect(await shop.query('SELECT count(*), sum(paid_amount), sum(goods_amount), sum(refund_amount) FROM orders WHERE paid_at IS NOT NULL')).toEqual([
      [24_087, 24_748_230_700, 24_748_230_700, 5_723_359_200],
    ]);
  });
});
