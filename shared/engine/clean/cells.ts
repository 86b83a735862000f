import { Dictionary } from '../table/dictionary.ts';
import { columnOf, type Column, type Table, type TextColumn, withColumn } from '../table/table.ts';
import { missingColumn } from './errors.ts';

/** The column, or the error that names it. */
export function requireColumn(table: Table, name: string): Column {
  const column = columnOf(table, name);
  if (column === undefined) throw missingColumn(name, table);
  return column;
}

/**
 * Applies a function to each different text of a column and counts the cells that changed.
 *
 * @param change gives the new text, or `null` for missing
 */
export function mapTexts(table: Table, column: TextColumn, change: (text: string) => string | null): { table: Table; changedCells: number } {
  const target = new Dictionary();
  const map = new Uint32Array(column.dictionary.size);
  const changed = new Uint8Array(column.dictionary.size);
  for (let code = 1; code < map.length; code++) {
    const text = column.dictionary.text(code) as string;
    const next = change(text);
    map[code] = next === null ? 0 : target.add(next);
    if (next !== text) changed[code] = 1;
  }
  const codes = new Uint32Array(column.codes.length);
  let changedCells = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row] as number;
    codes[row] = map[code] as number;
    changedCells += changed[code] as number;
  }
  if (changedCells === 0) return { table, changedCells };
  return { table: withColumn(table, { kind: 'text', name: column.name, type: column.type, codes, dictionary: target }), changedCells };
}
