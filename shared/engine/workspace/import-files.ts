import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import type { ImportedFile, ImportReply, ImportRequest, InspectedFile, Source } from '#contract/import';
import { mergedOptions, optionsOf } from '#contract/import-options';
import type { Text } from '#contract/values';
import {
  checkOptions,
  headerSignature,
  inspectTable,
  isNoteName,
  NOTE_BESIDE,
  pageOf,
  type ParsedFile,
  type Proposed,
  propose,
  readTables,
  renamedColumns,
  whyNoTable,
  withLog,
} from '../import/index.ts';
import type { Ports, Work } from '../ports.ts';
import { datasetOfSource } from './dataset-of-source.ts';
import { refuseUnknownColumns } from './asked-renames.ts';
import { Assignment, chosenFor, ownName, type ReadFile, renamesOf } from './import-assignment.ts';
import { inOrderOfDownload } from './copies.ts';
import { dayFindings } from './day-findings.ts';
import { datasetCalled, destinationOf, driftFrom, PartPlaces } from './destination.ts';
import { maskedAsSettled, withSettled } from './settled-options.ts';
import { inTurns } from '../values/sliced.ts';
import { bothPatches } from './follow-source.ts';
import { importHost } from './import-host.ts';
import { joinedPreview } from './joined-preview.ts';
import { knowledgeOf } from './knowledge.ts';
import { lookAt } from './look-at.ts';
import { fingerprint, packOriginal } from './originals.ts';
import { layoutChoices, layoutOf, plainLayout, presetFor } from './presets.ts';
import type { SeenFiles } from './seen-files.ts';
import { stageOf, wasTakenOut, wasWritten } from './seen-before.ts';
import { keyAhead, type KeyNews, withKeys } from './table-keys.ts';
import type { Workspace } from './workspace.ts';

/** Originals up to this size are kept inside the workspace; larger ones by path and fingerprint. */
const KEPT_BYTES = 64 << 20;

/** Proposes how to read a file; touches no workspace. */
export async function inspectFile(ports: Ports, asked: ImportedFile, work: Work, workspace: Workspace | null, files: SeenFiles): Promise<InspectedFile> {
  return await lookAt(ports, asked, work, workspace, files, async ({ file, seen, parsed, options, preset }) => {
    const sha256 = seen.sha256 ?? (await fingerprint(ports, file, work));
    seen.sha256 = sha256;
    const knowledge = knowledgeOf(workspace);
    const parts = new PartPlaces();
    const tables = parsed.tables.map((table) => {
      const first = propose(table, options, knowledge, workspace?.state.timeZone ?? null, file.name);
      const to = workspace === null ? undefined : destination(workspace, file.name, first, options, chosenFor(asked, table.name), parts.of(pageOf(parsed, table)));
      if (to !== undefined) parts.add(pageOf(parsed, table), to.id);
      const name = ownName(file.name, table);
      if (to === undefined) return { ...inspectTable(first, parsed, file.name, options, knowledge), goesTo: null, ownName: name, key: keyAhead(workspace, first, null) };
      const { renames } = optionsOf(options, table.name);
      const inTable = joinedPreview(workspace as Workspace, to.origin, first, optionsOf(options, table.name));
      // What the table settled once holds for its next file.
      const settled = withSettled(options, table.name, inTable);
      const proposed = propose(table, settled, knowledge, to.origin.timeZone, file.name);
      const columns = table.table.columns.map(({ name }) => name);
      const inspected = inspectTable(proposed, parsed, file.name, maskedAsSettled(options, table.name, settled), knowledge);
      return {
        ...inspected,
        columns: inspected.columns.map((column) => inTable.told(column)),
        goesTo: { dataset: to.name, drift: driftFrom(to.origin, columns, renames) },
        ownName: name,
        key: keyAhead(workspace, proposed, { ...to, origin: { ...to.origin, renames: inTable.renames } }),
      };
    });
    return {
      file: file.name,
      bytes: file.size,
      format: parsed.format,
      encoding: parsed.encoding,
      sha256,
      partial: parsed.partial,
      tables,
      alreadyIn: workspace === null ? null : findEarlier(workspace, sha256),
      preset,
    };
  });
}

/** The table that a file will be added to. */
function destination({ state }: Workspace, file: string, { parsed, template }: Proposed, options: ImportOptions, into: string | undefined, others: ReadonlySet<string>) {
  if (into !== undefined) return datasetCalled(Object.values(state.datasets), into);
  const columns = parsed.table.columns.map(({ name }) => name);
  const arrival = {
    columns,
    template: template?.id ?? null,
    shop: options.shop ?? null,
    ...(template?.variant !== undefined && { variant: template.variant }),
    ...renamesOf(options, parsed.name),
    name: ownName(file, parsed),
  };
  return destinationOf(Object.values(state.datasets), arrival, others);
}

/** Where and since when a file is in; `null` where it is not, or not any more. */
export function findEarlier(workspace: Workspace, sha256: string): InspectedFile['alreadyIn'] {
  const all = workspace.database.all<{ id: number; imported_at: string; sheet: string }>('SELECT id, imported_at, sheet FROM sp_sources WHERE sha256 = ?', [sha256]);
  const active = all.flatMap((row) => {
    const dataset = datasetOfSource(workspace, row.id);
    return dataset === null ? [] : [{ ...row, dataset: dataset.name }];
  });
  const [first] = active;
  return first === undefined ? null : { at: first.imported_at, dataset: first.dataset, sources: active.map(({ id, sheet }) => ({ source: id, table: sheet })) };
}

/** Who has files taken from a folder that is watched. */
export interface Watch {
  /** Told the fingerprint of each file that could be opened. */
  fingerprint(sha256: string): void;
}

/**
 * Imports files:
 * 1. read each (outside of any transaction, with progress and cancel)
 * 2. in one transaction: store sources, assign them to datasets, rebuild what follows
 *
 * A file whose bytes are already in changes nothing. A file that is no table is passed over, and said so, when others are imported
 * with it; alone it is an error.
 *
 * @param watch nobody has seen the files: what is no table is passed over, as is what was in and was taken out again, and what was
 * exported from here; a file that is in from when it was not complete takes the place of that
 */
export async function importFiles(workspace: Workspace, request: ImportRequest, work: Work, watch: Watch | null = null): Promise<ImportReply[]> {
  const { ports } = workspace;
  for (const { options } of request.files) checkOptions(withRenames(options, request.renames));
  const asked = request.files.flatMap(({ source, options, into, intoTables = {}, corrections = {}, again = false, plain }) => {
    const files = ports.listSource(source);
    const folder =
      source.kind === 'path' && files.length > 0 && !(files.length === 1 && files[0]?.source.kind === 'path' && files[0].source.path === source.path) ? ports.files.base(source.path) : null;
    return files.map((file) => ({ ...file, options: withRenames(options, request.renames), into: into ?? request.into, intoTables, corrections, again, folder, plain: plain === true }));
  });
  const listed = inOrderOfDownload(asked);
  const total = listed.reduce((sum, file) => sum + file.bytes, 0);
  const read: ReadFile[] = [];
  const presets: Record<string, ImportOptions | null> = {};
  let done = 0;
  for (const file of listed) {
    const report = {
      ...work,
      progress: (progress: { done: number; total: number; note: Text }) =>
        work.progress({ done: done + (progress.total === 0 ? 0 : (progress.done / progress.total) * file.bytes), total: Math.max(1, total), note: progress.note }),
    };
    read.push(await readOne(workspace, file, { several: watch !== null || listed.length > 1, remember: request.remember !== false, watch }, presets, report));
    done += file.bytes;
  }
  const replies: ImportReply[] = [];
  const assignment = new Assignment(workspace, oneShapeFolders(read));
  let keys: ReadonlyMap<string, KeyNews> = new Map();
  await workspace.change('import', work, async () => {
    // A file that was stored is let go of: what is built from it is read back, and both would not fit beside each other.
    for (let file = read.shift(); file !== undefined; file = read.shift()) {
      work.signal.throwIfAborted();
      replies.push(...(await assignment.take(file, work)));
      await work.breathe();
    }
    if (assignment.added === 0) return null;
    refuseUnknownColumns(request.renames ?? {}, assignment.taken);
    const names = assignment.changedNames();
    const count = assignment.files;
    const { datasets, news } = await inTurns(withKeys(workspace, assignment.datasets()), work);
    keys = news;
    return {
      title: {
        en: `Imported ${count} file${count === 1 ? '' : 's'} into ${names}${keysUsed(news, '; rows told apart by ')}`,
        zh: `导入 ${count} 个文件到 ${names}${keysUsed(news, '；区分各行的列：')}`,
      },
      patch: {
        ...bothPatches(assignment.followed, { datasets }),
        ...(assignment.mapping.length > 0 && { mapping: [...workspace.state.mapping, ...assignment.mapping] }),
        ...(Object.keys(presets).length > 0 && { presets }),
      },
    };
  });
  return withMissingDays(
    workspace,
    assignment.settle(replies).map((reply) => withKeyNews(withRefusals(workspace, reply), keys)),
  );
}

/** Options of a file with what is asked for all files. */
const withRenames = (options: ImportOptions = {}, renames: ImportRequest['renames'] = {}): ImportOptions =>
  Object.keys(renames).length === 0 ? options : { ...options, renames: { ...options.renames, ...renames } };

/** The keys that the import has found certain, for the history: they are part of what it changed. */
function keysUsed(keys: ReadonlyMap<string, KeyNews>, before: string): string {
  const used = [...keys.values()].filter(({ used: isUsed }) => isUsed).map(({ proposal }) => proposal.columns.join(' + '));
  return used.length === 0 ? '' : before + used.join('; ');
}

function withKeyNews(reply: ImportReply, keys: ReadonlyMap<string, KeyNews>): ImportReply {
  const key = keys.get(reply.dataset);
  return key === undefined ? reply : { ...reply, key };
}

/** Counts of refused cells are known once the dataset is built. */
function withRefusals(workspace: Workspace, reply: ImportReply): ImportReply {
  const refused = reply.dataset === '' ? undefined : workspace.datasets.stored(reply.dataset)?.result.refusedByColumn;
  if (refused === undefined) return reply;
  const { origin } = workspace.datasets.definition(reply.dataset);
  const names = reply.columns.map(({ name }) => name);
  // They are counted by the names that the table has for them.
  // Of the same import another file may call one of them otherwise.
  const own = Object.fromEntries((reply.drift?.renamed ?? []).map(({ from, to }) => [from, to]));
  const called = origin.kind === 'import' ? renamedColumns(names, { ...origin.renames, ...own }) : names;
  const refusedOf = (name: string) => (Object.hasOwn(refused, name) ? (refused[name] ?? 0) : 0);
  return { ...reply, columns: reply.columns.map((column, i) => ({ ...column, unparsed: refusedOf(called[i] as string) })) };
}

/** Days are missing from a table, not from one of its files: the last one that brought something says so. */
function withMissingDays(workspace: Workspace, replies: readonly ImportReply[]): ImportReply[] {
  const last = new Map(replies.flatMap(({ dataset, rowsNew, rowsUpdated }, i) => (dataset !== '' && rowsNew + rowsUpdated > 0 ? [[dataset, i] as const] : [])));
  return replies.map((reply, i) => (last.get(reply.dataset) === i ? { ...reply, findings: [...reply.findings, ...dayFindings(workspace.datasets.stored(reply.dataset)?.result.missingDays)] } : reply));
}

async function readOne(
  workspace: Workspace,
  file: Pick<ReadFile, 'name' | 'bytes' | 'options' | 'into' | 'intoTables' | 'corrections' | 'again' | 'folder'> & { readonly source: Source; readonly plain: boolean },
  { several, remember, watch }: { readonly several: boolean; readonly remember: boolean; readonly watch: Watch | null },
  presets: Record<string, ImportOptions | null>,
  work: Work,
): Promise<ReadFile> {
  const { ports } = workspace;
  const path = file.source.kind === 'path' ? file.source.path : null;
  const base = { name: file.name, path, bytes: file.bytes, options: file.options, into: file.into, intoTables: file.intoTables, corrections: file.corrections, again: file.again, folder: file.folder };
  const readable = withLog(ports.openSource(file.source));
  try {
    if (several && isNoteName(file.name)) return { ...base, sha256: '', parsed: null, skipped: NOTE_BESIDE, original: null };
    const sha256 = await fingerprint(ports, readable, work);
    watch?.fingerprint(sha256);
    if (!file.again && findEarlier(workspace, sha256) !== null) return { ...base, sha256, parsed: null, skipped: null, original: null };
    const notAgain = watch === null ? null : wasTakenOut(workspace, sha256) ? TAKEN_OUT : wasWritten(workspace, sha256) ? WRITTEN_HERE : null;
    if (notAgain !== null) return { ...base, sha256, parsed: null, skipped: notAgain, original: null };
    const request = { file: readable, knowledge: knowledgeOf(workspace), work, host: importHost(ports) };
    let parsed = await readTables({ ...request, options: file.options });
    const choices = layoutChoices(file.options);
    const layout = choices === null ? layoutOf(parsed) : remember ? await plainLayout(workspace, readable, work) : null;
    const preset = presetFor(workspace, layout);
    if (layout !== null && choices !== null) presets[layout] = choices;
    else if (layout !== null && preset !== null && file.plain) presets[layout] = null;
    const options = choices === null && preset !== null && !file.plain ? mergedOptions(file.options, preset) : file.options;
    if (options !== file.options) parsed = await readTables({ ...request, options });
    const noTable = several ? (whyNoTable(parsed) ?? (watch === null ? null : whyUnlikely(workspace, parsed))) : null;
    if (noTable !== null) return { ...base, sha256, parsed: null, skipped: noTable, original: null };
    const original = readable.size <= KEPT_BYTES ? await packOriginal(ports, readable, work) : null;
    const stage = watch !== null && path !== null ? await stageOf(workspace, path, readable, work) : null;
    return { ...base, bytes: readable.size, options, sha256, parsed, skipped: null, original, ...(stage !== null && { stage }) };
  } catch (thrown) {
    if (several && thrown instanceof SuanpanError && ['file-unsupported', 'file-empty'].includes(thrown.info.code))
      return { ...base, sha256: '', parsed: null, skipped: thrown.info.message, original: null };
    throw thrown;
  } finally {
    readable.close();
  }
}

const WRITTEN_HERE: Text = { en: 'It was exported from here', zh: '由本工作区导出' };
export const TAKEN_OUT: Text = { en: 'It was in and was taken out again: import it by hand to have it back', zh: '曾导入后又被撤下：如需恢复请手动导入' };

/** Folders whose tables all share one header: their dataset is named after the folder (decisions 25). */
function oneShapeFolders(files: readonly ReadFile[]): ReadonlySet<string> {
  const shapes = new Map<string, Set<string>>();
  for (const { folder, parsed } of files) {
    if (folder === null) continue;
    const own = shapes.get(folder) ?? new Set<string>();
    shapes.set(folder, own);
    for (const table of parsed?.tables ?? []) own.add(headerSignature(table.table.columns.map((column) => column.name)));
  }
  return new Set([...shapes].filter(([, own]) => own.size === 1).map(([folder]) => folder));
}

/** A single column of text is a list somebody wrote sooner than an export, unless there is a table of such. */
function whyUnlikely({ state }: Workspace, { tables: [only, another] }: ParsedFile): Text | null {
  if (only === undefined || another !== undefined || only.dialect === null || only.table.columns.length !== 1) return null;
  const layout = headerSignature(only.table.columns.map(({ name }) => name));
  if (Object.values(state.datasets).some(({ origin }) => origin.kind === 'import' && headerSignature(Object.keys(origin.types)) === layout)) return null;
  return { en: 'One column of text: import it by hand if it is a table', zh: '只有一列文本：如果确实是表格，请手动导入' };
}
