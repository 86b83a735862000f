import type { ColumnType } from '#contract/values';
import { cellAt, columnOf, isMissing, type Table, textColumn } from '../table/table.ts';
import { typeColumn } from '../table/typing.ts';
import { localText } from '../values/dates.ts';
import { moneyText } from '../values/numbers.ts';
import { readerFor, type TypeOptions } from '../table/cell-readers.ts';

/** Which texts the types of columns do not take, by their place; columns that are not there are left out. */
export function textsThatFit(table: Table, columns: readonly { name: string; values: readonly string[] }[], typing: TypeOptions): { name: string; type: ColumnType; refused: number[] }[] {
  return columns.flatMap(({ name, values }) => {
    const column = columnOf(table, name);
    if (column === undefined) return [];
    const read = readerFor(column.type, typing);
    return [{ name, type: column.type, refused: values.flatMap((value, at) => (value === '' || read(value) !== null ? [] : [at])) }];
  });
}

/**
 * Texts as a column of a file takes them, each written so that it means the same outside of that file: without the unit that the header
 * gives, days with their year first, times by the clock of the shop. `null` where the type refuses the text.
 *
 * @param name its header may give a unit
 */
export function fittedTexts(name: string, type: ColumnType, typing: TypeOptions, texts: readonly string[]): (string | null)[] {
  const { column, refused } = typeColumn(textColumn(name, 'text', texts), type, typing);
  const isRefused = new Set(refused);
  return texts.map((text, row) => {
    if (isRefused.has(row) || isMissing(column, row)) return null;
    const value = cellAt(column, row);
    if (typeof value === 'number') return type === 'money' ? moneyText(value) : String(value);
    return type === 'instant' ? localText(String(value), typing.offsetOf) : String(value ?? text);
  });
}
