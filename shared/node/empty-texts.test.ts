import { afterEach, beforeEach, expect, test } from 'vitest';
import { utils, write } from '@e965/xlsx';
import type { ImportOptions } from '#contract/documents';
import { csv, type TestShop, testShop, putFile } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const put = (name: string, content: string | Uint8Array) => putFile(shop.folder, name, content);
/** A month of stock in which two counts are not known. */
const month = (n: number) => csv('sku,qty,note', `A${n},?,?`, ...Array.from({ length: 60 }, (_, i) => `B${n}-${i},${i},fine`), `C${n},?,fine`);
const bring = (name: string, n: number, options: ImportOptions = {}, remember = true) => shop.client.call('import.run', { files: [{ source: put(name, month(n)), options }], remember });
const unknown = () => shop.query('SELECT sku, qty, note FROM stock WHERE qty IS NULL ORDER BY sku');
const refused = async () => (await shop.client.call('import.refused', {})).total;

test('cells that were said to be empty are empty and not refused, and the next file of the layout is read so, too', async () => {
  await bring('stock.csv', 1, { emptyTexts: ['?'] });
  expect([await unknown(), await refused()]).toEqual([
    [
      ['A1', null, '?'],
      ['C1', null, 'fine'],
    ],
    0,
  ]);
  const looked = await shop.client.call('import.inspect', { source: put('stock_2.csv', month(2)) });
  expect([looked.preset, looked.tables[0]?.refusedCells, looked.tables[0]?.goesTo?.dataset]).toEqual([{ emptyTexts: ['?'] }, 0, 'stock']);
  await bring('stock_2.csv', 2);
  expect([(await unknown()).length, await refused()]).toEqual([4, 0]);
  expect((await shop.client.call('workspace.verify', {})).problems).toEqual([]);
});

test('for this time only: its table keeps to it, which the next file shows and can overrule', async () => {
  await bring('stock.csv', 1, { emptyTexts: ['?'] }, false);
  const source = put('stock_2.csv', month(2));
  const looked = async (options: ImportOptions) => {
    const { preset, tables } = await shop.client.call('import.inspect', { source, options });
    return [preset, tables[0]?.refusedCells, tables[0]?.detections.some(({ id }) => id === 'empty-texts')];
  };
  expect(await looked({})).toEqual([null, 0, true]);
  expect(await looked({ emptyTexts: [] })).toEqual([null, 2, false]);
  await bring('stock_2.csv', 2, { emptyTexts: [] });
  expect(await refused()).toBe(4);
});

test('a file that is in is read so, and back; its cells stand unchanged in the original', async () => {
  await bring('stock.csv', 1);
  expect(await refused()).toBe(2);
  const source = (await shop.client.call('import.sources', {}))[0]?.id ?? -1;
  const { refused: groups } = await shop.client.call('import.look-again', { source });
  expect(groups.map(({ reason, cells, fixes }) => [reason.en, cells, fixes.map(({ options }) => options)])).toEqual([['not a number', 2, [{ emptyTexts: ['?'] }]]]);
  await shop.client.call('import.reread', { source, options: { emptyTexts: ['?'] } });
  expect(await refused()).toBe(0);
  const again = (await shop.client.call('import.sources', {}))[0]?.id ?? -1;
  expect((await shop.client.call('import.look-again', { source: again })).detections.some(({ id }) => id === 'empty-texts')).toBe(true);
  await shop.client.call('import.reread', { source: again, options: { emptyTexts: [] } });
  expect(await refused()).toBe(2);
});

test('of one sheet of a workbook', async () => {
  const book = {
    SheetNames: ['a', 'b'],
    Sheets: {
      a: utils.aoa_to_sheet(
        month(1)
          .split('\n')
          .map((line) => line.split(',')),
      ),
      b: utils.aoa_to_sheet(
        month(2)
          .split('\n')
          .map((line) => line.split(',')),
      ),
    },
  };
  const source = put('book.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  const { tables } = await shop.client.call('import.inspect', { source, options: { tables: { a: { emptyTexts: ['?'] } } } });
  expect(tables.map(({ name, refusedCells }) => [name, refusedCells])).toEqual([
    ['a', 0],
    ['b', 2],
  ]);
});
