import type { FileSystem, ForeignDatabase } from '../ports.ts';
import { openForeign } from '../store/foreign.ts';
import { loadSqlite } from '../store/sqljs.ts';

/** Opens a database that a user brought. To be run where it can be ended: it shares its module with whatever else the process keeps in SQLite. */
export async function openBrought(files: FileSystem, wasm: Uint8Array, bytes: Uint8Array): Promise<ForeignDatabase> {
  return openForeign(await loadSqlite(files, wasm), bytes);
}
