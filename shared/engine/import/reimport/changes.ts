import type { ChangedRow, ChangeSheet } from '#contract/import';
import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import { combineSources } from './combine.ts';
import type { SourceTable } from './stack.ts';
import type { RowKey } from './row-key.ts';

/**
 * What the last source brought, row by row: new, changed (with each cell before and after), unchanged.
 *
 * @param sources those of the table up to and including the one asked for
 * @param most how many rows to list; counts are of all
 */
export function changeSheet(sources: readonly SourceTable[], key: RowKey, most: number): ChangeSheet {
  const last = sources.at(-1)?.source;
  const changed: ChangedRow[] = [];
  const added: ChangedRow[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0 };
  combineSources(sources, key, ({ source, row, kind, earlier }, stacked) => {
    if (source !== last) return;
    counts[kind]++;
    const list = kind === 'changed' ? changed : kind === 'new' ? added : null;
    if (list !== null && list.length < most) list.push(rowOf(stacked, row, kind === 'changed' ? earlier : null, key.columns));
  });
  return { ...counts, rows: [...changed, ...added].slice(0, most) };
}

function rowOf(table: Table, row: number, earlier: number | null, naturalKey: readonly string[]): ChangedRow {
  const columns = table.columns as readonly TextColumn[];
  const text = (column: TextColumn, at: number) => String(cellAt(column, at) ?? '');
  const keys = columns.filter(({ name }) => naturalKey.includes(name));
  return {
    row: table.origin.row[row] as number,
    kind: earlier === null ? 'new' : 'changed',
    // Without what keeps Excel from eating them.
    key: (keys.length > 0 ? keys : columns.slice(0, 1)).map((column) => text(column, row).replace(/^="?|"$|^'|\t/g, '')),
    // A blank never overwrites a value: it is no change.
    cells: columns.flatMap((column) => {
      const code = column.codes[row];
      if (code === 0 || (earlier !== null && column.codes[earlier] === code)) return [];
      return [{ column: column.name, before: earlier === null ? null : text(column, earlier), after: text(column, row) }];
    }),
  };
}
