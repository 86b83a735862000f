import { expect, test } from 'vitest';
import type { ColumnType } from '#contract/values';
import { rowsOf, tableOf, type TextColumn } from '../../table/table.ts';
import { typeColumn } from '../../table/typing.ts';
import { combineSources } from './combine.ts';
import { rowKey } from './row-key.ts';
import { type ReadColumn, ValueCodes } from './value-codes.ts';

const reads =
  (types: Readonly<Record<string, ColumnType>>): ReadColumn =>
  (column) =>
    typeColumn(column, types[column.name] ?? 'text', { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 }).column;
const columnOf = (cells: (string | null)[]) =>
  tableOf(
    [['x', 'text']],
    cells.map((cell) => [cell]),
  ).columns[0] as TextColumn;

test.each<[ColumnType, (string | null)[], number[]]>([
  ['money', ['50', '50.00', '¥50', '5', null, 'n/a', '50.0'], [1, 1, 1, 4, 0, 5, 1]],
  ['date', ['2025/6/1', '2025-06-01', '2025-06-02', '下周'], [1, 1, 3, 4]],
  ['date', ['2025-06-01', '2025-06-01 00:00:00', '2025-06-01 10:00', '2025-06-01 10:00:00'], [1, 1, 3, 4]],
  ['id', ['0012', '12'], [1, 2]],
  ['text', ['50', '50.00'], [1, 2]],
])('%s %j: a code for each value', (type, cells, codes) => {
  expect([...new ValueCodes(reads({ x: type })).column(columnOf(cells)).codes]).toEqual(codes);
});

test('cells are compared as they are spelled where nobody says how they are read', () => {
  const values = new ValueCodes(null);
  const column = columnOf(['50', '50.00', '50', null, null]);
  expect([values.same(column, 0, 1), values.same(column, 0, 2), values.same(column, 0, 3), values.same(column, 3, 4)]).toEqual([false, true, false, true]);
});

const file = (source: number, rows: (string | null)[][]) => ({
  source,
  table: tableOf(
    [
      ['name', 'text'],
      ['amount', 'text'],
    ],
    rows,
  ),
});

test('rows without a key are not doubled by a file that spells their numbers otherwise', () => {
  const sources = [
    file(1, [
      ['a', '50.00'],
      ['a', '50.00'],
      ['b', '7.50'],
    ]),
    file(2, [
      ['a', '50'],
      ['a', '50'],
      ['b', '7.5'],
      ['c', '1'],
    ]),
  ];
  const { table, counts } = combineSources(sources, rowKey([]), { read: reads({ amount: 'money' }) });
  expect(rowsOf(table)).toEqual([
    ['a', '50.00'],
    ['a', '50.00'],
    ['b', '7.50'],
    ['c', '1'],
  ]);
  expect(counts.map(({ added, unchanged }) => [added, unchanged])).toEqual([
    [3, 0],
    [1, 3],
  ]);
});

test('nor are rows of a keyed table that have no key', () => {
  const sources = [file(1, [[null, '50.00']]), file(2, [[null, '50']])];
  expect(rowsOf(combineSources(sources, rowKey(['name']), { read: reads({ amount: 'money' }) }).table)).toEqual([[null, '50.00']]);
});

test('a blank that was filled is the value it was filled with', () => {
  const sources = [file(1, [['a', '50']]), file(2, [['a', null]]), file(3, [['a', '50.00']])];
  const { counts } = combineSources(sources, rowKey(['name']), { read: reads({ amount: 'money' }) });
  expect(counts.map(({ updated, unchanged }) => [updated, unchanged])).toEqual([
    [0, 0],
    [0, 1],
    [0, 1],
  ]);
});
