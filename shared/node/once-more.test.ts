import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportedFile } from '#contract/import';
import { csv, type TestShop, testShop, putFile } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const put = (name: string, content: string | Uint8Array) => putFile(shop.folder, name, content);
const bring = async (source: ImportedFile['source'], more: Omit<ImportedFile, 'source'> = {}) =>
  (await shop.client.call('import.run', { files: [{ source, ...more }] })).map(({ dataset, rowsNew, rowsUnchanged }) => [dataset, rowsNew, rowsUnchanged]);
const tables = async () => (await shop.client.call('datasets.list', {})).map(({ name, rows }) => [name, rows]);
const STOCK = csv('sku,qty', 'A,1', 'B,2');

test('a file that is in comes in once more as another table, and is undone alone', async () => {
  const source = put('stock.csv', STOCK);
  await bring(source);
  expect(await bring(source, { again: true, intoTables: { '': 'stock 2' } })).toEqual([['stock_2', 2, 0]]);
  expect(await tables()).toEqual([
    ['stock', 2],
    ['stock 2', 2],
  ]);
  const { alreadyIn } = await shop.client.call('import.inspect', { source });
  expect(alreadyIn?.sources).toEqual([
    { source: 1, table: '' },
    { source: 2, table: '' },
  ]);
  expect((await shop.client.call('workspace.verify', {})).problems).toEqual([]);
  await shop.client.call('history.undo', {});
  expect(await tables()).toEqual([['stock', 2]]);
});

test.each<[string, Omit<ImportedFile, 'source'>]>([
  ['where it belongs', {}],
  ['the table that has it, by its name', { intoTables: { '': 'stock' } }],
])('into %s it changes nothing', async (_, more) => {
  const source = put('stock.csv', STOCK);
  await bring(source);
  const before = (await shop.client.call('history.list', {})).operations.length;
  expect(await bring(source, { again: true, ...more })).toEqual([['stock', 0, 2]]);
  expect((await shop.client.call('history.list', {})).operations).toHaveLength(before);
});

test('without being asked for it stays out, whatever table is named', async () => {
  const source = put('stock.csv', STOCK);
  await bring(source);
  await bring(source, { intoTables: { '': 'stock 2' } });
  expect(await tables()).toEqual([['stock', 2]]);
});

test('of an archive one file goes to another table, the other stays as it is', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const source = put('x.zip', zipSync({ 'stock.csv': bytes(STOCK), 'sold.csv': bytes(csv('no,amount', '1,2', '3,4', '5,6')) }));
  await bring(source);
  expect(await bring(source, { again: true, intoTables: { 'sold.csv': 'sold by hand' } })).toEqual([
    ['stock', 0, 2],
    ['sold_by_hand', 3, 0],
  ]);
  expect((await tables()).sort()).toEqual([
    ['sold by hand', 3],
    ['sold', 3],
    ['stock', 2],
  ]);
});

test('into a table that has other files of its kind', async () => {
  const [one, two] = [put('stock.csv', STOCK), put('other.csv', csv('sku,qty', 'C,3'))];
  await bring(one);
  await bring(two, { intoTables: { '': 'other' } });
  expect(await bring(one, { again: true, intoTables: { '': 'other' } })).toEqual([['other', 2, 0]]);
  expect(await tables()).toEqual([
    ['stock', 2],
    ['other', 3],
  ]);
});
