import { parseDecimal } from '../../values/numbers.ts';
import { isFilled, isNames, looksLikeData } from './headers.ts';

type Row = readonly string[];
type IsHeader = (text: string) => boolean;

/** One line of figures below names is a summary, as many exports print it above their table. */
const FEWEST_ROWS = 2;
/** One name may be that of a setting, its value beside it. */
const FEWEST_KNOWN = 2;
/** Settings and notes have a colon behind their name. */
const NOTE = /[:：]/;

/**
 * The header of a table that ends above another one, whose header names more that is known. What only tells of the table below it
 * (titles, settings, a line of sums) is none.
 *
 * @param rows the first records of the file
 * @param header the row whose names are known best, from 0
 * @returns its row and how many of its names are known; `null` where no table stands above
 */
export function tableAbove(rows: readonly Row[], header: number, isHeader: IsHeader): { readonly row: number; readonly known: number } | null {
  for (let row = 0; row < header - FEWEST_ROWS; row++) {
    const names = (rows[row] as Row).filter(isFilled);
    const known = names.filter(isHeader).length;
    if (known < FEWEST_KNOWN || known * 2 <= names.length || !isNames(rows[row] as Row) || names.some((name) => NOTE.test(name))) continue;
    const end = rows.findIndex((cells, at) => at > row && !cells.some(isFilled));
    // Without a blank row between the tables the second would be told by nothing.
    if (end > 0 && end < header && holdsData(rows[row] as Row, rows.slice(row + 1, end), isHeader)) return { row, known };
  }
  return null;
}

/** Whether rows are those of a table: texts that name nothing known, and below at least one name the same kind of data in each. */
function holdsData(header: Row, rows: readonly Row[], isHeader: IsHeader): boolean {
  const named = header.map((_, column) => column).filter((column) => isFilled(header[column]));
  const isRow = (cells: Row) => cells.every((cell, column) => !isFilled(cell) || (named.includes(column) && !isHeader(cell) && !NOTE.test(cell.replace(/\d[:：]\d/g, ''))));
  const isOneKind = (column: number) => new Set(rows.map((cells) => kindOf(cells[column] ?? ''))).size === 1 && looksLikeData(rows[0]?.[column] ?? '');
  return rows.length >= FEWEST_ROWS && rows.every(isRow) && named.some(isOneKind);
}

const kindOf = (cell: string): 'number' | 'date' | 'text' => (parseDecimal(cell) !== null ? 'number' : looksLikeData(cell) ? 'date' : 'text');
