import type { ImportOrigin } from '../history/state.ts';
import { inOneConvention, renamedColumns, type SourceTable, VISIT } from '../import/index.ts';
import { loadColumns } from '../store/columns.ts';
import type { Database } from '../store/database.ts';
import { type Table, withName } from '../table/table.ts';

/** Where sources are: in the store, and those of the running import still in memory. */
interface SourcePlaces {
  readonly database: Database;
  readonly freshSources: ReadonlyMap<number, Table>;
}

const NOTHING: ReadonlySet<number> = new Set();

/** Sources that are logs of a web server. */
const logsIn = (database: Database): ReadonlySet<number> => new Set(database.all<{ id: number }>("SELECT id FROM sp_sources WHERE format LIKE 'weblog%'").map(({ id }) => id));

/** The sources of a dataset as they were read, in the order they came, their columns called, and dates and numbers spelled, as the dataset has them. */
export function loadSources({ database, freshSources }: SourcePlaces, origin: Pick<ImportOrigin, 'sources' | 'renames' | 'types' | 'dateOrder' | 'decimal'>): readonly SourceTable[] {
  const { sources, renames } = origin;
  const logs = Object.hasOwn(origin.types, VISIT) ? logsIn(database) : NOTHING;
  const loaded = sources.flatMap((source) => {
    const table = freshSources.get(source) ?? loadColumns(database, `source:${source}`);
    if (table === null) return [];
    const names = renamedColumns(
      table.columns.map(({ name }) => name),
      renames,
    );
    // A table that keeps its names stays the same object: what was made of it is known by that.
    const isSame = table.columns.every(({ name }, i) => name === names[i]);
    return [{ source, isLog: logs.has(source), table: isSame ? table : { ...table, columns: table.columns.map((column, i) => withName(column, names[i] as string)) } }];
  });
  return inOneConvention(loaded, origin);
}
