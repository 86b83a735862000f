import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import { isFilled, looksLikeData } from './headers.ts';
import { isTableOfItsOwn, namesAnew } from './own-table.ts';
import { asTitle, isOtherTitle, startsTable } from './sections.ts';
import { totalLabel } from './totals.ts';

const MOST_COLUMNS = 500;
/** A sheet of so many gaps is full of holes; they tell nothing. */
const MOST_GAPS = 1000;
/** Lines between a gap and the header. */
export const MOST_TITLES = 3;
/** In a larger sheet no title is looked for that stands straight below a row. */
const MOST_ROWS_WITHOUT_GAP = 50_000;
/** Rows by which it is judged what a column holds. */
const LOOKED_AT = 200;
const MOSTLY = 0.8;

/** A table that begins below the rows of another one; rows by their index. */
export interface TableBelow {
  /** The first line above its header, or the header itself. */
  readonly start: number;
  readonly header: number;
  /** Whether both it and what stands above are tables beyond doubt. */
  readonly isProven: boolean;
}

/**
 * The tables of a sheet that begin behind blank rows, and those straight below a row that have a title and are proven. In text files they
 * are found before the table is read.
 *
 * @param title the line above the first table; empty where there is none
 */
export function tablesBelow(table: Table, columns: readonly TextColumn[], title: string): TableBelow[] {
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return [];
  const fileRow = (row: number) => table.origin.row[row] as number;
  const cells = (row: number) => columns.map((column) => String(cellAt(column, row) ?? ''));
  const found: TableBelow[] = [];
  let header = columns.map(({ name }) => name);
  let from = 0;
  let last = title;
  let gaps = 0;
  for (let row = 1; row < table.rows - 1 && gaps < MOST_GAPS; row++) {
    const blanks = fileRow(row) - fileRow(row - 1) - 1;
    if (blanks === 0 && table.rows > MOST_ROWS_WITHOUT_GAP) continue;
    const titles = titlesAt(columns, row);
    if (blanks === 0 && titles === 0) continue;
    gaps++;
    const at = row + titles;
    if (at + 1 >= table.rows) break;
    // A cell may hold nothing but blanks.
    const own = at === row ? '' : asTitle(cells(at - 1).find(isFilled) ?? '');
    const end = row;
    const holdsData = (column: number) => isMostlyData(columns[column] as TextColumn, from, end);
    if (!startsTable(cells(at), cells(at + 1), { header, isApart: own !== '' || blanks > 1, isRetitled: isOtherTitle(own, last), holdsData })) continue;
    const isProven = namesAnew(cells(at), header) && isTableOfItsOwn(table, header, from, row) && isTableOfItsOwn(table, cells(at), at + 1, endOfRun(table, at));
    // A title amid rows is often that of a group.
    if (blanks === 0 && (!isProven || own === '' || totalLabel(cells(row)) !== null)) continue;
    found.push({ start: row, header: at, isProven });
    header = cells(at);
    last = own;
    from = at + 1;
    row = at;
  }
  return found;
}

/** Where the rows that stand under each other without a gap end. */
function endOfRun({ rows, origin }: Table, first: number): number {
  let end = first + 1;
  while (end < rows && (origin.row[end] as number) === (origin.row[end - 1] as number) + 1) end++;
  return end;
}

/** How many rows from this one on hold a text alone. */
export function titlesAt(columns: readonly TextColumn[], row: number): number {
  let count = 0;
  while (count < MOST_TITLES && isAlone(columns, row + count)) count++;
  return count;
}

/** Whether a row has one cell only. */
function isAlone(columns: readonly TextColumn[], row: number): boolean {
  let filled = 0;
  for (const { codes } of columns) if ((codes[row] ?? 0) !== 0 && ++filled > 1) return false;
  return filled === 1;
}

function isMostlyData(column: TextColumn, from: number, until: number): boolean {
  let filled = 0;
  let data = 0;
  for (let row = from; row < Math.min(until, from + LOOKED_AT); row++) {
    const cell = String(cellAt(column, row) ?? '');
    if (!isFilled(cell)) continue;
    filled++;
    if (looksLikeData(cell)) data++;
  }
  return filled > 0 && data >= filled * MOSTLY;
}
