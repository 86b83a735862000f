import type { ImportOrigin } from '../history/state.ts';
import { inOneConvention, renamedColumns, type SourceTable } from '../import/index.ts';
import { loadColumns } from '../store/columns.ts';
import type { Database } from '../store/database.ts';
import { type Table, withName } from '../table/table.ts';

/** Where sources are: in the store, and those of the running import still in memory. */
interface SourcePlaces {
  readonly database: Database;
  readonly freshSources: ReadonlyMap<number, Table>;
}

/** The sources of a dataset as they were read, in the order they came, their columns called, and dates and numbers spelled, as the dataset has them. */
export function loadSources({ database, freshSources }: SourcePlaces, origin: Pick<ImportOrigin, 'sources' | 'renames' | 'types' | 'dateOrder' | 'decimal'>): readonly SourceTable[] {
  const { sources, renames } = origin;
  const loaded = sources.flatMap((source) => {
    const table = freshSources.get(source) ?? loadColumns(database, `source:${source}`);
    if (table === null) return [];
    const names = renamedColumns(
      table.columns.map(({ name }) => name),
      renames,
    );
    // A table that keeps its names stays the same object: what was made of it is known by that.
    const isSame = table.columns.every(({ name }, i) => name === names[i]);
    return [{ source, table: isSame ? table : { ...table, columns: table.columns.map((column, i) => withName(column, names[i] as string)) } }];
  });
  return inOneConvention(loaded, origin);
}
