import type { ColumnRenames } from '#contract/documents';
import type { Place } from '#contract/import';

/** A column of a table that a file calls otherwise, or lacks. */
export interface MappedColumn {
  /** What the table calls it. */
  readonly to: string;
  /** What the file calls it; null where it has none. */
  readonly from: string | null;
  /** Who said so: the user now, the reader, or the user or the reader for an earlier file. */
  readonly by: 'hand' | 'found' | 'earlier' | null;
}

/** The columns of a table that a file does not have under their names: those without a column first. */
export function mappedColumns({ drift, remembered }: Pick<Place, 'drift' | 'remembered'>, renames: ColumnRenames): readonly MappedColumn[] {
  const byHand = (from: string) => Object.hasOwn(renames, from);
  return [
    ...(drift?.lost ?? []).map((to) => ({ to, from: null, by: null })),
    ...(drift?.renamed ?? []).map(({ from, to }) => ({ to, from, by: byHand(from) ? ('hand' as const) : ('found' as const) })),
    ...remembered.map(({ from, to }) => ({ to, from, by: 'earlier' as const })),
  ];
}

/** What was said of columns, with one more: which column of the file a column of the table is, or that it is none of them. */
export function withMapped(renames: ColumnRenames, { to, from: before }: MappedColumn, from: string | null): ColumnRenames {
  const others = Object.entries(renames).filter(([name, column]) => column !== to && name !== from);
  const apart = before === null || before === from ? [] : [[before, null] as const];
  return Object.fromEntries([...others.filter(([name]) => name !== before), ...apart, ...(from === null ? [] : [[from, to] as const])]);
}
