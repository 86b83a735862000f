import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import type { ImportReply, ImportRequest, InspectedFile, Source } from '#contract/import';
import type { ColumnType, Text } from '#contract/values';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import {
  combineSources,
  datasetId,
  datasetName,
  headerSignature,
  inspectTable,
  type Knowledge,
  type ParsedFile,
  type ParsedTable,
  propose,
  type Proposed,
  readTables,
  typesRecord,
} from '../import/index.ts';
import { isKnownHeader, matchTemplate, templateById } from '../model/index.ts';
import type { Ports, ReadableFile, Work } from '../ports.ts';
import { loadColumns, saveColumns } from '../store/columns.ts';
import type { Workspace } from './workspace.ts';

/** Originals up to this size are kept inside the workspace; larger ones by path and fingerprint. */
const KEPT_BYTES = 64 << 20;
/** Previews of larger files read only their beginning. */
const PREVIEW_BYTES = 32 << 20;

export const KNOWLEDGE: Knowledge = {
  matchTemplate,
  isHeader: isKnownHeader,
  template(id) {
    const template = templateById(id);
    return template === undefined
      ? null
      : { naturalKey: template.naturalKey, types: template.types, timeZone: template.timeZone, fills: template.fills.map(({ entity }) => entity), platform: template.platform };
  },
};

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function fingerprint(ports: Ports, file: ReadableFile, work: Work): Promise<string> {
  const hash = ports.sha256();
  const chunk = new Uint8Array(1 << 20);
  for (let at = 0; at < file.size; ) {
    work.signal.throwIfAborted();
    const read = file.read(chunk, at);
    if (read === 0) break;
    hash.update(chunk.slice(0, read));
    at += read;
    if (at % (8 << 20) === 0) await work.breathe();
  }
  return hex(hash.digest());
}

/** Proposes how to read a file; touches no workspace. */
export async function inspectFile(ports: Ports, source: Source, options: ImportOptions, work: Work, workspace: Workspace | null): Promise<InspectedFile> {
  const file = ports.openSource(source);
  try {
    const sha256 = await fingerprint(ports, file, work);
    const parsed = await readTables({ file, options, knowledge: KNOWLEDGE, work, decoder: ports.decoder, ...(file.size > PREVIEW_BYTES && { limit: PREVIEW_BYTES }) });
    const tables = parsed.tables.map((table) => inspectTable(propose(table, options, KNOWLEDGE, workspace?.state.timeZone ?? null), parsed, options, KNOWLEDGE));
    return {
      file: file.name,
      bytes: file.size,
      format: parsed.format,
      encoding: parsed.encoding,
      sha256,
      partial: parsed.partial,
      tables,
      alreadyIn: workspace === null ? null : findEarlier(workspace, sha256),
    };
  } finally {
    file.close();
  }
}

function findEarlier(workspace: Workspace, sha256: string): InspectedFile['alreadyIn'] {
  for (const row of workspace.database.all<{ id: number; imported_at: string }>('SELECT id, imported_at FROM sp_sources WHERE sha256 = ?', [sha256])) {
    const dataset = datasetOfSource(workspace, row.id);
    if (dataset !== null) return { at: row.imported_at, dataset: dataset.name };
  }
  return null;
}

export function datasetOfSource(workspace: Workspace, source: number): DatasetState | null {
  return Object.values(workspace.state.datasets).find(({ origin }) => origin.kind === 'import' && origin.sources.includes(source)) ?? null;
}

interface ReadFile {
  readonly name: string;
  readonly path: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly parsed: ParsedFile | null;
  readonly skipped: Text | null;
  readonly options: ImportOptions;
  readonly into: string | undefined;
  readonly original: Uint8Array | null;
  /** Name of the folder the file was found in, when a whole folder is imported. */
  readonly folder: string | null;
}

/**
 * Imports files:
 * 1. read each (outside of any transaction, with progress and cancel)
 * 2. in one transaction: store sources, assign them to datasets, rebuild what follows
 *
 * A file whose bytes are already in changes nothing. A file that is no table is passed over, and said so, when others are imported
 * with it; alone it is an error.
 */
export async function importFiles(workspace: Workspace, request: ImportRequest, work: Work): Promise<ImportReply[]> {
  const { ports } = workspace;
  const listed = request.files.flatMap(({ source, options, into }) => {
    const files = ports.listSource(source);
    const folder =
      source.kind === 'path' && files.length > 0 && !(files.length === 1 && files[0]?.source.kind === 'path' && files[0].source.path === source.path) ? ports.files.base(source.path) : null;
    return files.map((file) => ({ ...file, options: options ?? {}, into: into ?? request.into, folder }));
  });
  const total = listed.reduce((sum, file) => sum + file.bytes, 0);
  const read: ReadFile[] = [];
  let done = 0;
  for (const file of listed) {
    const report = {
      ...work,
      progress: (progress: { done: number; total: number; note: Text }) =>
        work.progress({ done: done + (progress.total === 0 ? 0 : (progress.done / progress.total) * file.bytes), total: Math.max(1, total), note: progress.note }),
    };
    read.push(await readOne(workspace, file, listed.length > 1, report));
    done += file.bytes;
  }
  const replies: ImportReply[] = [];
  await workspace.change('import', work, async () => {
    const assignment = new Assignment(workspace, oneShapeFolders(read));
    // A file that was stored is let go of: what is built from it is read back, and both would not fit beside each other.
    for (let file = read.shift(); file !== undefined; file = read.shift()) {
      work.signal.throwIfAborted();
      replies.push(...assignment.take(file));
      await work.breathe();
    }
    replies.splice(0, replies.length, ...assignment.settle([...replies]));
    if (assignment.added === 0) return null;
    const names = assignment.changedNames();
    const count = assignment.files;
    return { title: { en: `Imported ${count} file${count === 1 ? '' : 's'} into ${names}`, zh: `导入 ${count} 个文件到 ${names}` }, patch: { datasets: assignment.datasets() } };
  });
  return replies.map((reply) => withRefusals(workspace, reply));
}

/** Counts of refused cells are known once the dataset is built. */
function withRefusals(workspace: Workspace, reply: ImportReply): ImportReply {
  const refused = reply.dataset === '' ? undefined : workspace.datasets.stored(reply.dataset)?.result.refusedByColumn;
  return refused === undefined ? reply : { ...reply, columns: reply.columns.map((column) => ({ ...column, unparsed: Object.hasOwn(refused, column.name) ? (refused[column.name] ?? 0) : 0 })) };
}

async function readOne(
  workspace: Workspace,
  file: { source: Source; name: string; bytes: number; options: ImportOptions; into: string | undefined; folder: string | null },
  several: boolean,
  work: Work,
): Promise<ReadFile> {
  const { ports } = workspace;
  const path = file.source.kind === 'path' ? file.source.path : null;
  const base = { name: file.name, path, bytes: file.bytes, options: file.options, into: file.into, folder: file.folder };
  const readable = ports.openSource(file.source);
  try {
    if (several && /^(readme|licen[cs]e|notice|changelog)\b/i.test(file.name))
      return { ...base, sha256: '', parsed: null, skipped: { en: 'A note that came with the files, not a table', zh: '随附说明文件，不是表格' }, original: null };
    const sha256 = await fingerprint(ports, readable, work);
    if (findEarlier(workspace, sha256) !== null) return { ...base, sha256, parsed: null, skipped: null, original: null };
    const parsed = await readTables({ file: readable, options: file.options, knowledge: KNOWLEDGE, work, decoder: ports.decoder });
    const noTable = several ? whyNoTable(parsed) : null;
    if (noTable !== null) return { ...base, sha256, parsed: null, skipped: noTable, original: null };
    const original = file.bytes <= KEPT_BYTES ? ports.deflate(readWhole(readable)) : null;
    return { ...base, sha256, parsed, skipped: null, original };
  } catch (thrown) {
    if (several && thrown instanceof SuanpanError && ['file-unsupported', 'file-empty'].includes(thrown.info.code))
      return { ...base, sha256: '', parsed: null, skipped: thrown.info.message, original: null };
    throw thrown;
  } finally {
    readable.close();
  }
}

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

/** A README among exports is prose: one column of texts, or rows that mostly do not fit. */
function whyNoTable(parsed: ParsedFile): Text | null {
  const only = parsed.tables.length === 1 ? parsed.tables[0] : undefined;
  if (only === undefined || only.dialect === null) return null;
  const width = only.table.columns.length;
  const misfits = only.setAside.length > only.table.rows;
  if (width === 1 && only.totalRows > 1 ? only.table.columns[0]?.name.includes(' ') : misfits) return { en: 'No table: the lines do not share a shape', zh: '不是表格：各行结构不一致' };
  return null;
}

function readWhole(file: ReadableFile): Uint8Array {
  const bytes = new Uint8Array(file.size);
  for (let at = 0; at < bytes.length; ) {
    const read = file.read(bytes.subarray(at), at);
    if (read === 0) break;
    at += read;
  }
  return bytes;
}

/** Decides which dataset each table belongs to, and stores sources. */
class Assignment {
  readonly #workspace: Workspace;
  readonly #namedByFolder: ReadonlySet<string>;
  readonly #changed = new Map<string, DatasetState>();
  added = 0;
  files = 0;

  constructor(workspace: Workspace, namedByFolder: ReadonlySet<string>) {
    this.#workspace = workspace;
    this.#namedByFolder = namedByFolder;
  }

  datasets(): Record<string, DatasetState> {
    return Object.fromEntries(this.#changed);
  }

  changedNames(): string {
    const names = [...this.#changed.values()].map(({ name }) => name);
    return names.length > 3 ? `${names.slice(0, 3).join(', ')}…` : names.join(', ');
  }

  take(file: ReadFile): ImportReply[] {
    if (file.skipped !== null) return [{ ...EMPTY_REPLY, file: file.name, dataset: '', skipped: file.skipped }];
    if (file.parsed === null) return this.#unchanged(file);
    this.files++;
    const original = file.original === null ? null : this.#storeOriginal(file.sha256, file.bytes, file.original);
    return file.parsed.tables.map((parsed) => this.#takeTable(file, file.parsed as ParsedFile, parsed, original));
  }

  #takeTable(file: ReadFile, parsedFile: ParsedFile, parsed: ParsedTable, original: number | null): ImportReply {
    const proposed = propose(parsed, file.options, KNOWLEDGE, this.#workspace.state.timeZone);
    const source = this.#storeSource(file, parsedFile, parsed, original);
    const dataset = this.#assign(file, parsed, proposed, source);
    const counts = this.#count(dataset, source);
    this.added++;
    return {
      file: file.name,
      dataset: dataset.id,
      rowsRead: parsed.table.rows,
      rowsNew: counts.added,
      rowsUpdated: counts.updated,
      rowsUnchanged: counts.unchanged,
      quarantined: parsed.setAside.length,
      columns: proposed.types.columns.map(({ name, type }) => ({ name, type, unparsed: 0 })),
      template: proposed.template?.id ?? null,
      findings: parsed.findings,
      skipped: null,
    };
  }

  /** The dataset a table goes to: the one asked for, the one with the same headers, else a new one. */
  #assign(file: ReadFile, parsed: ParsedTable, proposed: Proposed, source: number): DatasetState {
    const names = parsed.table.columns.map((column) => column.name);
    const signature = `${proposed.template?.id ?? ''}\u001e${headerSignature(names)}`;
    const existing = this.#existing(file, signature);
    if (existing !== undefined && existing.origin.kind === 'import') {
      const origin: ImportOrigin = { ...existing.origin, sources: [...existing.origin.sources, source], types: { ...typesRecord(proposed.types), ...existing.origin.types } };
      return this.#put({ ...existing, origin });
    }
    const settings = proposed.template === null ? null : KNOWLEDGE.template(proposed.template.id);
    const name = file.into ?? (file.folder !== null && this.#namedByFolder.has(file.folder) && !this.#nameTaken(file.folder) ? file.folder : datasetName(file.name, parsed.name));
    const id = file.into !== undefined && !this.#idTaken(file.into) && datasetId(file.into, new Set()) === file.into ? file.into : datasetId(name, this.#takenIds());
    return this.#put({
      id,
      name,
      createdAt: this.#workspace.ports.now(),
      recipe: [],
      origin: {
        kind: 'import',
        sources: [source],
        naturalKey: settings?.naturalKey ?? [],
        template: proposed.template?.id ?? null,
        platform: settings?.platform ?? null,
        shop: file.options.shop ?? null,
        signature,
        types: typesRecord(proposed.types),
        timeZone: proposed.timeZone,
        dateOrder: proposed.types.dateOrder,
        decimal: proposed.types.decimal,
      },
    });
  }

  #existing(file: ReadFile, signature: string): DatasetState | undefined {
    const all = { ...this.#workspace.state.datasets, ...Object.fromEntries(this.#changed) };
    if (file.into !== undefined) return Object.values(all).find((dataset) => (dataset.id === file.into || dataset.name === file.into) && dataset.origin.kind === 'import');
    return Object.values(all).find(({ origin }) => origin.kind === 'import' && origin.signature === signature && (file.options.shop ?? null) === origin.shop);
  }

  #put(dataset: DatasetState): DatasetState {
    this.#changed.set(dataset.id, dataset);
    return dataset;
  }

  #takenIds(): Set<string> {
    return new Set([...Object.keys(this.#workspace.state.datasets), ...this.#changed.keys()]);
  }

  #idTaken(id: string): boolean {
    return this.#takenIds().has(id);
  }

  #nameTaken(name: string): boolean {
    return [...Object.values(this.#workspace.state.datasets), ...this.#changed.values()].some((dataset) => dataset.name === name);
  }

  #storeOriginal(sha256: string, bytes: number, deflated: Uint8Array): number {
    const { database } = this.#workspace;
    const known = database.one<{ id: number }>('SELECT id FROM sp_originals WHERE sha256 = ?', [sha256]);
    if (known !== null) return known.id;
    database.run('INSERT INTO sp_originals (sha256, bytes, deflated) VALUES (?, ?, ?)', [sha256, bytes, deflated]);
    return database.one<{ id: number }>('SELECT max(id) AS id FROM sp_originals')?.id ?? 0;
  }

  #storeSource(file: ReadFile, parsedFile: ParsedFile, parsed: ParsedTable, original: number | null): number {
    const { database, ports } = this.#workspace;
    const summary = { preamble: parsed.preamble.length, header: parsed.headerRows, footer: parsed.footer.length, blank: parsed.blankRows, total: parsed.totalRows, setAside: parsed.setAside.length };
    database.run('INSERT INTO sp_sources (name, path, sha256, bytes, format, encoding, sheet, options, rows, imported_at, original, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      file.name,
      file.path,
      file.sha256,
      file.bytes,
      parsedFile.format,
      parsedFile.encoding,
      parsed.name,
      JSON.stringify(file.options),
      parsed.table.rows,
      ports.now(),
      original,
      JSON.stringify(summary),
    ]);
    const id = database.one<{ id: number }>('SELECT max(id) AS id FROM sp_sources')?.id ?? 0;
    saveColumns(database, `source:${id}`, parsed.table);
    for (const { row, reason, bytes } of parsed.setAside)
      database.run('INSERT INTO sp_set_aside (source, row, reason_en, reason_zh, bytes) VALUES (?, ?, ?, ?, ?)', [id, row, reason.en, reason.zh, bytes]);
    return id;
  }

  /** What the new source brings to its dataset; only datasets of several sources need to look. */
  #count(dataset: DatasetState, source: number): { added: number; updated: number; unchanged: number } {
    const { origin } = dataset;
    if (origin.kind !== 'import') return { added: 0, updated: 0, unchanged: 0 };
    if (origin.sources.length === 1) {
      const rows = this.#workspace.database.one<{ rows: number }>('SELECT rows FROM sp_sources WHERE id = ?', [source])?.rows ?? 0;
      return { added: rows, updated: 0, unchanged: 0 };
    }
    this.#deferred.push({ dataset: dataset.id, source });
    return { added: -1, updated: -1, unchanged: -1 };
  }

  readonly #deferred: { dataset: string; source: number }[] = [];

  /** Fills in the counts of sources that joined an existing dataset, once per dataset. */
  settle(replies: ImportReply[]): ImportReply[] {
    const counted = new Map<string, Map<number, { added: number; updated: number; unchanged: number }>>();
    let next = 0;
    return replies.map((reply) => {
      if (reply.rowsNew >= 0) return reply;
      const { dataset, source } = this.#deferred[next++] as { dataset: string; source: number };
      let counts = counted.get(dataset);
      if (counts === undefined) {
        counts = this.#countAll(dataset);
        counted.set(dataset, counts);
      }
      const own = counts.get(source) ?? { added: 0, updated: 0, unchanged: 0 };
      return { ...reply, rowsNew: own.added, rowsUpdated: own.updated, rowsUnchanged: own.unchanged };
    });
  }

  #countAll(dataset: string): Map<number, { added: number; updated: number; unchanged: number }> {
    const origin = this.#changed.get(dataset)?.origin;
    if (origin?.kind !== 'import') return new Map();
    const sources = origin.sources.flatMap((source) => {
      const table = loadColumns(this.#workspace.database, `source:${source}`);
      return table === null ? [] : [{ source, table }];
    });
    return new Map(combineSources(sources, origin.naturalKey).counts.map((count) => [count.source, count]));
  }

  #unchanged(file: ReadFile): ImportReply[] {
    const rows = this.#workspace.database.all<{ id: number; rows: number }>('SELECT id, rows FROM sp_sources WHERE sha256 = ?', [file.sha256]);
    return rows.flatMap(({ id, rows: count }) => {
      const dataset = datasetOfSource(this.#workspace, id);
      if (dataset === null || dataset.origin.kind !== 'import') return [];
      const { template, types } = dataset.origin;
      return [
        {
          ...EMPTY_REPLY,
          file: file.name,
          dataset: dataset.id,
          rowsRead: count,
          rowsUnchanged: count,
          template,
          columns: Object.entries(types).map(([name, type]) => ({ name, type: type as ColumnType, unparsed: 0 })),
        },
      ];
    });
  }
}

const EMPTY_REPLY: Omit<ImportReply, 'file' | 'dataset'> = { rowsRead: 0, rowsNew: 0, rowsUpdated: 0, rowsUnchanged: 0, quarantined: 0, columns: [], template: null, findings: [], skipped: null };
