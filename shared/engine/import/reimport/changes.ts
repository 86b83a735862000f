import type { ChangedRow, ChangeSheet } from '#contract/source-report';
import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import { combineSources, type RowEvent } from './combine.ts';
import type { SourceTable } from './stack.ts';
import type { RowKey } from './row-key.ts';
import { type ReadColumn, ValueCodes } from './value-codes.ts';

/**
 * What the last source brought, row by row: new, changed (with each cell before and after), removed, unchanged.
 *
 * @param sources those of the table up to and including the one asked for
 * @param read reads a column as the table does
 * @param most how many rows to list; counts are of all
 */
export function changeSheet(sources: readonly SourceTable[], key: RowKey, read: ReadColumn, most: number): ChangeSheet {
  const values = new ValueCodes(read);
  const last = sources.at(-1)?.source;
  const changed: ChangedRow[] = [];
  const removed: ChangedRow[] = [];
  const added: ChangedRow[] = [];
  const lists = { changed, removed, new: added, unchanged: null };
  const counts = { new: 0, changed: 0, removed: 0, unchanged: 0 };
  const watch = ({ source, row, kind, earlier }: RowEvent, stacked: Table) => {
    if (source !== last) return;
    counts[kind]++;
    const list = lists[kind];
    if (list !== null && kind !== 'unchanged' && list.length < most) list.push(rowOf(stacked, kind, row, kind === 'changed' ? earlier : null, key.columns, values));
  };
  combineSources(sources, key, { watch, read });
  return { ...counts, rows: [...changed, ...removed, ...added].slice(0, most) };
}

function rowOf(table: Table, kind: ChangedRow['kind'], row: number, earlier: number | null, naturalKey: readonly string[], values: ValueCodes): ChangedRow {
  const columns = table.columns as readonly TextColumn[];
  const text = (column: TextColumn, at: number) => String(cellAt(column, at) ?? '');
  const keys = columns.filter(({ name }) => naturalKey.includes(name));
  return {
    row: table.origin.row[row] as number,
    kind,
    // Without what keeps Excel from eating them.
    key: (keys.length > 0 ? keys : columns.slice(0, 1)).map((column) => text(column, row).replace(/^="?|"$|^'|\t/g, '')),
    // A blank never overwrites a value, and another spelling is no other value: neither is a change.
    cells: columns.flatMap((column) => {
      const code = column.codes[row];
      if (code === 0 || (earlier !== null && values.same(column, earlier, row))) return [];
      const said = text(column, row);
      const before = earlier === null ? null : text(column, earlier);
      return [kind === 'removed' ? { column: column.name, before: said, after: null } : { column: column.name, before, after: said }];
    }),
  };
}
