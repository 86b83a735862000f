import type { ReactNode } from 'react';
import type { Cell } from '#contract/values';
import { isNumeric } from '../format/numbers.ts';
import type { CellBlock } from './gridBlocks.ts';
import { type GridColumn, type GridSelection, isSelected } from './gridCells.ts';
import type { GridBand } from './GridHead.tsx';

interface GridRowProps extends GridBand {
  /** Begins the ids of the cells. */
  readonly id: string;
  readonly row: number;
  readonly label: string;
  readonly className: string;
  readonly selection: GridSelection | null;
  readonly block: CellBlock | null;
  value(column: number): Cell | undefined;
  show(column: number, value: Cell): string;
  readonly marks: ((text: string, column: GridColumn) => boolean) | undefined;
  readonly renderCell: ((column: number) => ReactNode | undefined) | undefined;
  readonly onOpen: ((row: number, column: number) => void) | undefined;
}

/** One row of a grid: its number and frozen cells, and of the others those in sight. */
export function GridRow({ id, row, label, className, columns, layout, frozenIndexes, scrolling, numberWidth, width, height, selection, block, value, show, marks, renderCell, onOpen }: GridRowProps) {
  const cell = (index: number) => {
    const column = columns[index];
    if (column === undefined) return null;
    const left = layout.edges[index] ?? 0;
    const held = value(index);
    const text = held === undefined ? '' : show(index, held);
    const cursor = selection?.row === row && selection.column === index;
    const marked = typeof held !== 'undefined' && held !== null && marks?.(text, column) === true;
    return (
      <div
        key={column.name}
        id={`${id}-${row}-${index}`}
        role="gridcell"
        aria-colindex={index + 1}
        aria-selected={isSelected(selection, row, index)}
        data-r={row}
        data-c={index}
        className={`dg-td${isNumeric(column.type) ? ' r' : ''}${held === null ? ' none' : ''}${cursor ? ' cur' : ''}${marked ? ' hit' : ''}`}
        style={{ left: left + numberWidth, width: (layout.edges[index + 1] ?? 0) - left, lineHeight: `${height - 1}px` }}
        title={text.length > 14 ? text : undefined}
        onDoubleClick={() => onOpen?.(row, index)}
      >
        {held === undefined ? null : (renderCell?.(index) ?? text)}
      </div>
    );
  };
  const chosen = block !== null && row >= block.top && row <= block.bottom;
  return (
    <div role="row" aria-rowindex={row + 2} className={`dg-row ${className}`} style={{ height, width }}>
      <div className={layout.frozen > 0 ? 'dg-fz edge' : 'dg-fz'} role="presentation" style={{ width: numberWidth + layout.frozenWidth }}>
        <div className={chosen ? 'dg-rn in' : 'dg-rn'} role="rowheader" data-r={row} data-c={-1} style={{ width: numberWidth }}>
          {label}
        </div>
        {frozenIndexes.map(cell)}
      </div>
      {scrolling.map(cell)}
    </div>
  );
}
