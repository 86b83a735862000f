import type { FileSystem, Ports } from '../ports.ts';
import { toHex } from '../values/hex.ts';
import { openDatabase } from './database.ts';
import { SQLJS_WASM_SHA256 } from './file-bridge.ts';
import type { Sqlite } from './sqljs.ts';
import { readWhole, writeAtomically } from './whole-file.ts';

const REMEMBERED = 'store-self-test.json';

/** What the self-test holds for: this SQLite in this version of the program on this runtime. Others are tried anew. */
const nameOf = ({ host }: Ports): string => JSON.stringify({ sqlite: SQLJS_WASM_SHA256, host: host.name, version: host.version, runtime: host.runtime });

/** Whether {@link realFilesWork} held before, for what is installed now. */
export function realFilesWorked(ports: Ports): boolean {
  const path = ports.files.join(ports.folders.preferences, REMEMBERED);
  try {
    return ports.files.exists(path) && new TextDecoder().decode(readWhole(ports.files, path)) === nameOf(ports) && isPinned(ports);
  } catch {
    return false;
  }
}

function remember(ports: Ports): void {
  try {
    writeAtomically(ports.files, ports.files.join(ports.folders.preferences, REMEMBERED), new TextEncoder().encode(nameOf(ports)));
  } catch {
    // Then it is tried again at the next start.
  }
}

function isPinned(ports: Ports): boolean {
  const hash = ports.sha256();
  hash.update(ports.resource('sql-wasm.wasm'));
  return toHex(hash.digest()) === SQLJS_WASM_SHA256;
}

/**
 * Proves on a scratch file that this sql.js really commits to files and rolls a hot journal back: create, commit, roll back, reopen. That
 * it does is remembered, see {@link realFilesWorked}.
 */
export function realFilesWork(ports: Ports, sqlite: Sqlite): boolean {
  const works = isPinned(ports) && rollsBack(ports, sqlite);
  if (works) remember(ports);
  return works;
}

function rollsBack(ports: Ports, sqlite: Sqlite): boolean {
  const { files } = ports;
  files.makeFolder(ports.folders.preferences);
  const path = files.join(ports.folders.preferences, `self-test-${ports.host.process}-${toHex(ports.randomBytes(4))}.db`);
  const journal = `${path}-journal`;
  try {
    const first = openDatabase(sqlite, path);
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
    const second = openDatabase(sqlite, path);
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
