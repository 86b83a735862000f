import { describe, expect, it } from 'vitest';
import { columnWidth, isSelected, moveSelection } from './gridCells.ts';

const at = (row: number, column: number) => ({ row, column, anchorRow: row, anchorColumn: column });

describe('grid cells', () => {
  it('moves, jumps and extends inside the table', () => {
    expect(moveSelection('ArrowDown', false, false, at(0, 0), 10, 3, 5)).toEqual(at(1, 0));
    expect(moveSelection('ArrowUp', false, false, at(0, 0), 10, 3, 5)).toEqual(at(0, 0));
    expect(moveSelection('End', true, false, at(0, 0), 10, 3, 5)).toEqual(at(9, 2));
    expect(moveSelection('ArrowRight', false, true, at(2, 0), 10, 3, 5)).toEqual({ row: 2, column: 1, anchorRow: 2, anchorColumn: 0 });
    expect(moveSelection('a', false, false, at(0, 0), 10, 3, 5)).toBeNull();
    expect(isSelected({ row: 2, column: 1, anchorRow: 1, anchorColumn: 0 }, 1, 1)).toBe(true);
  });

  it('gives Han names room', () => {
    expect(columnWidth({ name: '买家实际支付金额合计', type: 'money' })).toBeGreaterThan(columnWidth({ name: 'paid', type: 'money' }));
  });
});
