import type { ParsedTable } from '../parsed.ts';
import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import { isFilled } from './headers.ts';

/** Files put behind each other keep the mark that each began with. */
const MARK = '\uFEFF';
/** One name alone, or one over and over, may be a value. */
const FEWEST_NAMES = 2;

/**
 * Rows that are the header again, as in files put behind each other and in pages of a report.
 *
 * @param header its cells as they stand in the file: the names of columns are told apart and never blank
 */
export function repeatedHeaders(table: Table, columns: readonly TextColumn[], header: readonly string[]): number[] {
  if (new Set(header.filter(isFilled)).size < FEWEST_NAMES) return [];
  const codes = columns.map((column, index) => codesOf(column, header[index] ?? '', index === 0));
  if (codes.some(({ size }) => size === 0)) return [];
  const [first, ...others] = columns as [TextColumn, ...TextColumn[]];
  const [beginnings, ...rest] = codes as [ReadonlySet<number>, ...ReadonlySet<number>[]];
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++)
    if (beginnings.has(first.codes[row] as number) && others.every((column, i) => (rest[i] as ReadonlySet<number>).has(column.codes[row] as number))) rows.push(row);
  return rows;
}

/** The codes of the texts that a cell of the header may stand as, blanks around it or not. */
function codesOf({ name, dictionary }: TextColumn, cell: string, isFirst: boolean): ReadonlySet<number> {
  const text = cell.replace(MARK, '').trim();
  if (text === '') return new Set([0, dictionary.find(cell)]);
  const plain = [cell, text, name];
  // Behind a mark a quote opens nothing.
  const texts = isFirst ? [...plain, ...plain.flatMap((one) => [`${MARK}${one}`, `${MARK}"${one}"`])] : plain;
  return new Set(texts.map((one) => dictionary.find(one)).filter((code) => code !== 0));
}

/** The rows straight above repeated headers that read like the lines above the first one, whatever their numbers. */
export function linesAbove(columns: readonly TextColumn[], repeated: readonly number[], preamble: ParsedTable['preamble']): number[] {
  if (repeated.length === 0) return [];
  const known = new Set(preamble.map(asRead).filter((line) => line !== ''));
  return repeated.flatMap((header) => {
    const rows: number[] = [];
    for (let row = header - 1; row >= 0 && rows.length < preamble.length && known.has(asRead(columns.map((column) => String(cellAt(column, row) ?? '')))); row--) rows.push(row);
    return rows;
  });
}

const asRead = (cells: readonly string[]): string =>
  cells
    .filter(isFilled)
    .join('\u001f')
    .replaceAll(MARK, '')
    .replace(/[\d\s]+/g, '');
