import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import { isFilled, looksLikeData } from './headers.ts';
import { asTitle, isOtherTitle, startsTable } from './sections.ts';

const MOST_COLUMNS = 500;
/** A sheet of so many gaps is full of holes; they tell nothing. */
const MOST_GAPS = 1000;
/** Lines between a gap and the header. */
export const MOST_TITLES = 3;
/** Rows by which it is judged what a column holds. */
const LOOKED_AT = 200;
const MOSTLY = 0.8;

/**
 * Rows of a sheet that begin another table behind blank rows: their index. In text files this is found before the table is read.
 *
 * @param title the line above the table; empty where there is none
 */
export function headersBehindGaps(table: Table, columns: readonly TextColumn[], title: string): number[] {
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return [];
  const fileRow = (row: number) => table.origin.row[row] as number;
  const cells = (row: number) => columns.map((column) => String(cellAt(column, row) ?? ''));
  const found: number[] = [];
  let header = columns.map(({ name }) => name);
  let from = 0;
  let last = title;
  let gaps = 0;
  for (let row = 1; row < table.rows - 1 && gaps < MOST_GAPS; row++) {
    const blanks = fileRow(row) - fileRow(row - 1) - 1;
    if (blanks === 0) continue;
    gaps++;
    const at = row + titlesAt(columns, row);
    if (at + 1 >= table.rows) break;
    // A cell may hold nothing but blanks.
    const own = at === row ? '' : asTitle(cells(at - 1).find(isFilled) ?? '');
    const end = row;
    const holdsData = (column: number) => isMostlyData(columns[column] as TextColumn, from, end);
    if (!startsTable(cells(at), cells(at + 1), { header, isApart: own !== '' || blanks > 1, isRetitled: isOtherTitle(own, last), holdsData })) continue;
    found.push(at);
    header = cells(at);
    last = own;
    from = at + 1;
    row = at;
  }
  return found;
}

/** How many rows from this one on hold a text alone. */
export function titlesAt(columns: readonly TextColumn[], row: number): number {
  const isTitle = (at: number) => columns.filter(({ codes }) => (codes[at] ?? 0) !== 0).length === 1;
  let count = 0;
  while (count < MOST_TITLES && isTitle(row + count)) count++;
  return count;
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
