import type { KeptRow, RecipeStep } from '#contract/documents';
import type { ImportOrigin } from '../history/state.ts';
import { keptRowsIn, rowsNamed } from '../clean/index.ts';
import { combineSources, type RowEvent } from '../import/index.ts';
import { originKey } from '../table/align.ts';
import type { Table } from '../table/table.ts';
import type { BuilderPlace } from './datasets.ts';
import { keyOf } from './key-of.ts';
import { readColumn } from './read-column.ts';
import { loadSources } from './sources.ts';

/** Kept row, by its name as {@link originKey} → the row of a later file that stands in its place. */
export type Successors = ReadonlyMap<number, KeptRow>;

const NONE: Successors = new Map();

/** Finds the rows that came in the place of kept ones, so that an exception outlives a file that brings the same order anew. */
export class KeptSuccessors {
  readonly #place: BuilderPlace;
  /** Rows that are simply gone are not looked for again with every step. */
  readonly #known = new Map<string, Successors>();

  constructor(place: BuilderPlace) {
    this.#place = place;
  }

  /** @param table the table before the first step: what is in it needs no successor */
  of(table: Table, recipe: readonly RecipeStep[]): Successors {
    const keep = recipe.filter(({ on }) => on !== false).flatMap(rowsNamed);
    if (keep.length === 0) return NONE;
    const here = new Set(keptRowsIn(table, keep).map((row) => originKey(table.origin.source[row] as number, table.origin.row[row] as number)));
    const missing = keep.filter(({ source, row }) => !here.has(originKey(source, row)));
    if (missing.length === 0) return NONE;
    const found = new Map<number, KeptRow>();
    for (const { origin } of Object.values(this.#place.state.datasets)) {
      if (origin.kind !== 'import' || origin.sources.length < 2) continue;
      const wanted = missing.filter(({ source }) => origin.sources.includes(source));
      if (wanted.length === 0) continue;
      const key = JSON.stringify([origin.sources, origin.naturalKey, origin.renames, origin.renamesOf, wanted]);
      const known = this.#known.get(key) ?? replacements(this.#place, origin, wanted);
      this.#known.set(key, known);
      for (const [from, to] of known) found.set(from, to);
    }
    return found;
  }
}

/** Follows rows through the files that replaced them, to the last one. */
function replacements(place: BuilderPlace, origin: ImportOrigin, wanted: readonly KeptRow[]): Successors {
  const first = new Map(wanted.map(({ source, row }) => [originKey(source, row), originKey(source, row)]));
  const last = new Map<number, KeptRow>();
  const watch = ({ source, row, kind, earlier }: RowEvent, stacked: Table) => {
    if (kind === 'unchanged') {
      // A row that says nothing new is not in the table: an earlier one stands for it.
      const same = first.get(originKey(source, stacked.origin.row[row] as number));
      if (same === undefined) return;
      const place = { source: stacked.origin.source[earlier] as number, row: stacked.origin.row[earlier] as number };
      first.set(originKey(place.source, place.row), same);
      last.set(same, place);
    }
    if (kind !== 'changed') return;
    const kept = first.get(originKey(stacked.origin.source[earlier] as number, stacked.origin.row[earlier] as number));
    if (kept === undefined) return;
    const fileRow = stacked.origin.row[row] as number;
    first.set(originKey(source, fileRow), kept);
    last.set(kept, { source, row: fileRow });
  };
  combineSources(loadSources(place, origin), keyOf(origin), { watch, read: readColumn(origin) });
  return last;
}
