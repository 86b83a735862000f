import { SuanpanError } from '#contract/errors';
import type { KeyProposal, TableKey } from '#contract/keys';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { findingKeys, KEY_RULES, type KeysFound, type Proposed, renamedColumns, type SourceTable, type Stacked, stackSources, typesRecord } from '../import/index.ts';
import { isPersonalHeader } from '../model/index.ts';
import { type Table, withName } from '../table/table.ts';
import { atOnce, type Sliced } from '../values/sliced.ts';
import { inOrderOfDays } from './copies.ts';
import { type ImportedDataset, isImported } from './destination.ts';
import { usedKey } from './key-of.ts';
import { loadSources, stackedSources } from './sources.ts';
import type { Workspace } from './workspace.ts';

/** What the files of a table say about its key, and whether the rules let it be used unasked. */
export interface KeyNews {
  readonly proposal: KeyProposal;
  readonly used: boolean;
}

const NOTHING: KeysFound = { proposals: [], nearest: null };

/** Whether nobody has said yet how the rows of a table are told apart. */
export const isKeyOpen = ({ naturalKey, template, keyBy }: Pick<ImportOrigin, 'naturalKey' | 'template' | 'keyBy'>): boolean => template === null && keyBy === undefined && naturalKey.length === 0;

/** What tables of these types say about their key. */
const keysIn = (sources: readonly SourceTable[], types: ImportOrigin['types'], ofLast = false): KeysFound => atOnce(findingKeysIn(stackSources(sources), types, ofLast));

const findingKeysIn = (sources: Stacked, types: ImportOrigin['types'], ofLast = false): Sliced<KeysFound> => findingKeys(sources, { types, isPersonal: isPersonalHeader, ofLast });

/**
 * Looks for the keys of tables that got another file and have none. A key that is certain by the rules is in the answered dataset.
 *
 * @param datasets as the import leaves them
 */
export function* withKeys(
  workspace: Workspace,
  datasets: Readonly<Record<string, DatasetState>>,
): Sliced<{ readonly datasets: Record<string, DatasetState>; readonly news: ReadonlyMap<string, KeyNews> }> {
  const news = new Map<string, KeyNews>();
  const decided = new Map<string, DatasetState>();
  for (const [id, dataset] of Object.entries(datasets)) {
    decided.set(id, dataset);
    if (!isImported(dataset) || dataset.origin.sources.length < 2 || !isKeyOpen(dataset.origin)) continue;
    const sources = yield* stackedSources(workspace, dataset.origin);
    const [proposal] = (yield* findingKeysIn(sources, dataset.origin.types)).proposals;
    // Without a row in common there is nothing yet that a key would change.
    if (proposal === undefined || !proposal.found) continue;
    news.set(id, { proposal, used: proposal.sure });
    if (proposal.sure) decided.set(id, { ...dataset, origin: keyed(workspace, dataset.origin, { naturalKey: proposal.columns, keyBy: 'data' }) });
  }
  return { datasets: Object.fromEntries(decided), news };
}

/** Up to this size the rows of a table are compared with those of a file that is only looked at. */
const COMPARED_ROWS = 200_000;

/** What the rows of a file will be found again by; beside the table it goes to, where that is not too long to look through. */
export function keyAhead(workspace: Workspace | null, { parsed, template, types }: Proposed, to: ImportedDataset | null): KeyProposal | null {
  if (template !== null || (to !== null && !isKeyOpen(to.origin))) return null;
  const own = { source: 0, table: { ...parsed.table, columns: renamedTo(parsed.table.columns, to) } };
  const isShort = workspace !== null && to !== null && (workspace.datasets.stored(to.id)?.rows ?? 0) <= COMPARED_ROWS;
  const before = isShort ? loadSources(workspace, to.origin) : [];
  const [proposal] = keysIn([...before, own], { ...typesRecord(types), ...to?.origin.types }, true).proposals;
  // That a few rows differ in something says little.
  return proposal === undefined || proposal.rows < KEY_RULES.leastFound ? null : proposal;
}

function renamedTo(columns: Table['columns'], to: ImportedDataset | null): Table['columns'] {
  if (to === null) return columns;
  const names = renamedColumns(
    columns.map(({ name }) => name),
    to.origin.renames,
  );
  return columns.map((column, i) => withName(column, names[i] as string));
}

/** How a table tells its rows apart, and how it could. */
export function tableKey(workspace: Workspace, id: string): TableKey {
  const { origin } = importedDataset(workspace, id);
  const columns = usedKey(origin);
  // What a template knows needs no proof.
  const found = origin.template === null || columns.length === 0 ? keysIn(loadSources(workspace, origin), origin.types) : NOTHING;
  return {
    dataset: id,
    columns,
    by: origin.keyBy ?? (columns.length > 0 ? 'template' : null),
    ...found,
    choices: Object.keys(origin.types),
  };
}

/**
 * The dataset with another key.
 *
 * @throws SuanpanError `missing-column`
 */
export function withKey(workspace: Workspace, id: string, columns: readonly string[]): ImportedDataset {
  const dataset = importedDataset(workspace, id);
  const unknown = columns.find((name) => !Object.hasOwn(dataset.origin.types, name));
  if (unknown !== undefined) throw new SuanpanError({ code: 'missing-column', message: { en: `There is no column ${unknown}`, zh: `没有列“${unknown}”` } });
  return { ...dataset, origin: keyed(workspace, dataset.origin, { naturalKey: [...new Set(columns)], keyBy: 'user' }) };
}

/** An origin whose rows are found again from now on: its files lie as they would if the key had been known when they came. */
function keyed(workspace: Workspace, origin: ImportOrigin, key: Required<Pick<ImportOrigin, 'naturalKey' | 'keyBy'>>): ImportOrigin {
  return { ...origin, ...key, ...(key.naturalKey.length > 0 && { sources: byTheirDays(workspace, origin.sources) }) };
}

/** Sources as they lie one over the other where their rows are found again. */
export function byTheirDays({ database }: Workspace, sources: ImportOrigin['sources']): readonly number[] {
  const names = new Map(sources.map((source) => [source, database.one<{ name: string }>('SELECT name FROM sp_sources WHERE id = ?', [source])?.name ?? '']));
  return inOrderOfDays(sources, (source) => names.get(source) ?? '');
}

function importedDataset(workspace: Workspace, id: string): ImportedDataset {
  const dataset = workspace.datasets.definition(id);
  if (isImported(dataset)) return dataset;
  throw new SuanpanError({ code: 'invalid-params', message: { en: `${dataset.name} does not come from files`, zh: `“${dataset.name}”不是由文件导入的` } });
}
