import { SuanpanError } from '#contract/errors';
import { fill } from '../fill.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { damagedTable } from '../typed/damaged.ts';
import { TypedRows } from '../typed/typed-rows.ts';
import { defineImporter } from './define.ts';

const MAGIC = 'SQLite format 3\0';
const KIND = { en: 'SQLite', zh: ' SQLite ' };
/** The file is opened in memory, so that nothing can be written into it. */
const LARGEST = 1 << 30;
const ROWS_PER_BREATH = 20_000;

export const sqlite = defineImporter({
  id: 'sqlite',
  title: { en: 'SQLite database', zh: 'SQLite 数据库' },
  extensions: ['sqlite', 'sqlite3', 'db'],
  sniff: (head) => (new TextDecoder('latin1').decode(head.subarray(0, 16)) === MAGIC ? 0.99 : 0),
  parse: parseSqlite,
});

/** Reads every table and view of a database, or the one that was chosen. */
async function parseSqlite({ file, options, host, work }: ParseRequest): Promise<ParsedFile> {
  if (file.size > LARGEST) {
    throw new SuanpanError({
      code: 'file-unsupported',
      where: { file: file.name },
      message: { en: `${file.name} is larger than 1 GB, too large for a database file`, zh: `${file.name} 超过 1 GB，无法作为数据库文件读取` },
      hint: { en: 'Export the tables as CSV', zh: '请将表导出为 CSV' },
    });
  }
  const bytes = new Uint8Array(file.size);
  fill(file, bytes, 0);
  const tables: ParsedTable[] = [];
  try {
    const database = await host.openDatabase(bytes);
    try {
      const all = database.tables();
      if (all.includes('sp_sources')) throw workspaceFile(file.name);
      const names = all.filter((name) => options.table === undefined || options.table === name);
      for (const [position, name] of names.entries()) {
        const source = database.read(name);
        const rows = new TypedRows(source.names);
        for (const cells of source.rows) {
          rows.add(cells);
          if (rows.rows % ROWS_PER_BREATH !== 0) continue;
          work.signal.throwIfAborted();
          work.progress({ done: position, total: names.length, note: { en: `Reading ${name}`, zh: `正在读取 ${name}` } });
          await work.breathe();
        }
        if (rows.rows > 0) tables.push(rows.finish(name));
      }
    } finally {
      database.close();
    }
  } catch (thrown) {
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    throw damagedTable(file.name, KIND, thrown);
  }
  if (tables.length === 0)
    throw new SuanpanError({
      code: 'file-empty',
      where: { file: file.name },
      message: { en: `${file.name} holds no table with rows`, zh: `${file.name} 中没有含数据的表` },
      hint: { en: 'Check that it is the right file', zh: '请检查文件是否正确' },
    });
  return { format: 'sqlite', encoding: null, tables, partial: false };
}

function workspaceFile(name: string): SuanpanError {
  return new SuanpanError({
    code: 'file-unsupported',
    where: { file: name },
    message: { en: `${name} is a workspace of Suanpan, not an export`, zh: `${name} 是算盘工作区，不是导出文件` },
    hint: { en: 'Open it with Workspace → Open', zh: '请通过“工作区 → 打开”打开' },
  });
}
