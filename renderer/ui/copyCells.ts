import type { Cell } from '#contract/values';
import { type CellBlock, cellsOf, columnsOf, rowsOf } from './gridBlocks.ts';
import type { GridColumn } from './gridCells.ts';

/** What one copy takes at most: more would stop the clipboard, and the programs that read it. */
export const COPY_CELLS = 1_000_000;

/** A value by its row in the table and its column in the grid. */
export type CellReader = (row: number, column: number) => Cell | undefined;
type Writer = (value: Cell | undefined, type: string) => string;

/** As many of the rows of a block as one copy takes. */
export function copyable(block: CellBlock): CellBlock {
  const rows = Math.max(1, Math.floor(COPY_CELLS / columnsOf(block)));
  return rowsOf(block) <= rows ? block : { ...block, bottom: block.top + rows - 1 };
}

/** Whether the headings are copied with the cells: with all but a single value. */
export const withHeadings = (block: CellBlock) => cellsOf(block) > 1;

/** The heading line of a block. */
export function headingLine({ left, right }: CellBlock, columns: readonly GridColumn[]): string {
  return columns
    .slice(left, right + 1)
    .map((column) => plain(column.title ?? column.name))
    .join('\t');
}

/** Rows of a block as a spreadsheet takes them: numbers without separators, nothing for what is missing. */
export function copyLines({ top, left, bottom, right }: CellBlock, columns: readonly GridColumn[], cell: CellReader, write: Writer): string[] {
  const shown = columns.slice(left, right + 1);
  return Array.from({ length: bottom - top + 1 }, (_, offset) => shown.map((column, index) => written(cell(top + offset, left + index), column.type, write)).join('\t'));
}

/** A cell as it is copied. */
export function written(value: Cell | undefined, type: string, write: Writer): string {
  if (value === null || value === undefined) return '';
  return plain(typeof value === 'string' ? value : write(value, type).replace(/,/g, '').replace('−', '-'));
}

const plain = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
