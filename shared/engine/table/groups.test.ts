import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '#contract/values';
import { groupRows, rowsOfGroups } from './groups.ts';
import { PairCodes } from './pair-codes.ts';
import { cellAt, tableOf } from './table.ts';

test('rows are grouped by equal cells in all columns, in order of first appearance', () => {
  const cell = fc.constantFrom<Cell>('a', 'b', null);
  const number = fc.constantFrom<Cell>(1, 0, -0, 2.5, null, 4_000_000);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, number, cell), { maxLength: 40 }), fc.integer({ min: 0, max: 3 }), (cells, width) => {
      const table = tableOf(
        [
          ['s', 'text'],
          ['n', 'number'],
          ['t', 'text'],
        ],
        cells,
      );
      const columns = table.columns.slice(0, width);
      const keys = cells.map((_, row) => JSON.stringify(columns.map((column) => cellAt(column, row))));
      const order = [...new Set(keys)];
      const groups = groupRows(columns, table.rows);
      expect(groups.count).toBe(order.length);
      expect([...groups.of]).toEqual(keys.map((key) => order.indexOf(key)));
      expect([...groups.first]).toEqual(order.map((key) => keys.indexOf(key)));
      const { starts, rows } = rowsOfGroups(groups);
      expect(order.map((_, group) => [...rows.subarray(starts[group], starts[group + 1])])).toEqual(order.map((key) => keys.flatMap((other, row) => (other === key ? [row] : []))));
    }),
  );
});

test('pairs that are possible in great number are told apart exactly', () => {
  const pairs = new PairCodes(2 ** 32, 2 ** 32);
  const codes = Array.from({ length: 20_000 }, (_, i) => pairs.add((i * 7919) >>> 0, (i % 97) * 65_536));
  expect(codes).toEqual(codes.map((_, i) => i + 1));
  expect(codes.every((code, i) => pairs.find((i * 7919) >>> 0, (i % 97) * 65_536) === code)).toBe(true);
  expect([pairs.find(1, 1), pairs.size]).toEqual([0, 20_000]);
});
