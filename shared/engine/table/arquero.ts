// The only door to Arquero. It works over our columns without copying them; what it answers are row numbers, and rows are
// gathered by our own code (decisions 21), so that its traps (join order, NaN, local time) never reach a table.

import { escape as rowFunction, table as arqueroTable } from 'arquero';
import type { Table } from './table.ts';

interface RowNumbers {
  filter(predicate: unknown): RowNumbers;
  indices(): Uint32Array;
}

/**
 * The rows that pass, in their order.
 *
 * Each row brings its number. A counter beside the loop would do, but now and then Node 20 compiles such a loop so that the counter
 * stands still: all rows from then on were judged as one.
 */
export function selectRows({ rows }: Table, passes: (row: number) => boolean): Uint32Array {
  if (rows === 0) return new Uint32Array(0);
  const numbers = { length: rows, at: (row: number) => row };
  const table = arqueroTable([['row', numbers]] as never) as unknown as RowNumbers;
  return Uint32Array.from(table.filter(rowFunction(({ row }: { row: number }) => passes(row))).indices());
}
