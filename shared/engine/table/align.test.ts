import { describe, expect, it } from 'vitest';
import { alignRows } from './align.ts';
import { gather, NO_ROW, noOrigin, tableOf } from './table.ts';

const table = tableOf([['a', 'text']], [['w'], ['x'], ['y'], ['z']]);
const plain = ({ from, gone, subset }: ReturnType<typeof alignRows>) => ({ from: [...from], gone: [...gone], subset });

describe('rows of a table in a later one', () => {
  it('are found where some were taken away', () => {
    expect(plain(alignRows(table, gather(table, Uint32Array.of(1, 3))))).toEqual({ from: [1, 3], gone: [1, 0, 1, 0], subset: true });
  });

  it('are found in another order', () => {
    expect(plain(alignRows(table, gather(table, Uint32Array.of(3, 0))))).toEqual({ from: [3, 0], gone: [0, 1, 1, 0], subset: true });
  });

  it('are told apart by their cells where one row of a file became several', () => {
    const twins = { ...table, origin: { source: Uint32Array.of(1, 1, 1, 1), row: Uint32Array.of(5, 5, 6, 6) } };
    expect(plain(alignRows(twins, gather(twins, Uint32Array.of(1, 2))))).toEqual({ from: [1, 2], gone: [1, 0, 0, 1], subset: true });
  });

  it('are none where the later rows were computed', () => {
    const sums = { ...tableOf([['n', 'int']], [[1]]), origin: noOrigin(1) };
    expect(plain(alignRows(table, sums))).toEqual({ from: [NO_ROW], gone: [1, 1, 1, 1], subset: false });
  });
});
