import type { ColumnType } from '#contract/values';
import { columnOf, type Table } from '../table/table.ts';
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
