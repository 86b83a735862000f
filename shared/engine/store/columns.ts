import { SuanpanError } from '#contract/errors';
import type { ColumnType } from '#contract/values';
import { Dictionary } from '../table/dictionary.ts';
import type { Column, Table } from '../table/table.ts';
import type { Sliced } from '../values/sliced.ts';
import type { Database } from './database.ts';
import { narrowCodes, narrowNumbers, sparedEnds, sparedEqual, sparedRising, wholeEnds, wholeEqual, wholeRising, widenCodes, widenNumbers } from './narrow.ts';
import { dropPieces, type Part, storeRest, wholeOf } from './pieces.ts';

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

/** Where the arrays of a table's rows stand, beside those of its columns. */
const ROWS = -1;

/** Stores a table's columns under `owner`, replacing what was there; a column at a time. */
export function* saveColumns(database: Database, owner: string, table: Table): Sliced<void> {
  dropColumns(database, owner);
  const { source, row } = table.origin;
  const store = (position: number, name: Part['name'], array: ArrayBufferView) => storeRest(database, { owner, position, name }, bytesOf(array));
  database.run('INSERT INTO sp_tables (owner, rows, source, row) VALUES (?, ?, ?, ?)', [owner, table.rows, store(ROWS, 'source', sparedEqual(source)), store(ROWS, 'row', sparedRising(row))]);
  for (const [position, column] of table.columns.entries()) {
    const { name, type, kind } = column;
    const stored = narrowed(column);
    database.run('INSERT INTO sp_columns (owner, position, name, type, kind, width, cells, texts, ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      owner,
      position,
      name,
      type,
      kind,
      stored.cells.BYTES_PER_ELEMENT,
      store(position, 'cells', stored.cells),
      stored.texts === null ? null : store(position, 'texts', stored.texts),
      stored.ends === null ? null : store(position, 'ends', stored.ends),
    ]);
    yield;
  }
}

function narrowed(column: Column) {
  if (column.kind === 'number') return { cells: narrowNumbers(column.values), texts: null, ends: null };
  const { bytes, ends } = column.dictionary.pack();
  return { cells: narrowCodes(column.codes, column.dictionary.size), texts: bytes, ends: sparedEnds(ends) };
}

/** What the columns of the table stored under `owner` are called. */
export const columnNames = (database: Database, owner: string): string[] =>
  database.all<{ name: string }>('SELECT name FROM sp_columns WHERE owner = ? ORDER BY position', [owner]).map(({ name }) => name);

/** The table stored under `owner`, or `null`. */
export function loadColumns(database: Database, owner: string): Table | null {
  const table = database.one<{ rows: number; source: Uint8Array; row: Uint8Array }>('SELECT rows, source, row FROM sp_tables WHERE owner = ?', [owner]);
  if (table === null) return null;
  const { rows } = table;
  const words = (name: Part['name'], first: Uint8Array) => new Uint32Array(wholeOf(database, { owner, position: ROWS, name }, first));
  const stored = database.all<{ position: number }>('SELECT position FROM sp_columns WHERE owner = ? ORDER BY position', [owner]);
  const origin = { source: wholeEqual(words('source', table.source), rows), row: wholeRising(words('row', table.row), rows) };
  if (origin.source.length !== rows || origin.row.length !== rows) throw damaged(owner);
  return { rows, columns: stored.map(({ position }) => loadColumn(database, owner, position, rows)), origin };
}

export function dropColumns(database: Database, owner: string): void {
  database.run('DELETE FROM sp_columns WHERE owner = ?', [owner]);
  database.run('DELETE FROM sp_tables WHERE owner = ?', [owner]);
  dropPieces(database, owner);
}

/** One column of the table stored under `owner`, by its position. */
export function loadColumn(database: Database, owner: string, position: number, rows: number): Column {
  const row = database.one<ColumnRow>('SELECT name, type, kind, width, cells, texts, ends FROM sp_columns WHERE owner = ? AND position = ?', [owner, position]) as ColumnRow;
  const whole = (name: Part['name'], first: Uint8Array | null) => wholeOf(database, { owner, position, name }, first ?? NOTHING);
  const { name, width } = row;
  const type = row.type as ColumnType;
  const cells = whole('cells', row.cells);
  // Cells in no byte at all are told by one as their width.
  if (cells.byteLength !== (cells.byteLength === 0 && width === 1 ? 0 : width * rows)) throw damaged(owner);
  if (row.kind === 'number') return { kind: 'number', name, type, values: widenNumbers(cells, width, rows) };
  const texts = new Uint8Array(whole('texts', row.texts));
  const ends = wholeEnds(new Uint32Array(whole('ends', row.ends)), texts.length);
  const codes = widenCodes(cells, width, rows);
  if ((ends.at(-1) ?? 0) !== texts.length || !areBelow(codes, Math.max(1, ends.length))) throw damaged(owner);
  return { kind: 'text', name, type, codes, dictionary: Dictionary.unpack(texts, ends) };
}

const NOTHING = new Uint8Array(0);

function areBelow(codes: Uint32Array, size: number): boolean {
  for (let row = 0; row < codes.length; row++) if ((codes[row] as number) >= size) return false;
  return true;
}

/** What is stored in pieces could lack one; a cell would become another, or none. */
function damaged(owner: string): SuanpanError {
  return new SuanpanError({
    code: 'workspace-damaged',
    message: { en: `What is stored of ${owner} is not whole`, zh: `“${owner}”的存储内容不完整` },
    hint: { en: 'Go back to a copy of the workspace, or import its files into a new one', zh: '请使用工作区的备份，或将原文件导入新的工作区' },
  });
}
