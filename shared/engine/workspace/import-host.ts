import type { ImportHost } from '../import/index.ts';
import type { Ports } from '../ports.ts';
import { openForeign } from '../store/foreign.ts';
import { loadSqlite } from '../store/sqljs.ts';

/** What importers may use: the ports they need, and SQLite for files of its kind. */
export function importHost(ports: Ports): ImportHost {
  return { ...ports, openDatabase: async (bytes) => openForeign(await loadSqlite(ports.files, ports.resource('sql-wasm.wasm')), bytes) };
}
