import { float64, int64, tableFromArrays, tableToIPC, timestamp, utf8 } from '@uwdata/flechette';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SuanpanError } from '#contract/errors';
import { loadSqlite } from '#engine/store/sqljs';
import { testPorts } from '#node/testing';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

const SAMPLES = path.resolve('../shared/data/messy/visidata/sample_data');
const PANDAS = path.resolve('../shared/data/messy/pandas/data');

test('Arrow: long ids keep their digits, times their zone', async () => {
  const table = tableFromArrays(
    { id: [1234567890123456789n, null], price: [1.5, 2], note: ['甲', null], at: [Date.UTC(2025, 5, 1, 8), null] },
    { types: { id: int64(), price: float64(), note: utf8(), at: timestamp(1, 'UTC') } },
  );
  for (const format of ['file', 'stream'] as const) {
    const parsed = await readBytes('x.arrow', tableToIPC(table, { format }) as Uint8Array);
    expect(parsed.tables.map(literal)).toEqual([
      [
        ['id', 'price', 'note', 'at'],
        ['1234567890123456789', '1.5', '甲', '2025-06-01 08:00:00Z'],
        [null, '2', null, null],
      ],
    ]);
  }
});

test('SQLite: every table as text, one of them on demand', async () => {
  const ports = testPorts();
  const { sql } = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'));
  ports.remove();
  const database = new sql.Database();
  database.run(`CREATE TABLE "or""ders" (id INTEGER, amount REAL, note, raw BLOB); INSERT INTO "or""ders" VALUES (1234567890123456789, 10.5, '', x'00ff'), (2, NULL, 'it''s', NULL);
    CREATE TABLE empty (a); CREATE VIEW big AS SELECT id FROM "or""ders" WHERE id > 5`);
  const bytes = database.export();
  const parsed = await readBytes('shop.db', bytes);
  expect(parsed.format).toBe('sqlite');
  expect(Object.fromEntries(parsed.tables.map((table) => [table.name, literal(table)]))).toEqual({
    'or"ders': [
      ['id', 'amount', 'note', 'raw'],
      ['1234567890123456789', '10.5', null, '00ff'],
      ['2', null, "it's", null],
    ],
    big: [['id'], ['1234567890123456789']],
  });
  expect((await readBytes('shop.db', bytes, { table: 'big' })).tables.map(({ name }) => name)).toEqual(['big']);
});

test('SQLite: computed columns are read, and a virtual table whose module is missing does not keep the others out', async () => {
  const ports = testPorts();
  const { sql } = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'));
  ports.remove();
  const database = new sql.Database();
  database.run(`CREATE TABLE lines (pieces INTEGER, price REAL, total AS (pieces * price), rounded INTEGER AS (round(price)) STORED); INSERT INTO lines VALUES (2, 1.25);
    PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES ('table', 'search', 'search', 0, 'CREATE VIRTUAL TABLE search USING no_such_module(title)')`);
  const parsed = await readBytes('shop.db', database.export());
  expect(parsed.tables.map(literal)).toEqual([
    [
      ['pieces', 'price', 'total', 'rounded'],
      ['2', '1.25', '2.5', '1'],
    ],
  ]);
  expect(parsed.tables[0]?.findings).toMatchObject([{ code: 'view-skipped', message: { en: 'The virtual table search cannot be read (no such module: no_such_module) and was passed over' } }]);
});

test.each([
  ['x.parquet', Buffer.from('PAR1 and then nothing of the kind PAR1')],
  ['x.arrow', Buffer.from('ARROW1\0\0 and then nothing of the kind ARROW1')],
  ['x.db', Buffer.from(`SQLite format 3\0${'x'.repeat(2000)}`)],
])('%s: damage is said', async (name, bytes) => {
  expect(await readBytes(name, bytes).catch((thrown: SuanpanError) => thrown.info)).toMatchObject({ code: 'file-damaged', where: { file: name } });
});

describe.skipIf(!fs.existsSync(SAMPLES))('real files', () => {
  const first = async (folder: string, name: string) => {
    const [table] = (await readBytes(name, fs.readFileSync(path.join(folder, name)))).tables;
    return table === undefined ? [] : literal(table).slice(0, 2);
  };

  test('Parquet', async () => {
    expect(await first(SAMPLES, 'sample.parquet')).toMatchInlineSnapshot(`
      [
        [
          "OrderDate",
          "Region",
          "Rep",
          "Item",
          "Units",
          "Unit_Cost",
          "Total",
        ],
        [
          "2016-01-06",
          "East",
          "Jones",
          "Pencil",
          "95",
          "1.99",
          "189.05",
        ],
      ]
    `);
    expect(await first(path.join(PANDAS, 'parquet'), 'simple.parquet')).toMatchInlineSnapshot(`
      [
        [
          "A",
          "B",
        ],
        [
          "1",
          "foo",
        ],
      ]
    `);
  });

  test('Arrow', async () => {
    expect(await first(SAMPLES, 'sample.arrow')).toMatchInlineSnapshot(`
      [
        [
          "OrderDate",
          "Region",
          "Rep",
          "Item",
          "Units",
          "Unit_Cost",
          "Total",
        ],
        [
          "2016-01-06",
          "East",
          "Jones",
          "Pencil",
          "95",
          "1.99",
          "189.05",
        ],
      ]
    `);
    expect(await first(SAMPLES, 'sample.arrows')).toMatchInlineSnapshot(`
      [
        [
          "OrderDate",
          "Region",
          "Rep",
          "Item",
          "Units",
          "Unit_Cost",
          "Total",
        ],
        [
          "2016-01-06",
          "East",
          "Jones",
          "Pencil",
          "95",
          "1.99",
          "189.05",
        ],
      ]
    `);
  });

  test('SQLite', async () => {
    expect(await first(SAMPLES, 'employees.sqlite')).toMatchInlineSnapshot(`
      [
        [
          "deptno",
          "dname",
          "loc",
        ],
        [
          "10",
          "ACCOUNTING",
          "NEW YORK",
        ],
      ]
    `);
  });
});

test('a damaged Parquet file is refused once, whatever is wrong with how many of its columns', async () => {
  const bytes = fs.readFileSync(path.join(SAMPLES, 'sample.parquet'));
  for (let seed = 1; seed <= 40; seed++) {
    const damaged = Uint8Array.from(bytes);
    for (let at = 4 + (seed % 50); at < damaged.length * 0.8; at += 97 + seed) damaged[at] = (damaged[at] as number) ^ (seed & 0xff || 1);
    // A rejection that nobody awaits ends the run.
    await readBytes('x.parquet', damaged).catch((thrown: SuanpanError) => expect(thrown.info.code).toBe('file-damaged'));
  }
});
