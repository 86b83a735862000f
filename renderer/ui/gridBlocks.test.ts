import { describe, expect, it } from 'vitest';
import { atCell, blockOf, cellsOf, clampSelection, selectionAt } from './gridBlocks.ts';

describe('blocks of cells', () => {
  it('lie between the anchor and the cursor', () => {
    const block = blockOf({ row: 1, column: 4, anchorRow: 3, anchorColumn: 2 });
    expect(block).toEqual({ top: 1, left: 2, bottom: 3, right: 4 });
    expect(cellsOf(block)).toBe(9);
  });

  it('stay inside a table that became smaller', () => {
    expect(clampSelection({ row: 9, column: 1, anchorRow: 2, anchorColumn: 5 }, 5, 3)).toEqual({ row: 4, column: 1, anchorRow: 2, anchorColumn: 2 });
    expect(clampSelection(atCell(0, 0), 0, 3)).toBeNull();
  });

  it.each([
    ['a cell', { row: 2, column: 1 }, null, { top: 2, left: 1, bottom: 2, right: 1 }],
    ['a cell, extending', { row: 2, column: 1 }, atCell(0, 0), { top: 0, left: 0, bottom: 2, right: 1 }],
    ['a row number', { row: 2, column: -1 }, null, { top: 2, left: 0, bottom: 2, right: 3 }],
    ['a row number, extending', { row: 4, column: -1 }, atCell(2, 1), { top: 2, left: 0, bottom: 4, right: 3 }],
    ['a head', { row: -1, column: 2 }, null, { top: 0, left: 2, bottom: 9, right: 2 }],
    ['the corner', { row: -1, column: -1 }, null, { top: 0, left: 0, bottom: 9, right: 3 }],
  ] as const)('are chosen by pressing %s', (_name, spot, from, block) => {
    expect(blockOf(selectionAt(spot, from, 10, 4))).toEqual(block);
  });
});
