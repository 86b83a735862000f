import type { Table } from './table.ts';

/** The rows that pass, in their order. Every row is judged before any is chosen. */
export function selectRows({ rows }: Table, passes: (row: number) => boolean): Uint32Array {
  const marks = new Uint8Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const mark = passes(row) ? 1 : 0;
    marks[row] = mark;
    count += mark;
  }
  const selected = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < rows; row++) if (marks[row] === 1) selected[at++] = row;
  return selected;
}
