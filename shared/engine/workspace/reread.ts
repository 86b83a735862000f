import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { choicesFor, mergedOptions, optionsOf } from '#contract/import-options';
import type { ColumnType } from '#contract/values';
import { followSources } from '../clean/index.ts';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { headerSignature, keyWithDay, type ParsedTable, type Proposed, proposing, readTables, renamedColumns, typesRecord } from '../import/index.ts';
import type { Work } from '../ports.ts';
import { columnNames } from '../store/columns.ts';
import { datasetOfSource } from './import-assignment.ts';
import { importHost } from './import-host.ts';
import { followRenames } from './follow-renames.ts';
import { knowledgeOf } from './knowledge.ts';
import { openOriginal } from './originals.ts';
import { layoutChoices, plainLayout, presetFor } from './presets.ts';
import { storeSource } from './source-store.ts';
import { inTurns } from '../values/sliced.ts';
import type { Workspace } from './workspace.ts';

interface StoredSource {
  readonly [key: string]: string | number | null;
  readonly id: number;
  readonly name: string;
  readonly path: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly sheet: string;
  readonly options: string;
  readonly original: number | null;
}

/**
 * Reads a file that is in once more by other choices: a wrong encoding, another header row. Its table keeps its place; where columns are
 * called otherwise now, steps, joins and the mapping follow. What was chosen is remembered for the next file of its layout.
 *
 * @param options merged into the choices it was read by
 * @throws SuanpanError `file-missing` when its bytes are neither in the workspace nor, unchanged, at their path
 */
export async function rereadSource(workspace: Workspace, id: number, options: ImportOptions, work: Work): Promise<void> {
  const stored = workspace.database.one<StoredSource>('SELECT id, name, path, sha256, bytes, format, sheet, options, original FROM sp_sources WHERE id = ?', [id]);
  const dataset = datasetOfSource(workspace, id);
  if (stored === null || dataset === null || dataset.origin.kind !== 'import')
    throw new SuanpanError({ code: 'not-found', message: { en: `There is no file number ${id}`, zh: `没有编号为 ${id} 的文件` } });
  const { origin } = dataset;
  const before = JSON.parse(stored.options) as ImportOptions;
  const ofTable = (choices: ImportOptions) => (isOneOfSeveral(workspace, stored) ? choicesFor(choices, stored.format, stored.sheet) : choices);
  const chosen = mergedOptions(before, ofTable(options));
  const file = await openOriginal(workspace.database, workspace.ports, stored, work);
  try {
    const parsed = await readTables({ file, options: { ...chosen, table: undefined }, knowledge: knowledgeOf(workspace), work, host: importHost(workspace.ports) });
    const table = parsed.tables.find(({ name }) => name === stored.sheet) ?? (parsed.tables.length === 1 ? parsed.tables[0] : undefined);
    if (table === undefined)
      throw new SuanpanError({ code: 'file-empty', where: { file: stored.name }, message: { en: `Read that way ${stored.name} holds no such table`, zh: `按此方式读取，${stored.name} 中没有该表` } });
    // The next file of its kind is read so, too.
    const choices = layoutChoices(ofTable(options));
    const layout = choices === null ? null : await plainLayout(workspace, file, work);
    const presets = layout === null ? {} : { presets: { [layout]: mergedOptions(presetFor(workspace, layout) ?? {}, choices ?? {}) } };
    const columnsOf = (name: string) => (workspace.datasets.stored(name)?.result.columns ?? []).map((column) => column.name);
    await workspace.change('import.reread', work, async () => {
      const renames = renamedInPlace(workspace, origin, id, table);
      const types = { ...renamedKeys(optionsOf(before, stored.sheet).types, renames), ...options.types };
      const asked = Object.keys(types).length === 0 ? chosen : mergedOptions(chosen, ofTable({ types }));
      const proposed = await inTurns(proposing(table, asked, knowledgeOf(workspace), workspace.state.timeZone, stored.name), work);
      const source = await storeSource(workspace, { ...stored, options: asked }, parsed, proposed.parsed, stored.original, work);
      const next = replaced(workspace, dataset, origin, { from: id, to: source }, proposed, { asked, now: { ...options, types } }, renames);
      return {
        title: { en: `Read ${stored.name} again`, zh: `重新读取 ${stored.name}` },
        patch: { ...presets, ...(renames.size === 0 ? { datasets: { [dataset.id]: next } } : followRenames(workspace.state, next, renames, columnsOf)) },
      };
    });
  } finally {
    file.close();
  }
}

/** Whether its file holds other tables, which a choice about this one leaves alone. */
function isOneOfSeveral({ database }: Workspace, { sha256, sheet }: StoredSource): boolean {
  return database.one<{ n: number }>('SELECT count(*) AS n FROM sp_sources WHERE sha256 = ? AND sheet <> ?', [sha256, sheet])?.n !== 0;
}

/** Old name → new name. */
type Names = ReadonlyMap<string, string>;

function replaced(
  workspace: Workspace,
  dataset: DatasetState,
  origin: ImportOrigin,
  { from, to }: { readonly from: number; readonly to: number },
  { parsed, types, template, timeZone }: Proposed,
  { asked, now }: { readonly asked: ImportOptions; readonly now: ImportOptions },
  renames: Names,
): DatasetState {
  const sources = origin.sources.map((source) => (source === from ? to : source));
  // Rows are named by the number of their file, which has a new one.
  const recipe = followSources(dataset.recipe, (source) => (source === from ? to : source));
  const own = typesRecord(types);
  const names = Object.keys(own);
  // The only file of a table says all about it; of several the others keep their say, but for what is chosen now.
  if (sources.length > 1) {
    const calledLater = origin.renames === undefined ? undefined : Object.fromEntries(Object.entries(origin.renames).map(([later, name]) => [later, renames.get(name) ?? name]));
    const { timeZone: zone = origin.timeZone, dateOrder = origin.dateOrder, decimal = origin.decimal } = now;
    const grown = {
      ...origin,
      sources,
      naturalKey: origin.naturalKey.map((name) => renames.get(name) ?? name),
      ...(calledLater !== undefined && { renames: calledLater }),
      timeZone: zone,
      dateOrder,
      decimal,
    };
    return { ...dataset, recipe, origin: { ...grown, types: typesOf(workspace, grown, from, to, own, renames, now.types) } };
  }
  const settings = template === null ? null : knowledgeOf(workspace).template(template.id, names);
  return {
    ...dataset,
    recipe,
    origin: {
      kind: 'import',
      sources,
      ...keyAfter(origin, settings === null ? undefined : keyWithDay(settings.naturalKey, parsed), names, renames),
      template: template?.id ?? null,
      platform: settings?.platform ?? null,
      shop: asked.shop ?? origin.shop,
      ...(origin.variant !== undefined && { variant: origin.variant }),
      signature: `${template?.id ?? ''}\u001e${headerSignature(names)}`,
      types: own,
      timeZone,
      dateOrder: types.dateOrder,
      decimal: types.decimal,
    },
  };
}

/** The columns of a table of several files: those that are still called so somewhere, in their order, then those that are new. */
function typesOf(
  { database }: Workspace,
  { sources, types, renames: calledLater }: ImportOrigin,
  from: number,
  to: number,
  own: Readonly<Record<string, ColumnType>>,
  renames: Names,
  chosen: ImportOptions['types'],
): Record<string, ColumnType> {
  const ownCalled = new Map(Object.entries(own).map(([name, type]) => [calledLater?.[name] ?? name, type]));
  const there = new Set([
    ...ownCalled.keys(),
    ...sources.filter((source) => source !== to && source !== from).flatMap((source) => renamedColumns(columnNames(database, `source:${source}`), calledLater)),
  ]);
  const result = new Map<string, ColumnType>();
  for (const [name, type] of Object.entries(types)) {
    const next = renames.get(name) ?? name;
    if (there.has(next) && !(next !== name && Object.hasOwn(types, next))) result.set(next, type);
  }
  for (const [name, type] of ownCalled) if (!result.has(name)) result.set(name, type);
  return { ...Object.fromEntries(result), ...chosen };
}

/** What was said of the key holds as long as its columns are there. */
function keyAfter({ naturalKey, keyBy }: ImportOrigin, known: readonly string[] | undefined, names: readonly string[], renames: Names): Pick<ImportOrigin, 'naturalKey' | 'keyBy'> {
  const key = naturalKey.map((name) => renames.get(name) ?? name);
  if (known !== undefined || keyBy === undefined || !key.every((name) => names.includes(name))) return { naturalKey: known ?? [] };
  return { naturalKey: key, keyBy };
}

/** Columns of a file that stand in the same place and are called otherwise now, unless another file of the table calls one so: old name → new name. */
function renamedInPlace({ database }: Workspace, { sources, renames }: ImportOrigin, id: number, { table }: ParsedTable): Map<string, string> {
  const namesOf = (source: number) => renamedColumns(columnNames(database, `source:${source}`), renames);
  const before = namesOf(id);
  if (before.length !== table.columns.length) return new Map();
  const others = new Set(sources.filter((source) => source !== id).flatMap(namesOf));
  const now = renamedColumns(
    table.columns.map(({ name }) => name),
    renames,
  );
  return new Map(before.flatMap((name, i) => (name === now[i] || others.has(name) ? [] : [[name, now[i] as string] as const])));
}

const renamedKeys = (types: ImportOptions['types'], renames: Names): ImportOptions['types'] => Object.fromEntries(Object.entries(types ?? {}).map(([name, type]) => [renames.get(name) ?? name, type]));
