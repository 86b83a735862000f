import { type Column, isTextType, type Table } from '../table/table.ts';
import type { Work } from '../ports.ts';
import { type Database, quoted, storeError } from './database.ts';
import { statementPointer } from './sqljs.ts';
import { TableImage } from './table-image.ts';

const SQL_TYPES: Readonly<Record<string, string>> = { int: 'INTEGER', money: 'INTEGER', bool: 'INTEGER', number: 'REAL', ratio: 'REAL' };
const SCRATCH_BYTES = 1 << 20;
const ROWS_PER_BREATH = 20_000;
/** Tables of fewer rows are bound row by row. */
const LEAST_PAGES = 20_000;
const IMAGE_PREFIX = 'sp_image_';
/** SQLite attaches ten databases at most; some are left to others. */
const MOST_IMAGES = 6;
const INT32 = 0x7fffffff;
const SQLITE_OK = 0;
const SQLITE_FULL = 13;
const SQLITE_DONE = 101;

/** `CREATE TABLE` with honest column names and types; texts have no length. */
export function createTableSql(name: string, table: Table, origin: boolean): string {
  const columns = table.columns.map((column) => `${quoted(column.name)} ${sqlType(column)}`);
  if (origin) columns.push('"_source" INTEGER', '"_row" INTEGER');
  return `CREATE TABLE ${quoted(name)} (${columns.join(', ')})`;
}

const sqlType = ({ type }: Column) => (isTextType(type) ? 'TEXT' : (SQL_TYPES[type] ?? 'REAL'));

/**
 * Writes a whole table into a fresh SQL table, inside the caller's transaction.
 *
 * Large tables are taken over as pages. Cells of the others are bound from the column arrays straight into SQLite's memory: no string is
 * made per cell.
 *
 * @param origin also write `_source` and `_row`, the way back to the file
 * @param leastPages rows from which on pages are worth it
 */
export async function writeTable(database: Database, name: string, table: Table, origin: boolean, work?: Pick<Work, 'signal' | 'breathe'>, leastPages = LEAST_PAGES): Promise<void> {
  database.run(`DROP TABLE IF EXISTS ${quoted(name)}`);
  database.run(createTableSql(name, table, origin));
  const columnCount = table.columns.length + (origin ? 2 : 0);
  if (table.rows === 0 || columnCount === 0) return;
  const done = table.rows < leastPages ? 0 : await copyPages(database, name, table, origin, work);
  if (done === table.rows) return;
  const statement = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${Array.from({ length: columnCount }, () => '?').join(', ')})`);
  try {
    const pointer = statementPointer(statement);
    for (let from = done; from < table.rows; from += ROWS_PER_BREATH) {
      work?.signal.throwIfAborted();
      bindRows(database, pointer, table, origin, from, Math.min(table.rows, from + ROWS_PER_BREATH));
      await work?.breathe();
    }
  } finally {
    statement.free();
  }
}

/**
 * Brings rows in as pages of an image that SQLite takes over cell by cell. Answers how many it brought in: where SQLite attaches no
 * further database, or at a row too large for a page, the rest is left to the caller.
 */
async function copyPages(database: Database, name: string, table: Table, origin: boolean, work: Pick<Work, 'signal' | 'breathe'> | undefined): Promise<number> {
  // SQLite converts texts in columns of numbers, and the other way round; copied cells stay what they are.
  if (table.columns.some((column) => (column.kind === 'text') !== isTextType(column.type))) return 0;
  const image = new TableImage(table, origin, [...table.columns.map(sqlType), ...(origin ? ['INTEGER', 'INTEGER'] : [])], database.sqlite.records());
  const attached = attachImage(database, image);
  if (attached === null) return 0;
  let done = 0;
  try {
    for (let chunk = 0; chunk < image.chunks && done < table.rows; chunk++) {
      work?.signal.throwIfAborted();
      const to = image.fill(chunk, done);
      if (to === done) break;
      database.run(`INSERT INTO main.${quoted(name)} SELECT * FROM ${attached}.${TableImage.chunkName(chunk)}`);
      done = to;
      await work?.breathe();
    }
  } finally {
    image.release();
  }
  return done;
}

/** Attaches an image under a free name; `null` where SQLite takes no further one. */
function attachImage(database: Database, image: TableImage): string | null {
  const used = detachImages(database);
  if (used.length >= MOST_IMAGES) return null;
  const name = Array.from({ length: MOST_IMAGES }, (_, i) => `${IMAGE_PREFIX}${i}`).find((free) => !used.includes(free)) as string;
  const path = `/${name}`;
  database.sqlite.bridge.serve(path, image);
  return tries(() => database.run(`ATTACH '${path}' AS ${name}`)) ? name : null;
}

/** Lets go of the images that tables were written from. Inside a transaction SQLite keeps those it has read: their names are the answer. */
export function detachImages(database: Database): string[] {
  const names = database.all<{ name: string }>('PRAGMA database_list').flatMap((row) => (row.name.startsWith(IMAGE_PREFIX) ? [row.name] : []));
  return names.filter((name) => !tries(() => database.run(`DETACH ${name}`)));
}

function tries(call: () => void): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}

/** Room in SQLite's memory. Where there is none the answer of its C is place 0, and what was written there would lie over all else. */
function roomIn({ sql }: Database['sqlite'], bytes: number): number {
  const at = sql._malloc(bytes);
  if (at === 0) throw storeError(`out of memory for ${bytes} bytes`, null, 'bulk insert');
  return at;
}

function bindRows(database: Database, statement: number, table: Table, origin: boolean, from: number, to: number): void {
  const { sqlite } = database;
  const { sql } = sqlite;
  const scratch = roomIn(sqlite, SCRATCH_BYTES);
  const spill: number[] = [];
  let heap = sqlite.memory();
  try {
    for (let row = from; row < to; row++) {
      let at = scratch;
      let index = 1;
      sql._sqlite3_clear_bindings(statement);
      for (const column of table.columns) {
        if (column.kind === 'number') bindNumber(sql, statement, index, column.values[row] as number);
        else {
          const code = column.codes[row] as number;
          if (code !== 0) {
            const start = column.dictionary.start(code);
            const length = column.dictionary.end(code) - start;
            let target = at;
            if (at + length > scratch + SCRATCH_BYTES) {
              target = roomIn(sqlite, length + 1);
              spill.push(target);
            } else at += length;
            heap = sqlite.memory();
            copyBytes(column.dictionary.arena, start, heap, target, length);
            const bound = sql._sqlite3_bind_text(statement, index, target, length, 0);
            // What is not bound would be no cell at all.
            if (bound !== SQLITE_OK) throw storeError(`a text of ${length} bytes was refused with ${bound}`, null, 'bulk insert');
          }
        }
        index++;
      }
      if (origin) {
        sql._sqlite3_bind_double(statement, index++, table.origin.source[row] as number);
        sql._sqlite3_bind_double(statement, index++, table.origin.row[row] as number);
      }
      const result = sql._sqlite3_step(statement);
      sql._sqlite3_reset(statement);
      for (const pointer of spill.splice(0)) sql._free(pointer);
      if (result !== SQLITE_DONE) throw storeError(result === SQLITE_FULL ? 'database or disk is full' : `insert failed with ${result}`, sqlite.bridge.lastError(), 'bulk insert');
    }
  } finally {
    for (const pointer of spill) sql._free(pointer);
    sql._free(scratch);
  }
}

function bindNumber(sql: Database['sqlite']['sql'], statement: number, index: number, value: number): void {
  if (Number.isNaN(value)) return;
  // A column of INTEGER affinity turns a whole double back into an integer, without loss below 2^53.
  if (Number.isInteger(value) && value <= INT32 && value >= -INT32) sql._sqlite3_bind_int(statement, index, value);
  else sql._sqlite3_bind_double(statement, index, value);
}

function copyBytes(from: Uint8Array, start: number, to: Uint8Array, target: number, length: number): void {
  if (length > 64) {
    to.set(from.subarray(start, start + length), target);
    return;
  }
  for (let i = 0; i < length; i++) to[target + i] = from[start + i] as number;
}
