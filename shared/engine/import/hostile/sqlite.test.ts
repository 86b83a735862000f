import { describe, expect, test } from 'vitest';
import { loadSqlite } from '#engine/store/sqljs';
import { testPorts } from '#node/testing';
import { isBuilt, survived } from '../../../../tests/support/hostile.ts';
import { literal } from '../../../../tests/support/reading.ts';

/** A database as its file. */
async function databaseOf(...statements: string[]): Promise<Uint8Array> {
  const ports = testPorts();
  const { sql } = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'));
  ports.remove();
  const database = new sql.Database();
  for (const statement of statements) database.run(statement);
  const bytes = database.export();
  database.close();
  return bytes;
}

const ORDERS = 'CREATE TABLE orders (id, amount); INSERT INTO orders VALUES (1, 2.5), (2, 3)';
const ORDERS_READ = [
  ['id', 'amount'],
  ['1', '2.5'],
  ['2', '3'],
];
const ENDLESS = 'CREATE VIEW endless AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT i FROM c';

describe.skipIf(!isBuilt)('SQLite', { timeout: 60_000 }, () => {
  test('a view without end is told and passed over; the tables are read', async () => {
    const { parsed } = await survived('shop.db', await databaseOf(ORDERS, ENDLESS));
    expect(parsed?.tables.map(literal)).toEqual([ORDERS_READ]);
    expect(parsed?.tables[0]?.findings).toMatchObject([
      { code: 'view-skipped', severity: 'warning', where: { file: 'shop.db' }, message: { en: 'The view endless does not end, or fills the memory: the tables were read, the views were not' } },
    ]);
  });

  test('asked for, a view without end is an error that names it', async () => {
    const { error } = await survived('shop.db', await databaseOf(ORDERS, ENDLESS), { table: 'endless' });
    expect(error).toMatchObject({
      code: 'file-damaged',
      message: { en: expect.stringMatching(/^Reading the view endless of shop\.db was stopped: it took more than /), zh: expect.stringContaining('的视图“endless”') },
      hint: { en: 'Take the view out of the database, or export the tables as CSV', zh: '请从数据库中删除该视图，或将表导出为 CSV' },
    });
  });

  test('a view that counts for ever without a row is ended too', async () => {
    const many = 'INSERT INTO orders WITH RECURSIVE c (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM c WHERE i < 3000) SELECT i, i FROM c';
    const { parsed } = await survived('shop.db', await databaseOf(ORDERS, many, 'CREATE VIEW cubes AS SELECT count(*) AS n FROM orders a, orders b, orders c'));
    expect(parsed?.tables.map(({ name, table }) => [name, table.rows])).toEqual([['orders', 3000]]);
  });

  test('a view whose one cell fills the memory takes nobody with it', async () => {
    const { parsed } = await survived('shop.db', await databaseOf(ORDERS, `CREATE VIEW huge AS SELECT replace(hex(zeroblob(200000000)), '0', 'aa') AS text`));
    expect(parsed?.tables.map(({ name }) => name)).toEqual(['orders']);
  });

  test('a view that stands on itself, by a schema that was written by hand, is passed over', async () => {
    const crafted = await databaseOf(
      ORDERS,
      'CREATE VIEW v AS SELECT * FROM orders',
      'PRAGMA writable_schema = 1',
      "UPDATE sqlite_master SET sql = 'CREATE VIEW v AS SELECT * FROM v' WHERE name = 'v'",
    );
    const { parsed } = await survived('shop.db', crafted);
    expect(parsed?.tables.map(literal)).toEqual([ORDERS_READ]);
    expect(parsed?.tables[0]?.findings[0]?.message.en).toBe('The view v cannot be read (view v is circularly defined) and was passed over');
  });
});
