import type { ColumnType } from '#contract/values';
import { Dictionary } from '../table/dictionary.ts';
import type { Column, Table } from '../table/table.ts';
import type { Database } from './database.ts';

// Tables as columns: raw little-endian arrays in BLOBs, one row of `sp_columns` a column. Reading them back needs no decoding.

const bytesOf = (array: Uint32Array | Float64Array | Uint16Array | Uint8Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

interface ColumnRow {
  [key: string]: string | number | Uint8Array | null;
  name: string;
  type: string;
  kind: string;
  width: number;
  cells: Uint8Array;
  texts: Uint8Array | null;
  ends: Uint8Array | null;
}

/** Stores a table's columns under `owner`, replacing what was there. */
export function saveColumns(database: Database, owner: string, table: Table): void {
  dropColumns(database, owner);
  database.run('INSERT INTO sp_tables (owner, rows, source, row) VALUES (?, ?, ?, ?)', [owner, table.rows, bytesOf(table.origin.source), bytesOf(table.origin.row)]);
  table.columns.forEach((column, position) => {
    if (column.kind === 'number') insert(database, owner, position, column, 8, bytesOf(column.values), null, null);
    else {
      const { bytes, ends } = column.dictionary.pack();
      const codes = narrow(column.codes, column.dictionary.size);
      insert(database, owner, position, column, codes.BYTES_PER_ELEMENT, bytesOf(codes), bytes, bytesOf(ends));
    }
  });
}

/** The table stored under `owner`, or `null`. */
export function loadColumns(database: Database, owner: string): Table | null {
  const table = database.one<{ rows: number; source: Uint8Array; row: Uint8Array }>('SELECT rows, source, row FROM sp_tables WHERE owner = ?', [owner]);
  if (table === null) return null;
  const stored = database.all<ColumnRow>('SELECT name, type, kind, width, cells, texts, ends FROM sp_columns WHERE owner = ? ORDER BY position', [owner]);
  return { rows: table.rows, columns: stored.map(toColumn), origin: { source: words(table.source), row: words(table.row) } };
}

export function dropColumns(database: Database, owner: string): void {
  database.run('DELETE FROM sp_columns WHERE owner = ?', [owner]);
  database.run('DELETE FROM sp_tables WHERE owner = ?', [owner]);
}

function insert(database: Database, owner: string, position: number, column: Column, width: number, cells: Uint8Array, texts: Uint8Array | null, ends: Uint8Array | null): void {
  database.run('INSERT INTO sp_columns (owner, position, name, type, kind, width, cells, texts, ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    owner,
    position,
    column.name,
    column.type,
    column.kind,
    width,
    cells,
    texts,
    ends,
  ]);
}

/** Codes in the fewest bytes that hold them. */
function narrow(codes: Uint32Array, size: number): Uint8Array | Uint16Array | Uint32Array {
  if (size <= 256) return Uint8Array.from(codes);
  if (size <= 65_536) return Uint16Array.from(codes);
  return codes;
}

function toColumn(row: ColumnRow): Column {
  const name = row.name;
  const type = row.type as ColumnType;
  if (row.kind === 'number') return { kind: 'number', name, type, values: new Float64Array(aligned(row.cells)) };
  const codes = row.width === 1 ? Uint32Array.from(row.cells) : row.width === 2 ? Uint32Array.from(new Uint16Array(aligned(row.cells))) : words(row.cells);
  return { kind: 'text', name, type, codes, dictionary: Dictionary.unpack(row.texts ?? new Uint8Array(0), words(row.ends ?? new Uint8Array(0))) };
}

const words = (bytes: Uint8Array) => new Uint32Array(aligned(bytes));

/** A copy of its own, so that the array starts where its element size allows. */
const aligned = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;
