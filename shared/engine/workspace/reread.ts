import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { choicesFor, mergedOptions, optionsOf, withoutOptions } from '#contract/import-options';
import type { LookedAgain, ReadingAgain } from '#contract/import';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { checkOptions, inspectTable, type ParsedFile, type ParsedTable, propose, proposing, readTables } from '../import/index.ts';
import type { ReadableFile, Work } from '../ports.ts';
import { datasetOfSource } from './dataset-of-source.ts';
import { importHost } from './import-host.ts';
import { followRenames } from './follow-renames.ts';
import { followReading } from './follow-reading.ts';
import { bothPatches, followSource, withFollowed } from './follow-source.ts';
import { knowledgeOf } from './knowledge.ts';
import { openOriginal } from './originals.ts';
import { previewLimit } from './look-at.ts';
import { renamedInPlace, renamedKeys, replaced } from './reread-origin.ts';
import { layoutChoices, plainLayout, presetFor } from './presets.ts';
import { storeSource } from './source-store.ts';
import { maskedAsSettled, withSettled } from './settled-options.ts';
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
  readonly encoding: string | null;
  readonly sheet: string;
  readonly options: string;
  readonly original: number | null;
}

/** A file that is in, read by what it was read by and other choices. */
interface Again {
  readonly stored: StoredSource;
  readonly dataset: DatasetState;
  readonly origin: ImportOrigin;
  readonly file: ReadableFile;
  readonly parsed: ParsedFile;
  readonly table: ParsedTable;
  /** What it was read by before, and now. */
  readonly before: ImportOptions;
  readonly chosen: ImportOptions;
  /** Choices as they are kept where the file holds other tables. */
  ofTable(choices: ImportOptions): ImportOptions;
}

/** @param limitOf how much of a file of that size is read; absent for all */
async function readAgain<T>(
  workspace: Workspace,
  { source: id, options = {}, found: foundAnew = [] }: ReadingAgain,
  work: Work,
  use: (again: Again) => T | Promise<T>,
  limitOf: typeof previewLimit = () => ({}),
): Promise<T> {
  checkOptions(options);
  const stored = workspace.database.one<StoredSource>('SELECT id, name, path, sha256, bytes, format, encoding, sheet, options, original FROM sp_sources WHERE id = ?', [id]);
  const dataset = datasetOfSource(workspace, id);
  if (stored === null || dataset === null || dataset.origin.kind !== 'import')
    throw new SuanpanError({ code: 'not-found', message: { en: `There is no file number ${id}`, zh: `没有编号为 ${id} 的文件` } });
  const before = withoutOptions(JSON.parse(stored.options) as ImportOptions, foundAnew, stored.sheet);
  const ofTable = (choices: ImportOptions) => (isOneOfSeveral(workspace, stored) ? choicesFor(choices, stored.format, stored.sheet) : choices);
  const chosen = mergedOptions(before, ofTable(options));
  const file = await openOriginal(workspace.database, workspace.ports, stored, work);
  try {
    const read = (choices: ImportOptions) =>
      readTables({
        file,
        options: { ...choices, table: undefined },
        knowledge: knowledgeOf(workspace),
        work,
        host: importHost(workspace.ports),
        ...limitOf(file.size),
      });
    const found = await read(chosen);
    // What came in as one table is not taken apart later.
    const isApart = !found.tables.some(({ name }) => name === stored.sheet) && found.tables.some(({ part }) => part?.of === stored.sheet);
    const parsed = isApart ? await read({ ...chosen, splitStacked: false }) : found;
    const table = parsed.tables.find(({ name }) => name === stored.sheet) ?? (parsed.tables.length === 1 ? parsed.tables[0] : undefined);
    if (table === undefined)
      throw new SuanpanError({ code: 'file-empty', where: { file: stored.name }, message: { en: `Read that way ${stored.name} holds no such table`, zh: `按此方式读取，${stored.name} 中没有该表` } });
    return await use({ stored, dataset, origin: dataset.origin, file, parsed, table, before, chosen, ofTable });
  } finally {
    file.close();
  }
}

/** How a file that is in would be read by other choices. */
export async function lookAgain(workspace: Workspace, request: ReadingAgain, work: Work): Promise<LookedAgain> {
  return await readAgain(
    workspace,
    request,
    work,
    ({ parsed, table, chosen, origin, stored }) => {
      const knowledge = knowledgeOf(workspace);
      const settled = withSettled(chosen, stored.sheet, origin);
      const proposed = propose(table, settled, knowledge, origin.timeZone, stored.name);
      const { rows, setAside, setAsideRows, refusedCells, refused, detections } = inspectTable(proposed, parsed, stored.name, maskedAsSettled(request.options ?? {}, stored.sheet, settled), knowledge);
      // Which tables a file holds was decided when it came.
      return { rows, setAside, setAsideRows, refusedCells, refused, detections: detections.filter(({ id: card }) => card !== 'table') };
    },
    previewLimit,
  );
}

/**
 * Reads a file that is in once more by other choices: a wrong encoding, another header row. Its table keeps its place; where columns are
 * called otherwise now, steps, joins and the mapping follow. What was chosen is remembered for the next file of its layout.
 *
 * @throws SuanpanError `file-missing` when its bytes are neither in the workspace nor, unchanged, at their path
 */
export async function rereadSource(workspace: Workspace, request: ReadingAgain, work: Work): Promise<void> {
  const { source: id, options = {}, found = [] } = request;
  await readAgain(workspace, request, work, async ({ stored, dataset, origin, file, parsed, table, before, chosen, ofTable }) => {
    // The next file of its kind is read so, too.
    const choices = layoutChoices(ofTable(options)) ?? (found.length > 0 ? {} : null);
    const layout = choices === null ? null : await plainLayout(workspace, file, work);
    const presets = layout === null ? {} : { presets: { [layout]: mergedOptions(withoutOptions(presetFor(workspace, layout) ?? {}, found, stored.sheet), choices ?? {}) } };
    const columnsOf = (name: string) => (workspace.datasets.stored(name)?.result.columns ?? []).map((column) => column.name);
    await workspace.change('import.reread', work, async () => {
      const proposedBy = (choices: ImportOptions) => inTurns(proposing(table, choices, knowledgeOf(workspace), workspace.state.timeZone, stored.name), work);
      const first = await proposedBy(chosen);
      const renames = renamedInPlace(workspace, origin, id, first.parsed);
      const types = { ...renamedKeys(optionsOf(before, stored.sheet).types, renames), ...options.types };
      const hasTypes = Object.keys(types).length > 0;
      const asked = hasTypes ? mergedOptions(chosen, ofTable({ types })) : chosen;
      const proposed = hasTypes ? await proposedBy(asked) : first;
      const source = await storeSource(workspace, { ...stored, options: asked }, parsed, proposed.parsed, stored.original, work);
      // Rows are named by the number of their file, which has a new one.
      const followed = followSource(workspace.state, id, source);
      const state = withFollowed(workspace.state, followed);
      const next = replaced(workspace, state.datasets[dataset.id] ?? dataset, origin, { from: id, to: source }, proposed, { asked, now: { ...options, types } }, renames);
      const renamed = renames.size === 0 ? { datasets: { [dataset.id]: next } } : followRenames(state, next, renames, columnsOf);
      return {
        title: { en: `Read ${stored.name} again`, zh: `重新读取 ${stored.name}` },
        patch: { ...presets, ...followReading(workspace, bothPatches(followed, renamed), dataset.id, stored.encoding, parsed.encoding) },
      };
    });
  });
}

/** Whether its file holds other tables, which a choice about this one leaves alone. */
function isOneOfSeveral({ database }: Workspace, { sha256, sheet }: StoredSource): boolean {
  return database.one<{ n: number }>('SELECT count(*) AS n FROM sp_sources WHERE sha256 = ? AND sheet <> ?', [sha256, sheet])?.n !== 0;
}
