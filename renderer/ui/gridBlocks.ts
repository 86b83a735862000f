import type { GridSelection } from './gridCells.ts';

/** A rectangle of cells; all four edges belong to it. */
export interface CellBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The cells between the anchor and the cursor. */
export function blockOf({ row, column, anchorRow, anchorColumn }: GridSelection): CellBlock {
  return { top: Math.min(row, anchorRow), left: Math.min(column, anchorColumn), bottom: Math.max(row, anchorRow), right: Math.max(column, anchorColumn) };
}

export const rowsOf = ({ top, bottom }: CellBlock) => bottom - top + 1;
export const columnsOf = ({ left, right }: CellBlock) => right - left + 1;
export const cellsOf = (block: CellBlock) => rowsOf(block) * columnsOf(block);

/** One cell. */
export function atCell(row: number, column: number): GridSelection {
  return { row, column, anchorRow: row, anchorColumn: column };
}

/** A selection inside a table that may have become smaller; `null` when the table is empty. */
export function clampSelection(selection: GridSelection | null, rows: number, columns: number): GridSelection | null {
  if (selection === null || rows === 0 || columns === 0) return null;
  const row = (value: number) => Math.min(value, rows - 1);
  const column = (value: number) => Math.min(value, columns - 1);
  const { row: r, column: c, anchorRow, anchorColumn } = selection;
  if (r < rows && c < columns && anchorRow < rows && anchorColumn < columns) return selection;
  return { row: row(r), column: column(c), anchorRow: row(anchorRow), anchorColumn: column(anchorColumn) };
}

/** What a press on the grid points at; -1 is the head, or the column of row numbers. */
export interface GridSpot {
  readonly row: number;
  readonly column: number;
}

/**
 * What is selected by pressing somewhere: a cell, a whole row by its number, a whole column by its head, everything by the corner.
 *
 * @param from what was selected, when it is to be extended
 */
export function selectionAt({ row, column }: GridSpot, from: GridSelection | null, rows: number, columns: number): GridSelection {
  const last = { row: rows - 1, column: columns - 1 };
  if (row < 0 && column < 0) return { row: 0, column: 0, anchorRow: last.row, anchorColumn: last.column };
  // The cursor stays at the near end of whole rows and columns, so that nothing scrolls away.
  if (column < 0) return { row, column: 0, anchorRow: from?.anchorRow ?? row, anchorColumn: last.column };
  if (row < 0) return { row: 0, column, anchorRow: last.row, anchorColumn: from?.anchorColumn ?? column };
  return from === null ? atCell(row, column) : { ...from, row, column };
}
