import type { ImportOptions } from '#contract/documents';
import { headerLevels, isFilled, isNames, isSeries, looksLikeData } from './headers.ts';
import type { CellRange } from '../parsed.ts';
import { tableAbove } from './table-above.ts';

export interface Structure {
  readonly preambleRows: number;
  /** 0: the file has no header. */
  readonly headerRows: number;
  readonly width: number;
  readonly known: number;
}

const isYear = (cell: string) => /^(19|20)\d\d$/.test(cell.trim());

const filled = (row: readonly string[]) => row.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);

/** Titles, filters and remarks above a table take no more rows than this. */
const LONGEST_PREAMBLE = 50;
/** Rows that make a table below a long preamble, its header among them. */
const SHORTEST_TABLE = 3;
const FEWEST_COLUMNS = 3;

/**
 * Finds where the table begins: title rows above it, the header and its levels, how many columns.
 *
 * @param rows the first records of the file
 * @param isHeader whether any platform calls a column this
 * @param merges merged ranges, where the file has such
 */
export function findStructure(rows: readonly (readonly string[])[], isHeader: (text: string) => boolean, merges: readonly CellRange[] = []): Structure {
  const found = findHeader(rows, isHeader);
  // A header of several rows may leave too many gaps in each of them to be found by one.
  const at = found.headerRows > 0 ? found.preambleRows : found.preambleRows - 1;
  const { first, count } = at < 0 ? { first: 0, count: 0 } : headerLevels(rows, at, merges);
  if (found.headerRows === 0 && count < 2) return found;
  const reach = rows.slice(first, first + count).reduce((most, row) => Math.max(most, row.length), found.width);
  return { ...found, preambleRows: first, headerRows: count, width: count > 1 ? reach : found.width };
}

/** The structure that was found, or what was chosen instead: the names that are known are then those of the rows chosen. */
export function chosenStructure(
  found: Structure,
  rows: readonly (readonly string[])[],
  { preambleRows = found.preambleRows, headerRows = found.headerRows }: Pick<ImportOptions, 'preambleRows' | 'headerRows'>,
  isHeader: (text: string) => boolean,
): Structure {
  if (preambleRows === found.preambleRows && headerRows === found.headerRows) return found;
  const known = rows.slice(preambleRows, preambleRows + headerRows).reduce((count, cells) => count + cells.filter((cell) => isFilled(cell) && isHeader(cell)).length, 0);
  return { ...found, preambleRows, headerRows, known };
}

function findHeader(rows: readonly (readonly string[])[], isHeader: (text: string) => boolean): Structure {
  const width = usualWidth(rows);
  const looked = rows.slice(0, LONGEST_PREAMBLE);
  let best = { row: -1, known: 0 };
  for (const [row, cells] of looked.entries()) {
    const known = cells.reduce((count, cell) => (cell.trim() !== '' && isHeader(cell) ? count + 1 : count), 0);
    if (known >= 2 && known > best.known && cells.filter(looksLikeData).length <= cells.length / 4) best = { row, known };
  }
  if (best.row >= 0 && filled(looked[best.row] ?? []) >= Math.max(2, width * 0.4)) {
    const { row, known } = tableAbove(looked, best.row, isHeader) ?? best;
    return { preambleRows: row, headerRows: 1, width: Math.max(width, (looked[row] ?? []).length), known };
  }
  const first = looked.findIndex((cells) => cells.length >= width && filled(cells) >= Math.max(1, width * 0.6));
  const at = Math.max(0, first);
  const candidate = looked[at] ?? [];
  return { preambleRows: at, headerRows: isHeaderRow(candidate, looked.slice(at + 1)) ? 1 : 0, width, known: best.known };
}

/** A header names things; a row of data holds numbers or dates where the rows below hold them too. */
function isHeaderRow(candidate: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (!below.some((row) => row.some(isFilled))) return candidate.some(isFilled) && !candidate.some((cell) => isFilled(cell) && looksLikeData(cell) && !isYear(cell));
  const dataCells = candidate.filter((cell, i) => cell.trim() !== '' && looksLikeData(cell) && below.slice(0, 5).some((row) => looksLikeData(row[i] ?? ''))).length;
  const names = candidate.filter((cell) => cell.trim() !== '');
  if (isSeries(candidate, below)) return true;
  // Years as headers (2021, 2022) are names too when the first cell is a word.
  const years = names.filter(isYear).length;
  if (dataCells - years > 0 && dataCells > names.length / 3) return false;
  if (dataCells > 0 && years === 0) return false;
  return names.length > 0;
}

/**
 * The number of columns of a short table at the end of a text, below more lines that are none: names of at least three columns, and rows of
 * as many fields with numbers or dates; `null` where there is no such table.
 */
export function shortTableWidth(rows: readonly (readonly string[])[]): number | null {
  const lines = rows.filter((row) => row.some(isFilled));
  const lone = loneTableWidth(lines);
  if (lone !== null) return lone;
  const width = lines.at(-1)?.length ?? 0;
  const start = lines.findLastIndex((row) => row.length !== width) + 1;
  const [header = [], ...data] = lines.slice(start);
  const isPadded = (cell: string) => cell.startsWith(' ');
  if (width < FEWEST_COLUMNS || start > LONGEST_PREAMBLE || data.length < SHORTEST_TABLE - 1 || !isNames(header) || !header.every(isFilled)) return null;
  return !lines.slice(start).some((row) => row.some(isPadded)) && data.every((row) => row.some(looksLikeData)) ? width : null;
}

/** So many names in one line are no sentence. */
const FEWEST_NAMES = 5;
const LONGEST_NAME = 40;

/**
 * The number of columns of a report that tells nothing, or one row only, among lines of one field each; `null` where there is none.
 */
function loneTableWidth(lines: readonly (readonly string[])[]): number | null {
  const [header, row, ...others] = lines.filter((cells) => cells.length > 1);
  const areNames = (cells: readonly string[]) =>
    isNames(cells) && new Set(cells).size === cells.length && cells.every((cell) => isFilled(cell) && cell.length <= LONGEST_NAME && !cell.startsWith(' '));
  if (header === undefined || others.length > 0 || header.length < FEWEST_NAMES || lines.length > LONGEST_PREAMBLE || !areNames(header)) return null;
  return row === undefined || (row.length === header.length && row.some(looksLikeData)) ? header.length : null;
}

/** Rows without the remarks that a text begins with, where something follows them. */
export function withoutRemarks(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const first = rows.findIndex((row) => row.some(isFilled) && !(row[0] ?? '').startsWith('#'));
  return first < 0 ? rows : rows.slice(first);
}

/** The number of fields most records have; ties go to the larger. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const told = withoutRemarks(rows);
  const width = commonWidth(told);
  return width > 1 ? width : (shortTableWidth(told) ?? width);
}

function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (filled(row) > 0) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 1;
  let bestCount = 0;
  for (const [width, count] of counts) {
    if (count > bestCount || (count === bestCount && width > best)) {
      best = width;
      bestCount = count;
    }
  }
  return best;
}
