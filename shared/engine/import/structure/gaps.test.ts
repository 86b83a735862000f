import { expect, test } from 'vitest';
import { type TextColumn, tableOf } from '../../table/table.ts';
import { tablesBelow } from './gaps.ts';

function sheet(rows: readonly (readonly (string | null)[])[], fileRows: readonly number[]) {
  const table = tableOf(
    [
      ['sku', 'text'],
      ['qty', 'text'],
      ['column_3', 'text'],
    ],
    rows.map((row) => [...row, ...Array.from({ length: 3 - row.length }, () => null)]),
  );
  return { ...table, origin: { ...table.origin, row: Uint32Array.from(fileRows) } };
}

test('a title and a header behind a blank row begin another table', () => {
  const table = sheet([['A', '1'], ['B', '2'], ['Cities'], ['city', 'pop', 'area'], ['Rome', '5', '9'], ['Oslo', '6', '8']], [2, 3, 5, 6, 7, 8]);
  expect(tablesBelow(table, table.columns as TextColumn[], 'Stock')).toEqual([{ start: 2, header: 3, isProven: true }]);
});

test('a lone cell of blanks behind a gap is no title', () => {
  const table = sheet([['A', '1'], ['\r'], ['B', '2'], ['C', '3']], [2, 4, 5, 6]);
  expect(tablesBelow(table, table.columns as TextColumn[], '')).toEqual([]);
});
