import { describe, expect, it } from 'vitest';
import { tableOf } from '../table/table.ts';
import { sumsOf } from './sums.ts';

const TABLE = tableOf(
  [
    ['s', 'text'],
    ['m', 'money'],
    ['n', 'int'],
  ],
  [
    ['x', 10_000, 1],
    ['y', null, 2],
    [null, 30_000, 3],
    ['z', -5_000, 4],
  ],
);

describe('what the cells of a block come to', () => {
  it.each([
    ['one column', null, 0, 2, ['m'], { cells: 3, filled: 2, numbers: 2, type: 'money', sum: 40_000, min: 10_000, max: 30_000 }],
    ['with texts beside it', null, 0, 3, ['s', 'n'], { cells: 8, filled: 7, numbers: 4, type: 'int', sum: 10, min: 1, max: 4 }],
    ['kinds that do not add up', null, 0, 0, ['m', 'n'], { cells: 2, filled: 2, numbers: 2, type: null, sum: 0, min: 0, max: 0 }],
    ['rows as they are shown', Uint32Array.of(3, 2, 1, 0), 0, 1, ['m'], { cells: 2, filled: 2, numbers: 2, type: 'money', sum: 25_000, min: -5_000, max: 30_000 }],
    ['beyond the end', null, 3, 9, ['s'], { cells: 1, filled: 1, numbers: 0, type: null, sum: 0, min: 0, max: 0 }],
  ] as const)('%s', (_name, order, first, last, names, expected) => {
    expect(sumsOf(TABLE, order, first, last, names)).toEqual(expected);
  });
});
