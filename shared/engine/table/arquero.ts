// The only door to Arquero. It works over our columns without copying them; what it answers are row numbers, and rows are
// gathered by our own code (decisions 21), so that its traps (join order, NaN, local time) never reach a table.

import { escape as rowFunction, table as arqueroTable } from 'arquero';
import type { Cell } from '#contract/values';
import { cellAt, type Column, type Table } from './table.ts';

interface ColumnLike {
  readonly length: number;
  at(row: number): Cell;
}

const columnLike = (column: Column): ColumnLike => ({ length: column.kind === 'text' ? column.codes.length : column.values.length, at: (row) => cellAt(column, row) });

interface RowNumbers {
  filter(predicate: unknown): RowNumbers;
  indices(): Uint32Array;
}

/** An Arquero table over some of our columns, by position: names from files must not become property names. */
function over(columns: readonly Column[], rows: number): RowNumbers {
  const like = columns.length === 0 ? [{ length: rows, at: () => null }] : columns.map(columnLike);
  return arqueroTable(like.map((column, i) => [`c${i}`, column]) as never) as unknown as RowNumbers;
}

/** The rows that pass, in their order. */
export function selectRows(table: Table, passes: (row: number) => boolean): Uint32Array {
  if (table.rows === 0) return new Uint32Array(0);
  let row = 0;
  const selected = over([], table.rows).filter(rowFunction(() => passes(row++)));
  return Uint32Array.from(selected.indices());
}
