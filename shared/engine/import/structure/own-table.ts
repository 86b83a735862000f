import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import { isNameless } from '../builder.ts';
import { isFilled, isNames, looksLikeData } from './headers.ts';
import { totalLabel } from './totals.ts';

/** One row below names may be anything. */
const FEWEST_ROWS = 2;
const FEWEST_NAMES = 2;
/** Rows by which a table is judged. */
const LOOKED_AT = 200;
const MOSTLY = 0.8;
/** A sentence is no name. */
const LONGEST_NAME = 60;

/**
 * Whether a row names columns of its own: every cell from its first to its last, none twice, and not as the table above names them. Where
 * most names stand in the same columns again, what follows is a further block of that table.
 *
 * @param row cells of the row, one for each column
 * @param above names of the table above, one for each column
 */
export function namesAnew(row: readonly string[], above: readonly string[]): boolean {
  const [first, last] = [row.findIndex(isFilled), row.findLastIndex(isFilled)];
  const names = row.slice(first, last + 1).map((name) => name.trim());
  if (names.length < FEWEST_NAMES || !isNames(names) || !names.every((name) => isFilled(name) && name.length <= LONGEST_NAME) || new Set(names).size < names.length) return false;
  const known = above.map((name) => name.trim());
  const again = names.filter((name, i) => known[first + i] === name).length;
  return again * 2 <= names.length && !names.every((name) => known.includes(name));
}

/**
 * Whether names and the rows below them are a table in their own right: at least two rows from the first on that stay below the names and
 * fill half of them, hardly one that does not, and a column of numbers or dates. Totals and lone notes say nothing either way.
 *
 * @param names of the columns, blank or made up where a column has none
 * @param from first row, by its index
 * @param until the row behind the last
 */
export function isTableOfItsOwn(table: Table, names: readonly string[], from: number, until: number): boolean {
  const columns = table.columns as readonly TextColumn[];
  const isNamed = columns.map((_, index) => isFilled(names[index]) && !isNameless(names[index] as string));
  const named = isNamed.filter(Boolean).length;
  if (named < FEWEST_NAMES) return false;
  const filledIn = new Array<number>(columns.length).fill(0);
  const dataIn = new Array<number>(columns.length).fill(0);
  let looked = 0;
  let fitting = 0;
  for (let row = from; row < Math.min(until, from + LOOKED_AT); row++) {
    const cells = columns.map((column) => String(cellAt(column, row) ?? ''));
    const filled = cells.filter(isFilled).length;
    const isFitting = filled * 2 >= named && filled >= FEWEST_NAMES && totalLabel(cells) === null && cells.every((cell, index) => isNamed[index] || !isFilled(cell));
    if (row - from < FEWEST_ROWS && !isFitting) return false;
    if (filled < FEWEST_NAMES || totalLabel(cells) !== null) continue;
    looked++;
    if (!isFitting) continue;
    fitting++;
    for (const [index, cell] of cells.entries()) {
      if (!isFilled(cell)) continue;
      filledIn[index] = (filledIn[index] as number) + 1;
      if (looksLikeData(cell)) dataIn[index] = (dataIn[index] as number) + 1;
    }
  }
  const holdsData = filledIn.some((filled, index) => filled >= FEWEST_ROWS && (dataIn[index] as number) >= filled * MOSTLY);
  return fitting >= FEWEST_ROWS && fitting >= looked * MOSTLY && holdsData;
}
