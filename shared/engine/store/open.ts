import { SuanpanError } from '#contract/errors';
import { type FileSystem, optionalResource, type Ports } from '../ports.ts';
import { Database } from './database.ts';
import { SQLJS_WASM_SHA256 } from './file-bridge.ts';
import { loadSqlite, type Sqlite } from './sqljs.ts';

export type StoreKind = 'file' | 'memory';

export interface OpenedFile {
  readonly database: Database;
  readonly kind: StoreKind;
  /** For the memory fallback: writes the whole database to its file, atomically. Nothing to do for real files. */
  flush(): void;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

let checked: StoreKind | undefined;

/**
 * Opens (or creates) an SQLite file.
 *
 * The first time in a process the way over real files is tried on a scratch file: create, commit, roll a hot journal back,
 * reopen. Where that fails the database lives in memory and is written whole on every commit.
 *
 * @throws SuanpanError `workspace-damaged` when the file is not a database
 */
export async function openSqlite(ports: Ports, path: string): Promise<OpenedFile> {
  const sqlite = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'), () => optionalResource(ports, 'records.wasm'));
  checked ??= realFilesWork(ports, sqlite) ? 'file' : 'memory';
  return checked === 'file' ? openOnDisk(sqlite, path) : openInMemory(ports.files, sqlite, path);
}

function openOnDisk(sqlite: Sqlite, path: string): OpenedFile {
  const database = attach(sqlite, path);
  try {
    // EXTRA flushes the folder after a journal is removed, so that a commit survives power loss too.
    database.run('PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON');
    database.all('SELECT count(*) AS n FROM sqlite_master');
    if (!sqlite.bridge.isOpen(path)) throw new Error('no real handle is in use');
  } catch (thrown) {
    database.close();
    if (thrown instanceof SuanpanError) throw thrown;
    throw new SuanpanError({ code: 'internal', message: { en: 'The store could not open a real file', zh: '存储无法打开文件' }, details: String(thrown) });
  }
  return { database, kind: 'file', flush: () => undefined };
}

function attach(sqlite: Sqlite, path: string): Database {
  sqlite.bridge.expect(path);
  // An empty byte array makes sql.js create its in-memory name, which it removes again when closing.
  return new Database(new sqlite.sql.Database(new Uint8Array(0)), sqlite);
}

function openInMemory(files: FileSystem, sqlite: Sqlite, path: string): OpenedFile {
  const database = new Database(new sqlite.sql.Database(files.exists(path) ? readWhole(files, path) : undefined), sqlite);
  return { database, kind: 'memory', flush: () => writeAtomically(files, path, database.export()) };
}

function readWhole(files: FileSystem, path: string): Uint8Array {
  const handle = files.open(path, { write: false, create: false, exclusive: false });
  try {
    const bytes = new Uint8Array(files.size(handle));
    for (let at = 0; at < bytes.length; ) {
      const read = files.read(handle, bytes.subarray(at), at);
      if (read === 0) break;
      at += read;
    }
    return bytes;
  } finally {
    files.close(handle);
  }
}

/** Complete old or complete new, never torn: a temporary neighbour is written and flushed, then renamed over the target. */
export function writeAtomically(files: FileSystem, path: string, bytes: Uint8Array): void {
  const temporary = `${path}.new`;
  const handle = files.open(temporary, { write: true, create: true, exclusive: false });
  try {
    files.truncate(handle, 0);
    for (let at = 0; at < bytes.length; ) at += files.write(handle, bytes.subarray(at), at);
    files.flush(handle);
  } finally {
    files.close(handle);
  }
  files.rename(temporary, path);
  files.flushFolder(files.parent(path));
}

/** Proves on a scratch file that this sql.js really commits to files and rolls a hot journal back. */
export function realFilesWork(ports: Ports, sqlite: Sqlite): boolean {
  const hash = ports.sha256();
  hash.update(ports.resource('sql-wasm.wasm'));
  if (hex(hash.digest()) !== SQLJS_WASM_SHA256) return false;
  const { files } = ports;
  files.makeFolder(ports.folders.preferences);
  const path = files.join(ports.folders.preferences, `self-test-${ports.host.process}-${hex(ports.randomBytes(4))}.db`);
  const journal = `${path}-journal`;
  try {
    const first = attach(sqlite, path);
    first.run('PRAGMA cache_size=5; CREATE TABLE t(x); INSERT INTO t VALUES (1), (2), (3)');
    // A spilled, unfinished transaction leaves a hot journal: keep copies of both files as a killed process would.
    first.run('BEGIN; UPDATE t SET x = x + 10; INSERT INTO t SELECT randomblob(3000) FROM t, t, t, t');
    const torn = readWhole(files, path);
    const hot = files.exists(journal) ? readWhole(files, journal) : null;
    first.run('ROLLBACK');
    first.close();
    if (hot === null) return false;
    overwrite(files, path, torn);
    overwrite(files, journal, hot);
    const second = attach(sqlite, path);
    const sum = second.one<{ s: number; n: number }>('SELECT sum(x) AS s, count(*) AS n FROM t');
    const intact = second.one<{ integrity_check: string }>('PRAGMA integrity_check');
    second.close();
    return sum?.s === 6 && sum.n === 3 && intact?.integrity_check === 'ok' && !files.exists(journal);
  } catch {
    return false;
  } finally {
    for (const scratch of [path, journal]) if (files.exists(scratch)) files.remove(scratch);
  }
}

function overwrite(files: FileSystem, path: string, bytes: Uint8Array): void {
  const handle = files.open(path, { write: true, create: true, exclusive: false });
  files.truncate(handle, 0);
  files.write(handle, bytes, 0);
  files.close(handle);
}
