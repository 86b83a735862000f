import type { ImportOrigin } from '../history/state.ts';
import { inOneConvention, renamedColumns, type SourceTable, type Stacked, stackingSources, VISIT } from '../import/index.ts';
import { loadColumns } from '../store/columns.ts';
import type { Database } from '../store/database.ts';
import { withName } from '../table/table.ts';
import type { Sliced } from '../values/sliced.ts';
import { renamesIn } from './file-renames.ts';
import type { FreshSources } from './fresh-sources.ts';

/** Where sources are: in the store, and those of the running import still in memory. */
interface SourcePlaces {
  readonly database: Database;
  readonly freshSources: FreshSources;
}

/** What the texts of a dataset's sources follow from. */
type SourcesOf = Pick<ImportOrigin, 'sources' | 'renames' | 'renamesOf' | 'types' | 'dateOrder' | 'decimal'>;

const keyOf = ({ sources, renames, renamesOf, types, dateOrder, decimal }: SourcesOf): string => JSON.stringify([sources, renames, renamesOf, types, dateOrder, decimal]);

const NOTHING: ReadonlySet<number> = new Set();

/** Sources that are logs of a web server. */
const logsIn = (database: Database): ReadonlySet<number> => new Set(database.all<{ id: number }>("SELECT id FROM sp_sources WHERE format LIKE 'weblog%'").map(({ id }) => id));

/** The sources of a dataset as they were read, in the order they came, their columns called, and dates and numbers spelled, as the dataset has them. */
export function loadSources({ database, freshSources }: SourcePlaces, origin: SourcesOf): readonly SourceTable[] {
  const { sources } = origin;
  const logs = Object.hasOwn(origin.types, VISIT) ? logsIn(database) : NOTHING;
  const loaded = sources.flatMap((source) => {
    const table = freshSources.table(source) ?? loadColumns(database, `source:${source}`);
    if (table === null) return [];
    const names = renamedColumns(
      table.columns.map(({ name }) => name),
      renamesIn(origin, source),
    );
    // A table that keeps its names stays the same object: what was made of it is known by that.
    const isSame = table.columns.every(({ name }, i) => name === names[i]);
    return [{ source, isLog: logs.has(source), table: isSame ? table : { ...table, columns: table.columns.map((column, i) => withName(column, names[i] as string)) } }];
  });
  return inOneConvention(loaded, origin);
}

/**
 * The sources of a dataset on top of each other. Of all that was read of them this alone stays in memory, until it is taken: an import
 * looks for keys in it, then combines it.
 */
export function* stackedSources(places: SourcePlaces, origin: SourcesOf): Sliced<Stacked> {
  const sources = [...loadSources(places, origin)];
  places.freshSources.letGo(origin.sources);
  const stacked = yield* stackingSources(sources);
  places.freshSources.keepStacked(keyOf(origin), stacked);
  return stacked;
}

/** The sources of a dataset, side by side or on top of each other. Nobody else holds them: the caller may change them. */
export function takeSources(places: SourcePlaces, origin: SourcesOf): SourceTable[] | Stacked {
  const stacked = places.freshSources.takeStacked(keyOf(origin));
  const sources = stacked ?? [...loadSources(places, origin)];
  places.freshSources.letGo(origin.sources);
  return sources;
}
