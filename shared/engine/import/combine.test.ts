import { expect, test } from 'vitest';
import { rowsOf, tableOf } from '../table/table.ts';
import { combineSources } from './combine.ts';

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
    ['sku'],
  );
  expect(rowsOf(table)).toEqual([
    [null, 'shirt'],
    [null, 'hat'],
    ['A', 'boot'],
    [null, 'pot'],
  ]);
  expect(counts[1]).toEqual({ source: 2, read: 3, added: 1, updated: 1, unchanged: 1 });
});
