import { describe, expect, it } from 'vitest';
import { gridLayout, scrollingColumns, scrollToColumn } from './gridLayout.ts';

const COLUMNS = Array.from({ length: 10 }, (_, i) => ({ name: `c${i}`, type: 'text', width: 100 }));

describe('where columns stand', () => {
  it('keeps frozen columns as far as the others have room', () => {
    expect(gridLayout(COLUMNS, 2, 500)).toMatchObject({ frozen: 2, frozenWidth: 200 });
    expect(gridLayout(COLUMNS, 6, 500)).toMatchObject({ frozen: 3, frozenWidth: 300 });
    expect(gridLayout(COLUMNS.slice(0, 2), 2, 900)).toMatchObject({ frozen: 1 });
  });

  it.each([
    [0, { first: 2, last: 4 }],
    [250, { first: 4, last: 7 }],
  ])('shows what is beside them, scrolled to %i', (left, shown) => {
    expect(scrollingColumns(gridLayout(COLUMNS, 2, 500), left, 500)).toEqual(shown);
  });

  it.each([
    ['a frozen one stays', 1, 300, 300],
    ['one under the frozen ones comes out', 2, 300, 0],
    ['one beyond the right edge comes in', 8, 0, 400],
    ['one in sight stays', 3, 0, 0],
  ])('%s', (_name, column, from, to) => {
    expect(scrollToColumn(gridLayout(COLUMNS, 2, 500), column, from, 500)).toBe(to);
  });
});
