import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '#contract/values';
import { orderRows } from './order.ts';
import { cellAt, type Column, tableOf } from './table.ts';

test('rows are sorted by any keys, missing cells last, equal rows in their old order', () => {
  const text = fc.constantFrom<Cell>('b', 'a', '丙', '甲', 'A', null);
  const number = fc.oneof(fc.constantFrom<Cell>(0, -0, 1, -1, 2.5, -1e300, 1e-300, Number.MAX_SAFE_INTEGER, null), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, number), { maxLength: 60 }), fc.array(fc.tuple(fc.nat(1), fc.boolean()), { maxLength: 3 }), (rows, wanted) => {
      const table = tableOf(
        [
          ['s', 'text'],
          ['n', 'number'],
        ],
        rows,
      );
      const keys = wanted.map(([index, descending]) => ({ column: table.columns[index] as Column, descending }));
      const compare = (a: number, b: number) => {
        for (const { column, descending } of keys) {
          const [x, y] = [cellAt(column, a), cellAt(column, b)];
          if (x === y || (x === 0 && y === 0)) continue;
          if (x === null) return 1;
          if (y === null) return -1;
          return (x < y ? -1 : 1) * (descending ? -1 : 1);
        }
        return a - b;
      };
      expect([...orderRows(table, keys)]).toEqual(rows.map((_, row) => row).sort(compare));
    }),
    { numRuns: 500 },
  );
});
