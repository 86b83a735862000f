import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnType } from '#contract/values';
import { detachImages, writeTable } from '#engine/store/bulk';
import { compiledRecords } from '#engine/store/compiled-records';
import type { Database } from '#engine/store/database';
import { openSqlite } from '#engine/store/open';
import { TableImage } from '#engine/store/table-image';
import { isTextType, type Table, tableOf } from '#engine/table/table';
import { compileRecords } from '../../build/wasm.mjs';
import { testPorts } from './testing.ts';

const ports = testPorts();
afterAll(() => ports.remove());

const number: fc.Arbitrary<string | number> = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    127,
    -128,
    128,
    32767,
    -32768,
    32768,
    8388607,
    -8388608,
    8388608,
    2147483647,
    -2147483648,
    2147483648,
    2 ** 47 - 1,
    -(2 ** 47),
    2 ** 47,
    2 ** 53,
    -(2 ** 53),
    1e17,
    2 ** 63,
    1e300,
    0.1,
    -2.5,
    Number.POSITIVE_INFINITY,
  ),
  fc.double({ noNaN: true }),
  fc.maxSafeInteger(),
);
const text: fc.Arbitrary<string | number> = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('', '12', '0.50', '中文', 'a\0b', 'x'.repeat(5000)));
const TYPES: readonly ColumnType[] = ['text', 'id', 'int', 'money', 'number', 'ratio', 'bool', 'date', 'instant'];
const random: fc.Arbitrary<Table> = fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 6 }).chain((types) =>
  fc.array(fc.tuple(...types.map((type) => fc.option<string | number>(['text', 'id', 'date', 'instant'].includes(type) ? text : number, { freq: 5 }))), { minLength: 1, maxLength: 60 }).map((rows) =>
    tableOf(
      types.map((type, i) => [`c${i}`, type] as const),
      rows,
    ),
  ),
);

async function expectSame(database: Database, table: Table, origin: boolean) {
  database.run('BEGIN');
  await writeTable(database, 'bound', table, origin, undefined, Number.POSITIVE_INFINITY);
  await writeTable(database, 'paged', table, origin, undefined, 0);
  database.run('COMMIT');
  const names = database.all<{ name: string }>('PRAGMA table_info(bound)').map((column) => `"${column.name}"`);
  const same = names.map((column) => `a.${column} IS b.${column} AND typeof(a.${column}) = typeof(b.${column})`);
  const rows = (name: string) => database.one<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)?.n;
  expect(database.one(`SELECT count(*) AS n FROM bound AS a JOIN paged AS b ON a.rowid = b.rowid WHERE ${same.join(' AND ')}`)).toEqual({ n: table.rows });
  expect(rows('paged')).toBe(table.rows);
  expect(rows('bound')).toBe(table.rows);
  expect(database.one('PRAGMA main.integrity_check')).toEqual({ integrity_check: 'ok' });
}

describe('writing tables as pages', () => {
  it('gives the same table as binding cell by cell', async () => {
    const { database } = await openSqlite(ports, ports.files.join(ports.folder, 'random.suanpan'));
    await fc.assert(
      fc.asyncProperty(random, fc.boolean(), (table, origin) => expectSame(database, table, origin)),
      { numRuns: 40, endOnFailure: true },
    );
    database.close();
  });

  it('fills several chunks, inside a transaction, and leaves no trace of one rolled back', async () => {
    const { database } = await openSqlite(ports, ports.files.join(ports.folder, 'large.suanpan'));
    const rows = Array.from({ length: 60_000 }, (_, i) => [`order ${i}`, i * 1.5, 'x'.repeat(i % 400)] as const);
    const table = tableOf(
      [
        ['id', 'id'],
        ['paid', 'number'],
        ['note', 'text'],
      ],
      rows,
    );
    await expectSame(database, table, true);
    database.run('BEGIN');
    for (let i = 0; i < 8; i++) await writeTable(database, `again${i}`, table, true);
    expect(database.one('SELECT count(*) AS n FROM again7')).toEqual({ n: 60_000 });
    database.run('ROLLBACK');
    expect(database.all("SELECT name FROM main.sqlite_master WHERE name LIKE 'again%'")).toEqual([]);
    detachImages(database);
    expect(database.all('PRAGMA database_list').map(({ name }) => name)).toEqual(['main']);
    database.close();
  });

  it('writes nothing where SQLite has no memory for a text, or does not take it', async () => {
    const { database } = await openSqlite(ports, ports.files.join(ports.folder, 'full.suanpan'));
    const table = tableOf([['note', 'text']], [['short'], ['x'.repeat(2 << 20)]]);
    const { sql } = database.sqlite;
    const { _malloc, _sqlite3_bind_text } = sql;
    try {
      sql._malloc = (bytes) => (bytes > 2 << 20 ? 0 : _malloc(bytes));
      await expect(writeTable(database, 'none', table, false)).rejects.toThrow('out of memory');
      sql._malloc = _malloc;
      sql._sqlite3_bind_text = (...call) => (call[3] > 2 << 19 ? 18 : _sqlite3_bind_text(...call));
      await expect(writeTable(database, 'none', table, false)).rejects.toThrow('refused with 18');
    } finally {
      Object.assign(sql, { _malloc, _sqlite3_bind_text });
    }
    await writeTable(database, 'whole', table, false);
    expect(database.all('SELECT length(note) AS n FROM whole')).toEqual([{ n: 5 }, { n: 2 << 20 }]);
    database.close();
  });

  it('leaves rows too large for a page to SQLite', async () => {
    const { database } = await openSqlite(ports, ports.files.join(ports.folder, 'wide.suanpan'));
    const table = tableOf(
      [
        ['id', 'id'],
        ['note', 'text'],
      ],
      Array.from({ length: 50 }, (_, i) => [`${i}`, 'x'.repeat(i === 20 ? 70_000 : i * 100)] as const),
    );
    await expectSame(database, table, false);
    database.close();
  });
});

describe('the compiled loops', () => {
  let wasm = new Uint8Array(0);
  beforeAll(async () => {
    const file = path.join(ports.folder, 'records.wasm');
    await compileRecords(file);
    wasm = new Uint8Array(fs.readFileSync(file));
  });

  const isTaken = (table: Table) =>
    compiledRecords(
      wasm,
      table,
      false,
      table.columns.map(() => true),
      65_536,
    ) !== null;

  /** All pages of both images, chunk by chunk; answers how many rows they hold. */
  function expectSamePages(table: Table, origin: boolean): number {
    const types = [...table.columns.map(({ type }) => (isTextType(type) ? 'TEXT' : type === 'number' || type === 'ratio' ? 'REAL' : 'INTEGER')), ...(origin ? ['INTEGER', 'INTEGER'] : [])];
    const plain = new TableImage(table, origin, types, null);
    const compiled = new TableImage(table, origin, types, wasm);
    expect(isTaken(table)).toBe(true);
    let done = 0;
    for (let chunk = 0; chunk < plain.chunks && done < table.rows; chunk++) {
      const to = plain.fill(chunk, done);
      expect(compiled.fill(chunk, done)).toBe(to);
      expect(Buffer.compare(pagesOf(plain, chunk), pagesOf(compiled, chunk))).toBe(0);
      if (to === done) break;
      done = to;
    }
    return done;
  }

  const CHUNK = 128 * 65_536;
  const pagesOf = (image: TableImage, chunk: number) => {
    const bytes = Buffer.alloc(CHUNK);
    image.read(bytes, 65_536 + chunk * CHUNK);
    return bytes;
  };

  it('write what the plain ones write, byte by byte', () => {
    fc.assert(
      fc.property(random, fc.boolean(), (table, origin) => {
        expectSamePages(table, origin);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('write large texts too: such as stand in the order of the rows, such as do not, and such as come again', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [`order ${i}`, `${(i * 7919) % 60_011} mixed up`, i % 7 === 0 ? null : `city ${i % 40}`, i % 3 === 0 ? null : i / 8] as const);
    const table = tableOf(
      [
        ['id', 'id'],
        ['mixed', 'text'],
        ['city', 'text'],
        ['paid', 'number'],
      ],
      // Nothing at all in the last rows.
      [...rows, ...Array.from({ length: 3000 }, () => [null, null, null, null] as const)],
    );
    expect(expectSamePages(table, true)).toBe(63_000);
  });

  it('leave more different texts than are worth a copy to the plain ones', () => {
    const table = tableOf(
      [['note', 'text']],
      Array.from({ length: 2000 }, (_, i) => [`${(i * 7919) % 2003} ${'x'.repeat(30_000)}`] as const),
    );
    expect(isTaken(table)).toBe(false);
  });
});
