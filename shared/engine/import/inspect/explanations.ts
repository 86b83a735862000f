import { cellAt, gather, type TextColumn } from '../../table/table.ts';
import { parseCivil } from '../../values/dates.ts';
import { isBlankWord, parseDecimal } from '../../values/numbers.ts';
import type { ParsedTable } from '../parsed.ts';

/** So many cells that can be no number and no time say that a row explains its columns. */
const ENOUGH = 3;
const NUMBERS = ['money', 'int', 'number', 'ratio'];
const TIMES = ['date', 'instant'];
const encoder = new TextEncoder();

/**
 * Sets the row below the header aside where it says in words what each column holds, as TikTok Shop writes it: no cell of it is of its
 * column's type, and it is no row of data.
 *
 * @param types of the columns, as the template has them
 */
export function withoutExplanation(parsed: ParsedTable, types: Readonly<Record<string, string>>): ParsedTable {
  const { table } = parsed;
  if (table.rows < 2) return parsed;
  let wordy = 0;
  for (const column of table.columns) {
    const type = types[column.name] ?? '';
    const text = String(cellAt(column, 0) ?? '');
    if (isBlankWord(text) || !(NUMBERS.includes(type) || TIMES.includes(type))) continue;
    // Words, not a number that is written in some strange way.
    if (/\d/.test(text) || parseDecimal(text) !== null || parseCivil(text) !== null) return parsed;
    wordy++;
  }
  if (wordy < ENOUGH) return parsed;
  const bytes = encoder.encode(table.columns.map((column) => String(cellAt(column as TextColumn, 0) ?? '')).join(','));
  const aside = { row: table.origin.row[0] as number, reason: { en: 'It explains the columns', zh: '该行是对列的说明' }, bytes };
  return {
    ...parsed,
    table: gather(
      table,
      Uint32Array.from({ length: table.rows - 1 }, (_, row) => row + 1),
    ),
    setAside: [aside, ...parsed.setAside],
  };
}
