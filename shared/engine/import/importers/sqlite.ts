import { SuanpanError } from '#contract/errors';
import type { Finding } from '#contract/values';
import { type IsolatedProgress, type IsolationLimits, LimitError, type PlainTables, type SkippedView } from '../../ports.ts';
import type { ParsedFile, ParseRequest } from '../parsed.ts';
import { broughtBytes, typedLimits } from '../typed/brought.ts';
import { damagedTable } from '../typed/damaged.ts';
import { IS_WORKSPACE } from '../typed/extract-sqlite.ts';
import { parsedTable } from '../typed/plain-table.ts';
import { beginsAsSqlite, hasWriteAheadLog, logFinding, logHint, logReadFinding } from '../typed/write-ahead-log.ts';
import { defineImporter } from './define.ts';

const KIND = { en: 'SQLite', zh: ' SQLite ' };
/** The file is opened in memory, so that nothing can be written into it. */
const LARGEST = 1 << 30;

export const sqlite = defineImporter({
  id: 'sqlite',
  title: { en: 'SQLite database', zh: 'SQLite 数据库' },
  extensions: ['sqlite', 'sqlite3', 'db'],
  sniff: (head) => (beginsAsSqlite(head) ? 0.99 : 0),
  parse: parseSqlite,
});

/** Reads every table and view of a database, or the one that was chosen. A view that does not end, or that is broken, and a virtual table without its module are told and passed over. */
async function parseSqlite(request: ParseRequest): Promise<ParsedFile> {
  const { file, work } = request;
  if (file.size > LARGEST) throw tooLarge(file.name);
  const limits = typedLimits(file.size);
  try {
    const { tables, skipped } = await readDatabase(request, limits);
    const [first, ...others] = tables.map(parsedTable);
    const hasLog = hasWriteAheadLog(file);
    if (first === undefined) throw empty(file.name, hasLog);
    const findings = [
      ...(hasLog ? [logFinding(file.name)] : []),
      ...(file.pagesOfLog === undefined ? [] : [logReadFinding(file.name, file.pagesOfLog)]),
      ...skipped.map((one) => skippedFinding(file.name, one)),
    ];
    return { format: 'sqlite', encoding: null, tables: [{ ...first, findings }, ...others], partial: false };
  } catch (thrown) {
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    if (thrown instanceof Error && thrown.message === IS_WORKSPACE) throw workspaceFile(file.name);
    throw damagedTable(file.name, KIND, thrown, limits);
  }
}

/** The tables; where a view takes more than it may, those without the views. */
async function readDatabase({ file, options, host, work }: ParseRequest, limits: IsolationLimits): Promise<PlainTables & { readonly skipped: readonly SkippedView[] }> {
  const input = { bytes: broughtBytes(file), wasm: host.sqlite(), ...(options.table !== undefined && { table: options.table }) };
  const told = ({ share, at }: IsolatedProgress) => work.progress({ done: share, total: 1, note: { en: `Reading ${at ?? file.name}`, zh: `正在读取 ${at ?? file.name}` } });
  const run = { signal: work.signal, told };
  try {
    return { skipped: [], ...(await host.isolate('sqlite', { ...input, views: true }, limits, run)) };
  } catch (thrown) {
    // One that was chosen has no other to stand in for it.
    if (!(thrown instanceof LimitError) || thrown.at === null || options.table === thrown.at) throw thrown;
    const without = await host.isolate('sqlite', { ...input, views: false }, limits, run);
    if (without.tables.length === 0) throw thrown;
    return { ...without, skipped: [{ name: thrown.at, isVirtual: false, why: null }] };
  }
}

function skippedFinding(file: string, { name, isVirtual, why }: SkippedView): Finding {
  return {
    code: 'view-skipped',
    severity: 'warning',
    where: { file },
    message:
      why === null
        ? { en: `The view ${name} does not end, or fills the memory: the tables were read, the views were not`, zh: `视图“${name}”无法读完或占满内存：已读取表，未读取视图` }
        : {
            en: `The ${isVirtual ? 'virtual table' : 'view'} ${name} cannot be read (${why}) and was passed over`,
            zh: `无法读取${isVirtual ? '虚拟表' : '视图'}“${name}”（${why}），已跳过`,
          },
  };
}

function tooLarge(name: string): SuanpanError {
  return new SuanpanError({
    code: 'file-unsupported',
    where: { file: name },
    message: { en: `${name} is larger than 1 GB, too large for a database file`, zh: `${name} 超过 1 GB，无法作为数据库文件读取` },
    hint: { en: 'Export the tables as CSV', zh: '请将表导出为 CSV' },
  });
}

function empty(name: string, hasLog: boolean): SuanpanError {
  return new SuanpanError({
    code: 'file-empty',
    where: { file: name },
    message: { en: `${name} holds no table with rows`, zh: `${name} 中没有含数据的表` },
    hint: hasLog ? logHint(name) : { en: 'Check that it is the right file', zh: '请检查文件是否正确' },
  });
}

function workspaceFile(name: string): SuanpanError {
  return new SuanpanError({
    code: 'file-unsupported',
    where: { file: name },
    message: { en: `${name} is a workspace of Suanpan, not an export`, zh: `${name} 是算盘工作区，不是导出文件` },
    hint: { en: 'Open it with Workspace → Open', zh: '请通过“工作区 → 打开”打开' },
  });
}
