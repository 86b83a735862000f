import type { ColumnRenames, ImportOptions } from '#contract/documents';
import type { ColumnType, Finding } from '#contract/values';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { keyWithDays, type Proposed, renamedColumns, typesRecord } from '../import/index.ts';
import { columnNames } from '../store/columns.ts';
import type { Table, TextColumn } from '../table/table.ts';
import { placeAmong } from './copies.ts';
import { grownColumns, isImported } from './destination.ts';
import { isCalledAsBefore, keptRenames, movedFindings } from './file-renames.ts';
import { chosenTypes, grownFindings, grownTypes, stillUndecided, timesLeftOut } from './grown-types.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Workspace } from './workspace.ts';

/** A source that joins a table. */
interface Joining {
  readonly source: number;
  readonly proposed: Proposed;
  /** The source whose place it takes. */
  readonly stage: number | null;
  /** How the user wants it read, which then holds for the table. */
  readonly chosen: ImportOptions;
  /** What the user says in this import of the columns of another source. */
  saidOf(source: number): ColumnRenames;
}

/** The origin with one more source; columns that are called otherwise are mapped once, for good. */
export function grownOrigin(workspace: Workspace, origin: ImportOrigin, { source, proposed, stage, chosen, saidOf }: Joining): ImportOrigin {
  const { types, renames, own } = joined(workspace, origin, proposed, chosen);
  const called = own.map(({ name }) => name);
  const { timeZone = origin.timeZone, dateOrder = origin.dateOrder, decimal = origin.decimal, emptyTexts = origin.emptyTexts } = chosen;
  const personal = { ...origin.personal, ...inTable(chosen.personal, proposed, called) };
  const undecided = stillUndecided(origin.undecided ?? null, own, new Set(Object.keys(origin.types)));
  // What a person chose as key stays.
  const naturalKey = origin.template === null || origin.keyBy !== undefined ? origin.naturalKey : keyWithDays(origin.naturalKey, proposed.parsed);
  const sources = stage === null ? origin.sources.toSpliced(placeOf(workspace, origin, source), 0, source) : origin.sources.with(origin.sources.indexOf(stage), source);
  const others = origin.sources.filter((one) => one !== stage);
  const isSame = isCalledAsBefore({ renames: origin.renames ?? {} }, { renames });
  const renamesOf = isSame
    ? origin.renamesOf
    : keptRenames(
        origin,
        renames,
        others.map((one) => ({ source: one, columns: columnNames(workspace.database, `source:${one}`), said: saidOf(one) })),
      );
  return {
    // A name that is not remembered any more is gone from here too.
    ...withoutRenames(origin),
    sources,
    naturalKey,
    types,
    ...(emptyTexts !== undefined && { emptyTexts }),
    ...(Object.keys(personal).length > 0 && { personal }),
    ...(undecided.length + (origin.undecided?.length ?? 0) > 0 && { undecided }),
    timeZone,
    dateOrder,
    decimal,
    ...(Object.keys(renames).length > 0 && { renames }),
    ...(renamesOf !== undefined && Object.keys(renamesOf).length > 0 && { renamesOf }),
  };
}

const withoutRenames = ({ renames: _all, renamesOf: _single, ...origin }: ImportOrigin): ImportOrigin => origin;

/** What a file has changed of where the columns of files before it stand. */
export function renameFindings({ database }: Workspace, before: DatasetState | undefined, after: DatasetState): Finding[] {
  if (before === undefined || !isImported(before) || !isImported(after) || isCalledAsBefore(before.origin, after.origin)) return [];
  const files = before.origin.sources.filter((source) => after.origin.sources.includes(source)).map((source) => ({ source, columns: columnNames(database, `source:${source}`) }));
  const nameOf = (source: number) => database.one<{ name: string }>('SELECT name FROM sp_sources WHERE id = ?', [source])?.name ?? '';
  return movedFindings(before.origin, after.origin, files, nameOf);
}

/** A file's columns as they are once it is in its table. */
export interface Joined {
  /** Of all columns of the table. */
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly renames: Readonly<Record<string, string>>;
  /** The file's own, as they are called in the table. */
  readonly own: Proposed['types']['columns'];
}

/**
 * What the columns of a file are called in a table that is there, and what they hold there.
 *
 * @param chosen how the user wants it read
 */
export function joined(workspace: Workspace, origin: ImportOrigin, proposed: Proposed, chosen: ImportOptions): Joined {
  const { types: grown, renames } = grownColumns(origin, typesRecord(proposed.types), chosen.renames);
  const called = renamedColumns(
    proposed.types.columns.map(({ name }) => name),
    renames,
  );
  const types = { ...grown, ...inTable(chosen.types, proposed, called) };
  const own = proposed.types.columns.map((column, i) => ({ ...column, name: called[i] as string }));
  const otherwise = new Set(own.filter(({ name }, i) => name !== proposed.types.columns[i]?.name).map(({ name }) => name));
  for (const { name, to } of grownTypes(origin, own, typesSet(workspace, origin, proposed))) {
    // Words under another name are sooner another thing than what the column holds as well: they are refused and listed.
    if (otherwise.has(name) && (to === 'text' || to === 'id')) continue;
    types[name] = Object.hasOwn(chosen.types ?? {}, name) ? (types[name] as ColumnType) : to;
  }
  return { types, renames, own };
}

/** Which columns of a table have the type that its template or a person has set. */
export function typesSet(workspace: Workspace, { types, sources }: Pick<ImportOrigin, 'types' | 'sources'>, { template }: Pick<Proposed, 'template'>): (name: string) => boolean {
  const known = template === null ? null : knowledgeOf(workspace).template(template.id, Object.keys(types));
  const chosen = chosenTypes(workspace.database, sources);
  return (name) => Object.hasOwn(known?.types ?? {}, name) || chosen.has(name);
}

/** Where its rows are found again the newest file counts, which need not be the one imported last. */
function placeOf({ database }: Workspace, { sources, naturalKey }: ImportOrigin, source: number): number {
  if (naturalKey.length === 0) return sources.length;
  const nameOf = (id: number) => database.one<{ name: string }>('SELECT name FROM sp_sources WHERE id = ?', [id])?.name ?? '';
  return placeAmong(sources.map(nameOf), nameOf(source));
}

/** What a file has changed of the types of a table that was there; nothing where the table is new. */
export function typeFindings(before: DatasetState | undefined, after: DatasetState): Finding[] {
  if (before === undefined || !isImported(before) || !isImported(after)) return [];
  const grown = Object.entries(before.origin.types).flatMap(([name, from]) => {
    const to = after.origin.types[name];
    return to === undefined || to === from ? [] : [{ name, from, to }];
  });
  return grownFindings(grown, before.origin.undecided);
}

/** What a file says of times of day that its table has no place for; the types are those that it has by itself. */
export function timeFindings(dataset: DatasetState, types: Proposed['types']['columns'], { columns }: Table): Finding[] {
  if (!isImported(dataset)) return [];
  const { origin } = dataset;
  const timed = columns.filter((column, i): column is TextColumn => column.kind === 'text' && types[i]?.type === 'instant');
  const names = types.map(({ name }) => name);
  const called = renamedColumns(names, origin.renames);
  return timesLeftOut(origin.types, timed, (name) => called[names.indexOf(name)] ?? name);
}

/** What was chosen of a file's columns, under the names that the table has for them. */
function inTable<T>(chosen: Readonly<Record<string, T>> = {}, { types: { columns } }: Proposed, called: readonly string[]): Record<string, T> {
  const nameOf = new Map(columns.map(({ name }, i) => [name, called[i] as string]));
  return Object.fromEntries(Object.entries(chosen).map(([name, value]) => [nameOf.get(name) ?? name, value]));
}
