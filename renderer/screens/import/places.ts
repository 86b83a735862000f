import type { ArrivingTable, InspectedColumn, Place } from '#contract/import';
import { optionsOf } from '#contract/import-options';
import type { ImportFile } from '../../state/importSession.ts';

/** A table of a file on its way in. */
interface Arriving {
  readonly key: number;
  readonly table: number;
  readonly arrival: ArrivingTable;
}

/** The tables of the files that will be imported, in their order; files that were not looked at yet are not among them. */
export function arriving(files: readonly ImportFile[]): readonly Arriving[] {
  return files.flatMap(({ key, skip, error, inspected, options, intoTables, again }) =>
    skip || error !== null || inspected === null || (inspected.alreadyIn !== null && !again)
      ? []
      : inspected.tables.map((table, index) => ({
          key,
          table: index,
          arrival: {
            columns: table.columns.map(({ name }) => name),
            template: table.template?.id ?? null,
            shop: options.shop ?? null,
            ...(table.template?.variant !== undefined && { variant: table.template.variant }),
            name: table.ownName,
            ...renamesOf(options, table.name),
            ...(table.partOf !== undefined && { partOf: `${key} ${table.partOf}` }),
            ...intoOf(intoTables, table.name),
          },
        })),
  );
}

/** What was said of columns of one of its tables. */
const renamesOf = (options: ImportFile['options'], table: string): Pick<ArrivingTable, 'renames'> => {
  const { renames } = optionsOf(options, table);
  return renames === undefined ? {} : { renames };
};

/** The table that was chosen for one of a file. */
const intoOf = (intoTables: ImportFile['intoTables'], table: string) => (Object.hasOwn(intoTables, table) ? { into: intoTables[table] as string } : {});

/** Where one table goes. */
export function placeOf(tables: readonly Arriving[], places: readonly Place[], key: number, table: number): Place | undefined {
  return places[tables.findIndex((one) => one.key === key && one.table === table)];
}

/** Columns of the tables that go where one goes, before it does. */
export function columnsBefore(files: readonly ImportFile[], tables: readonly Arriving[], places: readonly Place[], place: Place): readonly InspectedColumn[] {
  return tables
    .slice(0, places.indexOf(place))
    .flatMap(({ key, table }, i) => (places[i]?.dataset === place.dataset ? (files.find((file) => file.key === key)?.inspected?.tables[table]?.columns ?? []) : []));
}

/** A name that no table has. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} ${n}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
