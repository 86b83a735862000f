import type { TablePage } from '#contract/datasets';
import type { Cell } from '#contract/values';

/** A value of a page; missing numbers are NaN there. */
export function pageCell(columns: TablePage['columns'], row: number, column: number): Cell | undefined {
  const value = columns[column]?.values[row];
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}
