import { SuanpanError } from '#contract/errors';
import { type FileSystem, optionalResource, type Ports } from '../ports.ts';
import { Database, openDatabase } from './database.ts';
import { realFilesWork, realFilesWorked } from './self-test.ts';
import { loadSqlite, type Sqlite } from './sqljs.ts';
import { readWhole, writeAtomically } from './whole-file.ts';

export type StoreKind = 'file' | 'memory';

export interface OpenedFile {
  readonly database: Database;
  readonly kind: StoreKind;
  /** For the memory fallback: writes the whole database to its file, atomically. Nothing to do for real files. */
  flush(): void;
}

let checked: StoreKind | undefined;

/**
 * Opens (or creates) an SQLite file.
 *
 * The way over real files is tried once per installed version, see {@link realFilesWork}. Where that fails the database lives in memory
 * and is written whole on every commit.
 *
 * @throws SuanpanError `workspace-damaged` when the file is not a database
 */
export async function openSqlite(ports: Ports, path: string): Promise<OpenedFile> {
  const sqlite = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'), () => optionalResource(ports, 'records.wasm'));
  checked ??= realFilesWorked(ports) || realFilesWork(ports, sqlite) ? 'file' : 'memory';
  return checked === 'file' ? openOnDisk(sqlite, path) : openInMemory(ports.files, sqlite, path);
}

function openOnDisk(sqlite: Sqlite, path: string): OpenedFile {
  const database = openDatabase(sqlite, path);
  try {
    // A new file has pages of 16 kB: a table of a million rows is in several per cent sooner than by pages of 4 kB, and a change of one row
    // still takes milliseconds. EXTRA flushes the folder after a journal is removed, so that a commit survives power loss too.
    database.run('PRAGMA page_size=16384; PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON');
    database.all('SELECT count(*) AS n FROM sqlite_master');
    if (!sqlite.bridge.isOpen(path)) throw new Error('no real handle is in use');
  } catch (thrown) {
    database.close();
    if (thrown instanceof SuanpanError) throw thrown;
    throw new SuanpanError({ code: 'internal', message: { en: 'The store could not open a real file', zh: '存储无法打开文件' }, details: String(thrown) });
  }
  return { database, kind: 'file', flush: () => undefined };
}

function openInMemory(files: FileSystem, sqlite: Sqlite, path: string): OpenedFile {
  const database = new Database(new sqlite.sql.Database(files.exists(path) ? readWhole(files, path) : undefined), sqlite);
  return { database, kind: 'memory', flush: () => writeAtomically(files, path, database.export()) };
}
