import { describe, expect, it } from 'vitest';
import { changedCells, pairRows } from './compare.ts';
import { type Column, NO_ROW, type Table, tableOf } from './table.ts';

const table = (...rows: (readonly [string | null, string | null, number | null])[]): Table =>
  tableOf(
    [
      ['id', 'id'],
      ['state', 'text'],
      ['paid', 'money'],
    ],
    rows,
  );
const pairs = (then: Table, now: Table, key: string[]) => {
  const { thenOf, found, repeated } = pairRows(then, now, key);
  return { past: [...thenOf].map((row) => (row === NO_ROW ? null : row)), found: [...found], repeated };
};

describe('rows then and now', () => {
  it('meet by their key, in whatever order', () => {
    const then = table(['1', 'paid', 5], ['2', 'paid', 6], ['3', 'paid', 7]);
    expect(pairs(then, table(['3', 'done', 7], ['9', 'new', 1], ['1', 'paid', 5]), ['id'])).toEqual({ past: [2, null, 0], found: [1, 0, 1], repeated: 0 });
  });

  it('meet by several columns', () => {
    expect(pairs(table(['1', 'a', 1], ['1', 'b', 2]), table(['1', 'b', 3], ['2', 'a', 4]), ['id', 'state'])).toEqual({ past: [1, null], found: [0, 1], repeated: 0 });
  });

  it('of a key that repeats meet in their order, and are counted', () => {
    expect(pairs(table(['1', 'a', 1], ['1', 'b', 2]), table(['1', 'a', 1], ['1', 'b', 2], ['1', 'c', 3]), ['id'])).toEqual({ past: [0, 1, null], found: [1, 1], repeated: 3 });
  });

  it('without a key, or with an empty one, are known by all cells', () => {
    expect(pairs(table([null, 'a', 1], [null, 'b', 2], ['1', 'c', 3]), table([null, 'b', 2], ['1', 'd', 3], [null, 'z', 1]), ['id'])).toEqual({ past: [1, 2, null], found: [0, 1, 1], repeated: 0 });
    expect(pairs(table(['1', 'a', 1], ['1', 'a', 1]), table(['1', 'a', 1], ['1', 'a', 2]), [])).toEqual({ past: [0, null], found: [1, 0], repeated: 0 });
  });

  it('meet by numbers too', () => {
    expect(pairs(table(['x', 'a', 10]), table(['y', 'b', 10]), ['paid'])).toEqual({ past: [0], found: [1], repeated: 0 });
  });

  it('meet and compare by what they read where a column has another type now', () => {
    const one = (type: 'money' | 'int' | 'text', ...cells: (string | number)[]) =>
      tableOf(
        [['paid', type]],
        cells.map((cell) => [cell]),
      );
    const differ = (then: Table, now: Table) => changedCells(then.columns[0] as Column, now.columns[0] as Column, Uint32Array.of(0, 1), new Uint8Array(2));
    expect(differ(one('int', 5, 6), one('money', 50_000, 70_000))).toBe(1);
    expect(differ(one('text', '5', '6'), one('money', 50_000, 60_000))).toBe(0);
    expect(pairs(one('text', '5'), one('int', 5), ['paid']).past).toEqual([0]);
  });

  it('are counted cell by cell where they differ, missing being a value', () => {
    const then = table(['1', 'a', 1], ['2', 'b', null], ['3', null, 3]);
    const now = table(['3', 'c', 3], ['2', 'b', null], ['1', 'b', 2], ['4', 'x', 9]);
    const { thenOf } = pairRows(then, now, ['id']);
    const marks = new Uint8Array(now.rows);
    expect(now.columns.map((column, i) => changedCells(then.columns[i] as Column, column, thenOf, marks))).toEqual([0, 2, 1]);
    expect([...marks]).toEqual([1, 0, 1, 0]);
  });
});
