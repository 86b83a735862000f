import { describe, expect, it } from 'vitest';
import { formatCell } from '../format/numbers.ts';
import { COPY_CELLS, copyable, copyLines, headingLine, withHeadings } from './copyCells.ts';

const COLUMNS = [
  { name: 'a', title: 'A\tB', type: 'text' },
  { name: 'b', type: 'money' },
];
const VALUES = [
  ['x\ty', -12_345_000],
  [null, 10_000_000],
];

describe('copying cells', () => {
  it('writes headings, numbers without separators, and nothing for what is missing', () => {
    const block = { top: 0, left: 0, bottom: 1, right: 1 };
    expect(headingLine(block, COLUMNS)).toBe('A B\tb');
    expect(copyLines(block, COLUMNS, (row, column) => VALUES[row]?.[column], formatCell)).toEqual(['x y\t-1234.50', '\t1000.00']);
    expect([withHeadings(block), withHeadings({ ...block, bottom: 0, right: 0 })]).toEqual([true, false]);
  });

  it('takes as many rows as one copy holds', () => {
    expect(copyable({ top: 5, left: 0, bottom: 2_000_004, right: 9 })).toEqual({ top: 5, left: 0, bottom: 5 + COPY_CELLS / 10 - 1, right: 9 });
    const small = { top: 0, left: 0, bottom: 9, right: 9 };
    expect(copyable(small)).toBe(small);
  });
});
