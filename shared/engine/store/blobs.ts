import type { Sqlite } from './sqljs.ts';

// sql.js copies blobs byte by byte: columns of a million rows would take longer to copy than to read.

const TEXT = 3;
const BLOB = 4;
const NULL = 5;
const decoder = new TextDecoder();

/** Whether the row that a statement stands on has a blob. */
export function holdsBlob({ sql }: Sqlite, statement: number, columns: number): boolean {
  for (let i = 0; i < columns; i++) if (sql._sqlite3_column_type(statement, i) === BLOB) return true;
  return false;
}

/** The values of the row that a statement stands on; each blob has a buffer of its own. */
export function rowWithBlobs({ sql, memory }: Sqlite, statement: number, columns: number): (string | number | Uint8Array | null)[] {
  return Array.from({ length: columns }, (_, i) => {
    const type = sql._sqlite3_column_type(statement, i);
    if (type === NULL) return null;
    if (type !== TEXT && type !== BLOB) return sql._sqlite3_column_double(statement, i);
    const start = type === TEXT ? sql._sqlite3_column_text(statement, i) : sql._sqlite3_column_blob(statement, i);
    const end = start + sql._sqlite3_column_bytes(statement, i);
    return type === TEXT ? decoder.decode(memory().subarray(start, end)) : memory().slice(start, end);
  });
}
