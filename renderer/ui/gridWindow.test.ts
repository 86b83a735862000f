import { describe, expect, it } from 'vitest';
import { columnWindow, rowsInSight, rowWindow, scrollToRow } from './gridWindow.ts';

describe('grid windows', () => {
  it('shows the rows in sight and a few around', () => {
    expect(rowWindow(0, 300, 1000, 30)).toEqual({ first: 0, last: 16, top: 0, height: 30_000 });
    expect(rowWindow(3000, 300, 1000, 30, 0)).toMatchObject({ first: 100, last: 110, top: 3000 });
  });

  it('reaches both ends of a table that is too tall for the browser', () => {
    const total = 5_000_000;
    const height = rowWindow(0, 600, total, 30).height;
    expect(height).toBeLessThan(16_000_000);
    expect(rowWindow(height - 600, 600, total, 30).last).toBe(total - 1);
    const top = scrollToRow(total - 1, 0, 600, total, 30);
    expect(rowWindow(top, 600, total, 30).last).toBe(total - 1);
  });

  it.each([
    [0, 300, 1000, { first: 0, last: 9 }],
    [14, 300, 1000, { first: 0, last: 9 }],
    [16, 300, 1000, { first: 1, last: 10 }],
    [0, 300, 4, { first: 0, last: 3 }],
    [29_700, 300, 1000, { first: 990, last: 999 }],
  ])('tells the rows in sight from %i', (top, height, total, rows) => {
    expect(rowsInSight(top, height, total, 30)).toEqual(rows);
  });

  it('finds the columns in sight', () => {
    expect(columnWindow(150, 200, [0, 100, 200, 300, 400, 500])).toEqual({ first: 1, last: 3 });
    expect(columnWindow(0, 50, [0, 100])).toEqual({ first: 0, last: 0 });
  });
});
