import type { EntityMapping, ImportOptions, KeyDecisions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { followSources } from '../clean/index.ts';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { headerSignature, keyWithDay, type ParsedTable, type Proposed, proposing, readTables, typesRecord } from '../import/index.ts';
import type { Work } from '../ports.ts';
import { loadColumns } from '../store/columns.ts';
import { datasetOfSource } from './import-assignment.ts';
import { importHost } from './import-host.ts';
import { decisionsOf } from './key-decisions.ts';
import { knowledgeOf } from './knowledge.ts';
import { openOriginal } from './originals.ts';
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
  readonly sheet: string;
  readonly options: string;
  readonly original: number | null;
}

/**
 * Reads a file that is in once more by other choices: a wrong encoding, another header row. Its table keeps its place; where columns are
 * called otherwise now, steps, joins and the mapping follow.
 *
 * @param options merged into the choices it was read by
 * @throws SuanpanError `file-missing` when its bytes are neither in the workspace nor, unchanged, at their path
 */
export async function rereadSource(workspace: Workspace, id: number, options: ImportOptions, work: Work): Promise<void> {
  const stored = workspace.database.one<StoredSource>('SELECT id, name, path, sha256, bytes, sheet, options, original FROM sp_sources WHERE id = ?', [id]);
  const dataset = datasetOfSource(workspace, id);
  if (stored === null || dataset === null || dataset.origin.kind !== 'import')
    throw new SuanpanError({ code: 'not-found', message: { en: `There is no file number ${id}`, zh: `没有编号为 ${id} 的文件` } });
  const { origin } = dataset;
  const chosen: ImportOptions = { ...(JSON.parse(stored.options) as ImportOptions), ...options };
  const file = await openOriginal(workspace.database, workspace.ports, stored, work);
  try {
    const parsed = await readTables({ file, options: { ...chosen, table: undefined }, knowledge: knowledgeOf(workspace), work, host: importHost(workspace.ports) });
    const table = parsed.tables.find(({ name }) => name === stored.sheet) ?? (parsed.tables.length === 1 ? parsed.tables[0] : undefined);
    if (table === undefined)
      throw new SuanpanError({ code: 'file-empty', where: { file: stored.name }, message: { en: `Read that way ${stored.name} holds no such table`, zh: `按此方式读取，${stored.name} 中没有该表` } });
    const before = (loadColumns(workspace.database, `source:${id}`)?.columns ?? []).map(({ name }) => name);
    await workspace.change('import.reread', work, async () => {
      const proposed = await inTurns(proposing(table, chosen, knowledgeOf(workspace), workspace.state.timeZone, stored.name), work);
      const source = await storeSource(workspace, { ...stored, options: chosen }, parsed, proposed.parsed, stored.original, work);
      const next = replaced(workspace, dataset, origin, { from: id, to: source }, proposed, chosen);
      const renames = renamedInPlace(before, table, origin);
      return {
        title: { en: `Read ${stored.name} again`, zh: `重新读取 ${stored.name}` },
        patch: renames.size === 0 ? { datasets: { [dataset.id]: next } } : followRenames(workspace, next, renames),
      };
    });
  } finally {
    file.close();
  }
}

function replaced(
  workspace: Workspace,
  dataset: DatasetState,
  origin: ImportOrigin,
  { from, to }: { readonly from: number; readonly to: number },
  { parsed, types, template, timeZone }: Proposed,
  options: ImportOptions,
): DatasetState {
  const sources = origin.sources.map((source) => (source === from ? to : source));
  // The only file of a table says all about it; of several the others keep their say.
  const alone = sources.length === 1;
  const names = parsed.table.columns.map(({ name }) => name);
  const settings = template === null ? null : knowledgeOf(workspace).template(template.id, names);
  const own = typesRecord(types);
  return {
    ...dataset,
    // Rows are named by the number of their file, which has a new one.
    recipe: followSources(dataset.recipe, (source) => (source === from ? to : source)),
    origin: alone
      ? {
          kind: 'import',
          sources,
          ...keyAfter(origin, settings === null ? undefined : keyWithDay(settings.naturalKey, parsed), names),
          template: template?.id ?? null,
          platform: settings?.platform ?? null,
          shop: options.shop ?? origin.shop,
          ...(origin.variant !== undefined && { variant: origin.variant }),
          signature: `${template?.id ?? ''}\u001e${headerSignature(names)}`,
          types: own,
          timeZone,
          dateOrder: types.dateOrder,
          decimal: types.decimal,
        }
      : { ...origin, sources, types: { ...own, ...origin.types, ...options.types } },
  };
}

/** What was said of the key holds as long as its columns are there. */
function keyAfter({ naturalKey, keyBy }: ImportOrigin, known: readonly string[] | undefined, names: readonly string[]): Pick<ImportOrigin, 'naturalKey' | 'keyBy'> {
  if (known !== undefined || keyBy === undefined || !naturalKey.every((name) => names.includes(name))) return { naturalKey: known ?? [] };
  return { naturalKey, keyBy };
}

/** Columns that stand in the same place and are called otherwise: old name → new name. */
function renamedInPlace(before: readonly string[], { table }: ParsedTable, origin: ImportOrigin): Map<string, string> {
  if (origin.sources.length > 1 || before.length !== table.columns.length) return new Map();
  return new Map(before.flatMap((name, i) => (name === table.columns[i]?.name ? [] : [[name, table.columns[i]?.name as string] as const])));
}

/** The parts of the state that name columns of a dataset, with their new names. */
function followRenames({ state }: Workspace, dataset: DatasetState, renames: ReadonlyMap<string, string>) {
  const renamed = (name: string) => renames.get(name) ?? name;
  const fieldsOf = (mapping: EntityMapping): EntityMapping => (mapping.from === dataset.id ? { ...mapping, fields: deeply(mapping.fields, renamed) as EntityMapping['fields'] } : mapping);
  const joins = Object.values(state.datasets).flatMap((other) => {
    const { origin } = other;
    if (origin.kind !== 'join' || (origin.left !== dataset.id && origin.right !== dataset.id)) return [];
    const on = Object.entries(origin.on).map(([left, right]) => [origin.left === dataset.id ? renamed(left) : left, origin.right === dataset.id ? renamed(right) : right]);
    // What was decided about a key stands under its left column.
    const decided = origin.left === dataset.id ? byColumn(decisionsOf(origin), renamed) : {};
    return [[other.id, { ...other, origin: { ...origin, on: Object.fromEntries(on), ...decided } }] as const];
  });
  const recipe = dataset.recipe.map((step) => ({ ...step, params: deeply(step.params, renamed) as typeof step.params }));
  return { datasets: { ...Object.fromEntries(joins), [dataset.id]: { ...dataset, recipe } }, mapping: state.mapping.map(fieldsOf) };
}

const byColumn = (decisions: KeyDecisions, renamed: (name: string) => string): KeyDecisions =>
  Object.fromEntries(Object.entries(decisions).map(([what, record]) => [what, Object.fromEntries(Object.entries(record).map(([column, list]) => [renamed(column), list]))]));

/** Every text that is a column's name, and every `[name]` in an expression, renamed. */
function deeply(value: unknown, renamed: (name: string) => string): unknown {
  if (typeof value === 'string') return value.includes('[') ? value.replace(/\[([^\]]*)\]/g, (_all, name: string) => `[${renamed(name)}]`) : renamed(value);
  if (Array.isArray(value)) return value.map((item) => deeply(item, renamed));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [renamed(key), deeply(inner, renamed)]));
  return value;
}
