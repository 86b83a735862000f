import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { putFile, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

/** A sheet with two tables, of which the numbers differ from month to month. */
function month(n: number): Uint8Array {
  const book = utils.book_new();
  const rows = [['店铺', '金额'], ['甲', n], ['乙', n + 1], [], ['商品', '件数'], ['杯', n], ['盘', n]];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Report');
  return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer);
}
const put = (name: string, n: number) => putFile(shop.folder, name, month(n));
const look = async (name: string, n: number, options: ImportOptions = {}) => {
  const { preset, tables } = await shop.client.call('import.inspect', { source: put(name, n), options });
  return { preset, names: tables.map(({ name }) => name), card: tables[0]?.detections.find(({ id }) => id === 'table') };
};

test('tables of a sheet come in apart; the same file again changes nothing', async () => {
  const { names, card } = await look('may.xlsx', 1);
  expect(names).toEqual(['Report: 店铺, 金额', 'Report: 商品, 件数']);
  expect(card?.evidence.map(({ to }) => to)).toEqual([
    { en: 'header in row 1', zh: '表头在第 1 行' },
    { en: 'header in row 5', zh: '表头在第 5 行' },
  ]);
  const source = put('may.xlsx', 1);
  const replies = await shop.client.call('import.run', { files: [{ source }] });
  expect(replies.map(({ rowsRead }) => rowsRead)).toEqual([2, 2]);
  const again = await shop.client.call('import.run', { files: [{ source }] });
  expect(again.map(({ rowsNew, rowsUpdated, rowsUnchanged }) => [rowsNew, rowsUpdated, rowsUnchanged])).toEqual([
    [0, 0, 2],
    [0, 0, 2],
  ]);
  const next = await shop.client.call('import.run', { files: [{ source: put('june.xlsx', 7) }] });
  expect(next.map(({ dataset }) => dataset)).toEqual(replies.map(({ dataset }) => dataset));
  expect((await shop.client.call('workspace.verify', {})).problems).toEqual([]);
});

test('one click makes them one table, which the next file of the layout is too, until it is taken back', async () => {
  const { card } = await look('may.xlsx', 1);
  const one = card?.choices.find(({ label }) => label.en === 'One table, not split');
  expect(one?.options).toEqual({ splitStacked: false });
  await shop.client.call('import.run', { files: [{ source: put('may.xlsx', 1), options: one?.options ?? {} }], remember: true });
  const next = await look('june.xlsx', 7);
  expect([next.preset, next.names]).toEqual([{ splitStacked: false }, ['Report']]);
  expect([next.card?.reason.en, next.card?.back, next.card?.choices.map(({ label, selected }) => [label.en, selected])]).toEqual([
    'You chose it.',
    {},
    [
      ['One table', true],
      ['Split', false],
    ],
  ]);
  expect((await look('june.xlsx', 7, { splitStacked: true })).names).toEqual(['Report: 店铺, 金额', 'Report: 商品, 件数']);
});

test('a sheet that came in whole is read again whole', async () => {
  const [reply] = await shop.client.call('import.run', { files: [{ source: put('may.xlsx', 1), options: { splitStacked: false } }] });
  const [{ id } = { id: 0 }] = (await shop.query('SELECT id FROM sp_sources')).map(([n]) => ({ id: Number(n) }));
  expect(await shop.query('SELECT sheet, rows FROM sp_sources')).toEqual([['Report', 5]]);
  await shop.client.call('import.reread', { source: id, options: { footerRows: 0 }, found: ['splitStacked'] });
  expect((await shop.query(`SELECT count(*) FROM "${reply?.dataset}"`))[0]).toEqual([5]);
});

test.each<[string, () => Uint8Array]>([
  ['a text', () => new TextEncoder().encode('# All\n\nCity,Users\nRome,5\nOslo,3\n\n# New\n\nCity,Users,New users\nRome,5,2\nOslo,3,1\n')],
  [
    'a sheet',
    () => {
      const book = utils.book_new();
      const rows = [['店铺', '金额', '订单'], ['甲', 5, 1], ['乙', 3, 1], [], ['商品', '金额', '订单', '件数'], ['甲', 5, 1, 2], ['乙', 3, 1, 1]];
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Report');
      return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer);
    },
  ],
  [
    'a page',
    () => {
      const table = (...rows: string[][]) => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
      return new TextEncoder().encode(
        `<html><body>${table(['City', 'Users'], ['Rome', '5'], ['Oslo', '3'])}${table(['City', 'Users', 'New users'], ['Rome', '5', '2'], ['Oslo', '3', '1'])}</body></html>`,
      );
    },
  ],
])('tables of %s that are alike stay apart, and so do those of its next file', async (name, content) => {
  const called = (n: number) => putFile(shop.folder, `report${n}.${{ 'a text': 'csv', 'a sheet': 'xlsx', 'a page': 'html' }[name]}`, content());
  const first = await shop.client.call('import.run', { files: [{ source: called(1) }] });
  expect(first.map(({ rowsNew, drift }) => [rowsNew, drift])).toEqual([
    [2, null],
    [2, null],
  ]);
  expect(new Set(first.map(({ dataset }) => dataset)).size).toBe(2);
  const source = called(2);
  const { tables } = await shop.client.call('import.inspect', { source });
  const told = await shop.client.call('import.places', {
    tables: tables.map(({ columns, template, ownName, partOf }) => ({
      columns: columns.map((column) => column.name),
      template: template?.id ?? null,
      shop: null,
      name: ownName,
      ...(partOf !== undefined && { partOf }),
    })),
  });
  const next = await shop.client.call('import.run', { files: [{ source, again: true }] });
  expect(next.map(({ dataset }) => dataset)).toEqual(first.map(({ dataset }) => dataset));
  expect(tables.map(({ goesTo }) => goesTo?.dataset)).toEqual(told.map(({ dataset }) => dataset));
  expect(told.map(({ drift }) => drift)).toEqual([null, null]);
});
