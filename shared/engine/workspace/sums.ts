import type { SumsReply } from '#contract/views';
import type { ColumnType } from '#contract/values';
import type { Table } from '../table/table.ts';
import { isMissing } from '../table/table.ts';

const ADDABLE: readonly ColumnType[] = ['int', 'number', 'money', 'ratio'];

/**
 * What the cells of a block come to.
 *
 * @param first row of the view, from 0
 * @param last the last row, which belongs to it
 * @param order the rows in the order they are shown; `null` as they stand
 * @param isMasked columns of which cells are only counted
 */
export function sumsOf(table: Table, order: Uint32Array | null, first: number, last: number, names: readonly string[], isMasked: (name: string) => boolean = () => false): SumsReply {
  const from = Math.max(0, first);
  const to = Math.min(table.rows - 1, last);
  const columns = table.columns.filter((column) => names.includes(column.name));
  const types = new Set<ColumnType>();
  let filled = 0;
  let numbers = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    const addable = column.kind === 'number' && ADDABLE.includes(column.type) && !isMasked(column.name);
    const before = numbers;
    for (let at = from; at <= to; at++) {
      const row = order === null ? at : (order[at] as number);
      if (isMissing(column, row)) continue;
      filled++;
      if (!addable) continue;
      const value = column.values[row] as number;
      numbers++;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    if (numbers > before) types.add(column.type);
  }
  const [type] = types;
  const one = types.size === 1 && type !== undefined;
  return { cells: Math.max(0, to - from + 1) * columns.length, filled, numbers, type: one ? type : null, sum: one ? sum : 0, min: one ? min : 0, max: one ? max : 0 };
}
