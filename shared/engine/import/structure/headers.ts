import { epochSeconds, parseCivil } from '../../values/dates.ts';
import { parseDecimal } from '../../values/numbers.ts';
import type { CellRange } from '../parsed.ts';

const MOST_LEVELS = 4;

export const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
export const looksLikeData = (cell: string): boolean => parseDecimal(cell) !== null || parseCivil(cell) !== null;

/** A row of names: nothing in it reads like a number or a date. */
export const isNames = (cells: readonly string[]): boolean => cells.some(isFilled) && !cells.some((cell) => isFilled(cell) && looksLikeData(cell));

/** So many numbers in a row are counted on by design. */
const SHORTEST_SERIES = 3;

/**
 * Whether a row names columns by a series behind its first cell: days that follow each other, or 1, 2, 3. The rows below go on in no such
 * way.
 */
export function isSeries(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const columns = cells.map((_, i) => i).filter((i) => isFilled(cells[i]) && looksLikeData(cells[i] as string));
  const first = cells.find(isFilled);
  const rows = below.slice(0, 5).filter((row) => row.some(isFilled));
  // A corner may be blank above names.
  const isNamed = first !== undefined && !looksLikeData(first);
  const isBlankCorner = !isFilled(cells[0]) && columns.length >= SHORTEST_SERIES && rows.length > 0 && rows.every((row) => isFilled(row[0]) && !looksLikeData(row[0] as string));
  if (!(isNamed || isBlankCorner) || columns.length < 2) return false;
  const days = columns.map((i) => dayOf(cells[i] as string));
  if (days.every((day) => day !== null)) return areRising(days) && rows.every((row) => columns.every((i) => dayOf(row[i] ?? '') === null));
  const isCounting = (row: readonly string[]) => columns.every((i, at) => at === 0 || Number(row[i]) === Number(row[columns[at - 1] as number]) + 1);
  return isNamed && columns.length >= SHORTEST_SERIES && columns.every((i) => /^\d{1,4}$/.test((cells[i] as string).trim())) && isCounting(cells) && rows.length > 0 && !rows.some(isCounting);
}

/** A day as a number that rises; `null` for what is no date. A number alone is none here. */
export function dayOf(cell: string): number | null {
  if (parseDecimal(cell) !== null) return null;
  const civil = parseCivil(cell);
  return civil === null ? null : epochSeconds(civil, 0);
}

const areRising = (numbers: readonly number[]): boolean => numbers.every((n, i) => i === 0 || n > (numbers[i - 1] as number)) || numbers.every((n, i) => i === 0 || n < (numbers[i - 1] as number));

/**
 * Finds the rows of a header that has more than one.
 *
 * Two rows belong together when each names columns that the other leaves blank, or when a merged range of the upper row spans
 * columns that the lower one names apart or spans again.
 *
 * @param at the row that was found to be the header, from 0
 * @returns first row and number of rows
 */
export function headerLevels(rows: readonly (readonly string[])[], at: number, merges: readonly CellRange[] = []): { readonly first: number; readonly count: number } {
  let first = at;
  let last = at;
  while (first > 0 && last - first + 1 < MOST_LEVELS && belongTogether(rows, first - 1, first, merges)) first--;
  while (last + 1 < rows.length && last - first + 1 < MOST_LEVELS && belongTogether(rows, last, last + 1, merges)) last++;
  return { first, count: last - first + 1 };
}

function belongTogether(rows: readonly (readonly string[])[], upper: number, lower: number, merges: readonly CellRange[]): boolean {
  const above = rows[upper] ?? [];
  const below = rows[lower] ?? [];
  if (!areNames(above, upper, merges) || !areNames(below, lower, merges)) return false;
  const width = Math.max(above.length, below.length);
  // Ranges count rows and columns from 1.
  const spans = merges.some((range) => {
    const columns = range.lastColumn - range.firstColumn + 1;
    if (range.firstRow !== upper + 1 || range.lastRow !== upper + 1 || columns === 1 || columns >= width) return false;
    return countFilled(below.slice(range.firstColumn - 1, range.lastColumn)) >= 2 || merges.some((inner) => inner.firstRow === lower + 1 && isWithin(inner, range));
  });
  // A name may reach down over more levels than these two.
  const tall = merges.some((range) => range.firstRow <= upper + 1 && range.lastRow >= lower + 1 && range.firstColumn === range.lastColumn);
  if (spans && (tall || countFilled(above) >= 2)) return true;
  // What reaches over both rows names a column of both.
  if (tall && countFilled(above) >= 2 && countFilled(below) >= 2) return true;
  // A sheet of text has no merges to tell: the upper row has to name columns that the lower one leaves blank, and leave gaps that it fills.
  let onlyAbove = 0;
  let onlyBelow = 0;
  for (let column = 0; column < width; column++) {
    const a = isFilled(above[column]);
    const b = isFilled(below[column]);
    if (a && !b) onlyAbove++;
    else if (b && !a) onlyBelow++;
  }
  if (countFilled(above) < 2 || onlyAbove === 0 || onlyBelow === 0 || countFilled(below) < 2) return false;
  // The gaps stand right of a name they belong to, and data stands below both rows.
  const named = above.findIndex(isFilled);
  const gap = below.findIndex((cell, column) => isFilled(cell) && !isFilled(above[column]));
  return gap > named && coversRows(rows, lower, width);
}

/** Whether a row names things; a year or a day that spans several columns names them as well. */
function areNames(cells: readonly string[], row: number, merges: readonly CellRange[]): boolean {
  const spans = (column: number) => merges.some((range) => range.firstRow === row + 1 && range.firstColumn === column + 1 && range.lastColumn > range.firstColumn);
  return cells.some(isFilled) && !cells.some((cell, column) => isFilled(cell) && looksLikeData(cell) && !spans(column));
}

const isWithin = (inner: CellRange, outer: CellRange) =>
  inner.firstColumn >= outer.firstColumn && inner.lastColumn <= outer.lastColumn && inner.firstColumn < inner.lastColumn && inner.firstRow === inner.lastRow;

/** Whether the rows under a header fill columns of both of its rows. */
function coversRows(rows: readonly (readonly string[])[], lower: number, width: number): boolean {
  const data = rows.slice(lower + 1, lower + 6).filter((row) => row.some(isFilled));
  return data.length > 0 && data.every((row) => countFilled(row) >= Math.max(2, width * 0.4));
}

/** A header stands among the first rows that hold more than a title. */
const FIRST_ROWS = 3;

/**
 * Whether the first rows look as if their cells were merged: one of them that is mostly names leaves cells blank that another row fills.
 *
 * @param rows of the beginning of a sheet
 */
export function mayBeMerged(rows: readonly (readonly string[])[]): boolean {
  const first = rows.filter((row) => countFilled(row) > 1).slice(0, FIRST_ROWS);
  const width = first.reduce((most, row) => Math.max(most, row.length), 0);
  return first.some((row) => countFilled(row) < width && countData(row) * 2 <= countFilled(row));
}

const countData = (cells: readonly string[]): number => cells.filter((cell) => isFilled(cell) && looksLikeData(cell)).length;

const countFilled = (cells: readonly string[]): number => cells.reduce((count, cell) => (isFilled(cell) ? count + 1 : count), 0);

/**
 * The names of a header of several rows: `parent / child`.
 *
 * A name reaches over the blank cells right of it while the rows below name columns there; where they do not it stands alone.
 */
export function flattenHeader(levels: readonly (readonly string[])[]): string[] {
  if (levels.length <= 1) return [...(levels[0] ?? [])];
  const width = levels.reduce((most, row) => Math.max(most, row.length), 0);
  const bottom = levels.length - 1;
  const filled = levels.map((row, level) => {
    if (level === bottom) return row;
    let carried = '';
    return Array.from({ length: width }, (_, column) => {
      const own = row[column] ?? '';
      const below = levels.slice(level + 1).some((lower) => isFilled(lower[column]));
      if (isFilled(own)) carried = below ? own : '';
      else if (!below) carried = '';
      return isFilled(own) ? own : carried;
    });
  });
  return Array.from({ length: width }, (_, column) => {
    const parts = filled.map((row) => (row[column] ?? '').trim()).filter((part) => part !== '');
    return parts.filter((part, i) => part !== parts[i - 1]).join(' / ');
  });
}
