import type { ColumnType } from '#contract/values';
import { Dictionary } from '../table/dictionary.ts';
import type { Column, Table } from '../table/table.ts';
import type { Sliced } from '../values/sliced.ts';
import type { Database } from './database.ts';
import { narrowCodes, narrowNumbers, sparedEnds, wholeEnds, widenCodes, widenNumbers } from './narrow.ts';

// Tables as columns: little-endian arrays in BLOBs, in the fewest bytes that hold them, one row of `sp_columns` a column.

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

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

/** Stores a table's columns under `owner`, replacing what was there; a column at a time. */
export function* saveColumns(database: Database, owner: string, table: Table): Sliced<void> {
  dropColumns(database, owner);
  database.run('INSERT INTO sp_tables (owner, rows, source, row) VALUES (?, ?, ?, ?)', [owner, table.rows, bytesOf(table.origin.source), bytesOf(table.origin.row)]);
  for (const [position, column] of table.columns.entries()) {
    if (column.kind === 'number') {
      const values = narrowNumbers(column.values);
      insert(database, owner, position, column, values.BYTES_PER_ELEMENT, values, null, null);
    } else {
      const { bytes, ends } = column.dictionary.pack();
      const codes = narrowCodes(column.codes, column.dictionary.size);
      insert(database, owner, position, column, codes.BYTES_PER_ELEMENT, codes, bytes, sparedEnds(ends));
    }
    yield;
  }
}

/** The table stored under `owner`, or `null`. */
export function loadColumns(database: Database, owner: string): Table | null {
  const table = database.one<{ rows: number; source: Uint8Array; row: Uint8Array }>('SELECT rows, source, row FROM sp_tables WHERE owner = ?', [owner]);
  if (table === null) return null;
  const stored = database.all<ColumnRow>('SELECT name, type, kind, width, cells, texts, ends FROM sp_columns WHERE owner = ? ORDER BY position', [owner]);
  return { rows: table.rows, columns: stored.map((column) => toColumn(column, table.rows)), origin: { source: words(table.source), row: words(table.row) } };
}

export function dropColumns(database: Database, owner: string): void {
  database.run('DELETE FROM sp_columns WHERE owner = ?', [owner]);
  database.run('DELETE FROM sp_tables WHERE owner = ?', [owner]);
}

function insert(database: Database, owner: string, position: number, column: Column, width: number, cells: ArrayBufferView, texts: Uint8Array | null, ends: Uint32Array | null): void {
  database.run('INSERT INTO sp_columns (owner, position, name, type, kind, width, cells, texts, ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    owner,
    position,
    column.name,
    column.type,
    column.kind,
    width,
    bytesOf(cells),
    texts,
    ends === null ? null : bytesOf(ends),
  ]);
}

function toColumn(row: ColumnRow, rows: number): Column {
  const { name } = row;
  const type = row.type as ColumnType;
  if (row.kind === 'number') return { kind: 'number', name, type, values: widenNumbers(aligned(row.cells), row.width, rows) };
  const texts = row.texts ?? new Uint8Array(0);
  return { kind: 'text', name, type, codes: widenCodes(aligned(row.cells), row.width, rows), dictionary: Dictionary.unpack(texts, wholeEnds(words(row.ends ?? new Uint8Array(0)), texts.length)) };
}

const words = (bytes: Uint8Array) => new Uint32Array(aligned(bytes));

/** Bytes whose array starts where every element size allows: a blob that was read has a buffer of its own. */
const aligned = (bytes: Uint8Array): ArrayBuffer => (bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer;
