import { expect, test } from 'vitest';
import { gather, rowsOf, tableOf } from '../../table/table.ts';
import { combineSources, type RowEvent } from './combine.ts';
import { rowKey } from './row-key.ts';

const file = (source: number, rows: (string | null)[][]) => ({
  source,
  table: tableOf(
    [
      ['sku', 'text'],
      ['name', 'text'],
    ],
    rows,
  ),
});

test('rows without a key replace nothing: they are known by all of their cells', () => {
  const { table, counts } = combineSources(
    [
      file(1, [
        [null, 'shirt'],
        [null, 'hat'],
        ['A', 'shoe'],
      ]),
      file(2, [
        [null, 'pot'],
        [null, 'hat'],
        ['A', 'boot'],
      ]),
    ],
    rowKey(['sku']),
  );
  expect(rowsOf(table)).toEqual([
    [null, 'shirt'],
    [null, 'hat'],
    ['A', 'boot'],
    [null, 'pot'],
  ]);
  expect(counts[1]).toEqual({ source: 2, read: 3, added: 1, updated: 1, unchanged: 1, removed: 0, repeated: 0 });
});

test('a blank never overwrites a value, however many files leave it blank', () => {
  const report = (source: number, ...row: (string | null)[]) => ({
    source,
    table: tableOf(
      [
        ['no', 'text'],
        ['state', 'text'],
        ['note', 'text'],
      ],
      [row],
    ),
  });
  const { table, counts } = combineSources([report(1, 'A', 'paid', 'call first'), report(2, 'A', 'sent', null), report(3, 'A', 'done', null), report(4, 'A', null, 'call first')], rowKey(['no']));
  expect(rowsOf(table)).toEqual([['A', 'done', 'call first']]);
  expect(counts.map(({ added, updated, unchanged }) => [added, updated, unchanged])).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});

test('rows that are equal inside one file stay as many as the file with the most of them has', () => {
  const hats = (source: number, count: number) =>
    file(
      source,
      Array.from({ length: count }, () => ['A', 'hat']),
    );
  const { table, counts } = combineSources([hats(1, 2), hats(2, 3), hats(3, 1)], rowKey([]));
  expect(table.rows).toBe(3);
  expect(counts.map(({ added, unchanged }) => [added, unchanged])).toEqual([
    [2, 0],
    [1, 2],
    [0, 1],
  ]);
});

test('the sources themselves stay as they were', () => {
  const sources = [file(1, [['A', 'shoe']]), file(2, [['B', null]]), file(3, [['B', 'pot']])];
  combineSources(sources, rowKey(['sku']));
  expect(sources.map(({ table }) => rowsOf(table))).toEqual([[['A', 'shoe']], [['B', null]], [['B', 'pot']]]);
});

test('codes are the same with and without what keeps Excel from eating them', () => {
  const orders = (source: number, ...rows: [string, string][]) => ({
    source,
    table: tableOf(
      [
        ['no', 'text'],
        ['state', 'text'],
      ],
      rows,
    ),
  });
  const { table, counts } = combineSources(
    [
      orders(1, ['="001"', 'paid'], ['002', 'paid'], ['\t003', 'paid'], ["'004", 'paid'], ['005', 'paid'], ['006', 'paid']),
      orders(2, ['001', 'done'], ['002\t', 'done'], ['="003"', 'done'], ['004 ', 'done'], ['="005"', 'paid'], ['0006', 'paid']),
    ],
    rowKey(['no']),
  );
  expect(rowsOf(table)).toEqual([
    ['001', 'done'],
    ['002\t', 'done'],
    ['="003"', 'done'],
    ['004 ', 'done'],
    ['005', 'paid'],
    ['006', 'paid'],
    ['0006', 'paid'],
  ]);
  expect(counts[1]).toEqual({ source: 2, read: 6, added: 1, updated: 4, unchanged: 1, removed: 0, repeated: 0 });
  // Without a key a row is known by all of its cells, as they stand.
  expect(combineSources([orders(1, ['="001"', 'paid']), orders(2, ['001', 'paid'])], rowKey([])).counts[1]?.added).toBe(1);
});

const items = (source: number, columns: readonly string[], rows: (string | null)[][]) => ({
  source,
  table: tableOf(
    columns.map((name): [string, 'text'] => [name, 'text']),
    rows,
  ),
});
test('a key that stands twice is seen beside texts of rows that were set aside', () => {
  const { source, table } = items(1, ['order'], [['1'], ['1'], ['2'], ['header'], ['total']]);
  const without = gather(table, Uint32Array.of(0, 1, 2));
  const { counts } = combineSources([{ source, table: without }], { ...rowKey(['order']), wholeBy: null, isUnique: true });
  expect(counts).toMatchObject([{ read: 3, added: 2, unchanged: 1, removed: 0, repeated: 1 }]);
});

const ITEM_KEY = { columns: ['order', 'line'], ofLines: ['line'], ofOrders: [], orderId: null, wholeBy: null, isUnique: true };

test('a key that a file says once stands for one row, also where two exports were put together', () => {
  const { table, counts } = combineSources(
    [
      items(
        1,
        ['order', 'state', 'note'],
        [
          ['1', 'paid', 'gift'],
          ['2', 'paid', null],
          ['1', 'done', null],
          ['2', 'paid', null],
          [null, 'x', null],
          [null, 'x', null],
        ],
      ),
    ],
    {
      columns: ['order'],
      ofLines: [],
      ofOrders: [],
      orderId: null,
      wholeBy: null,
      isUnique: true,
    },
  );
  expect(rowsOf(table)).toEqual([
    ['1', 'done', 'gift'],
    ['2', 'paid', null],
    [null, 'x', null],
    [null, 'x', null],
  ]);
  expect(counts).toEqual([{ source: 1, read: 6, added: 4, updated: 1, unchanged: 1, removed: 0, repeated: 2 }]);
});

test('lines of an order are found again by what they say where no file has what tells them apart', () => {
  const [a, b] = [
    ['1', 'cup', '2', 'paid'],
    ['1', 'pot', '1', 'paid'],
  ];
  const { table, counts } = combineSources(
    [
      items(1, ['order', 'title', 'qty', 'state'], [a, b]),
      items(
        2,
        ['order', 'title', 'qty', 'state'],
        [
          ['1', 'pot', '1', 'done'],
          ['1', 'cup', '2', 'done'],
          ['1', 'lid', '4', 'done'],
        ],
      ),
    ],
    ITEM_KEY,
  );
  expect(rowsOf(table)).toEqual([
    ['1', 'cup', '2', 'done'],
    ['1', 'pot', '1', 'done'],
    ['1', 'lid', '4', 'done'],
  ]);
  expect(counts[1]).toMatchObject({ added: 1, updated: 2 });
});

test.each([
  ['lost what tells its lines apart', ['order', 'line', 'title', 'qty'], ['order', 'title', 'qty', 'state']],
  ['got it', ['order', 'title', 'qty', 'state'], ['order', 'line', 'title', 'qty']],
])('a file that %s adds no line twice', (_, first, second) => {
  const cells: Record<string, string[]> = { order: ['1', '1', '2'], line: ['11', '12', '21'], title: ['cup', 'pot', 'cup'], qty: ['1', '2', '3'], state: ['done', 'done', 'done'] };
  const rows = (names: readonly string[], order: readonly number[]) => order.map((i) => names.map((name) => cells[name]?.[i] as string));
  const { table, counts } = combineSources([items(1, first, rows(first, [0, 1, 2])), items(2, second, rows(second, [1, 0, 2])), items(3, first, rows(first, [2, 1, 0]))], ITEM_KEY);
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  expect(rowsOf(table).map((row) => ['order', 'line', 'title', 'state'].map((name) => row[at(name)]))).toEqual([
    ['1', '11', 'cup', 'done'],
    ['1', '12', 'pot', 'done'],
    ['2', '21', 'cup', 'done'],
  ]);
  expect(counts[2]).toMatchObject({ added: 0 });
});

test('what stands in one row of an order is that of the newest file, whichever row of the order has it there', () => {
  const key = { columns: ['order', 'title'], ofLines: ['title'], ofOrders: ['total', 'note'], orderId: null, wholeBy: null, isUnique: false };
  const first = items(
    1,
    ['order', 'title', 'total', 'note'],
    [
      ['1', 'cup', '100', 'gift'],
      ['1', 'pot', null, null],
      ['2', 'cup', '50', null],
    ],
  );
  const { table } = combineSources(
    [
      first,
      items(
        2,
        ['order', 'title', 'total', 'note'],
        [
          ['1', 'pot', '80', null],
          ['1', 'cup', null, null],
        ],
      ),
      items(3, ['order', 'title', 'total', 'note'], [['1', 'pot', '70', null]]),
    ],
    key,
  );
  expect(rowsOf(table)).toEqual([
    ['1', 'cup', null, 'gift'],
    ['1', 'pot', '70', null],
    ['2', 'cup', '50', null],
  ]);
  const again = combineSources(
    [
      first,
      items(
        2,
        ['order', 'title', 'total', 'note'],
        [
          ['1', 'cup', '100', null],
          ['1', 'pot', null, null],
        ],
      ),
    ],
    key,
  );
  expect(rowsOf(again.table)).toEqual(rowsOf(first.table));
  expect(again.counts[1]).toMatchObject({ unchanged: 2 });
});

test('orders of two shops that number alike stay apart by what the platform calls them', () => {
  const key = { columns: ['order', 'title'], ofLines: ['title'], ofOrders: ['total', 'id'], orderId: 'id', wholeBy: null, isUnique: false };
  const names = ['order', 'title', 'total', 'id'];
  const a = [
    ['1', 'cup', '100', '901'],
    ['1', 'pot', null, null],
  ];
  const b = [
    ['1', 'cup', '30', '777'],
    ['1', 'lid', null, null],
  ];
  const later = [['1', 'cup', '90', '901']];
  const { table, counts } = combineSources([items(1, names, a), items(2, names, b), items(3, names, later)], key);
  expect(rowsOf(table)).toEqual([['1', 'cup', '90', '901'], a[1], ...b]);
  expect(counts.map(({ added, updated }) => [added, updated])).toEqual([
    [2, 0],
    [2, 0],
    [0, 1],
  ]);
});

const WHOLE = { columns: ['order', 'title'], ofLines: ['title'], ofOrders: ['total'], orderId: null, wholeBy: 'total', isUnique: false };

test('a line that an order is stated without is gone, and comes back when a later file has it', () => {
  const names = ['order', 'title', 'total', 'qty'];
  const first = items(1, names, [
    ['1', 'cup', '60', '2'],
    ['1', 'pot', null, '1'],
    ['2', 'cup', '20', '1'],
    ['2', 'pot', null, '3'],
  ]);
  const edited = items(2, names, [['1', 'pot', '20', '1']]);
  const back = items(3, names, [
    ['1', 'pot', '80', '1'],
    ['1', 'cup', null, '3'],
  ]);
  const seen: string[] = [];
  const watch = ({ source, row, kind }: RowEvent) => void (source === 2 && seen.push(`${kind} ${row}`));
  const { table, counts } = combineSources([first, edited], WHOLE, { watch });
  expect(rowsOf(table)).toEqual([
    ['1', 'pot', '20', '1'],
    ['2', 'cup', '20', '1'],
    ['2', 'pot', null, '3'],
  ]);
  expect(counts[1]).toEqual({ source: 2, read: 1, added: 0, updated: 1, unchanged: 0, removed: 1, repeated: 0 });
  expect(seen).toEqual(['changed 4', 'removed 0']);
  const again = combineSources([first, edited, back], WHOLE);
  expect(rowsOf(again.table)).toEqual([
    ['1', 'cup', null, '3'],
    ['1', 'pot', '80', '1'],
    ['2', 'cup', '20', '1'],
    ['2', 'pot', null, '3'],
  ]);
  expect(again.counts[2]).toMatchObject({ added: 1, updated: 1, removed: 0 });
});

test('lines stay where a file does not state their order, or may hold a part of it', () => {
  const names = ['order', 'title', 'total', 'qty'];
  const first = items(1, names, [
    ['1', 'cup', '60', '2'],
    ['1', 'pot', null, '1'],
    [null, 'lid', '5', '1'],
  ]);
  // Its further lines alone, and a line of no order.
  const part = items(2, names, [
    ['1', 'pot', null, '2'],
    [null, 'jar', '7', '1'],
  ]);
  expect(combineSources([first, part], WHOLE).counts[1]?.removed).toBe(0);
  const stated = items(2, names, [['1', 'pot', '20', '1']]);
  expect(combineSources([first, stated], { ...WHOLE, wholeBy: null }).counts[1]?.removed).toBe(0);
});

test('files that lack a column of the key replace nothing, but for that of the day of a file', () => {
  const daily = (source: number, columns: string[], rows: string[][]) => ({
    source,
    table: tableOf(
      columns.map((name) => [name, 'text']),
      rows,
    ),
  });
  const renamed = [daily(1, ['day', 'sku', 'n'], [['1', 'A', '5']]), daily(2, ['sku', 'n', 'date'], [['A', '6', '2']]), daily(3, ['sku', 'n', 'date'], [['A', '7', '3']])];
  expect(combineSources(renamed, rowKey(['day', 'sku'])).counts.map(({ added, updated }) => [added, updated])).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
  ]);
  // A later state of stock of which nothing says the day.
  const undated = [daily(1, ['sku', 'n', 'file_date'], [['A', '5', '2025-06-01']]), daily(2, ['sku', 'n'], [['A', '6']]), daily(3, ['sku', 'n'], [['A', '7']])];
  expect(combineSources(undated, rowKey(['sku', 'file_date'])).counts.map(({ added, updated }) => [added, updated])).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
  ]);
});
