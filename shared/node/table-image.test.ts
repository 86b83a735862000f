import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ColumnType } from '#contract/values';
import { detachImages, writeTable } from '#engine/store/bulk';
import type { Database } from '#engine/store/database';
import { openSqlite } from '#engine/store/open';
import { type Table, tableOf } from '#engine/table/table';
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
