import { groupRows } from '../../table/groups.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import type { SourcePart } from './stack.ts';

/**
 * What the platform calls the order of every row, where only one row of each order says so: the others of its file are of the order of
 * their number that stood before them, and those of a file that does not say are of the one that was told last.
 *
 * @param orders the columns that number the orders
 * @param ids what the platform calls them
 */
export function spreadOrderIds(sources: readonly SourcePart[], stacked: Table, orders: readonly TextColumn[], ids: TextColumn): TextColumn {
  const { of, count } = groupRows(orders, stacked.rows);
  const codes = new Uint32Array(stacked.rows);
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  let at = 0;
  for (const { rows } of sources) {
    const own = new Uint32Array(count);
    const end = at + rows;
    for (let row = at; row < end; row++) {
      const order = of[row] as number;
      const id = ids.codes[row] as number;
      if (id !== 0) own[order] = id;
      codes[row] = own[order] || (last[order] as number);
      if (first[order] === 0) first[order] = id;
    }
    for (let order = 0; order < count; order++) if (own[order] !== 0) last[order] = own[order] as number;
    at = end;
  }
  for (let row = 0; row < stacked.rows; row++) if (codes[row] === 0) codes[row] = first[of[row] as number] as number;
  return { ...ids, codes };
}
