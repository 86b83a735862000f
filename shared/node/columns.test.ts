import { atOnce } from '#engine/values/sliced';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadColumns, saveColumns } from '#engine/store/columns';
import type { Database } from '#engine/store/database';
import { migrate } from '#engine/store/migrations/migrate';
import { openSqlite } from '#engine/store/open';
import { rowsOf, type Table, tableOf } from '#engine/table/table';
import { testPorts } from './testing.ts';

const ports = testPorts();
afterAll(() => ports.remove());

let files = 0;
async function newDatabase(): Promise<Database> {
  const { database } = await openSqlite(ports, ports.files.join(ports.folder, `${++files}.suanpan`));
  migrate(database);
  return database;
}

const number = fc.oneof(
  fc.constantFrom(null, 0, -0, 1, -1, 127, 128, -127, -128, 32767, 32768, -32767, -32768, 2147483647, 2147483648, -2147483647, -2147483648, 0.5, 1e17, Number.POSITIVE_INFINITY),
  fc.integer({ min: -100, max: 100 }),
  fc.double({ noNaN: true }),
);
const text = fc.oneof(fc.constantFrom(null, 'ab', 'cd', 'ef', '中', '中文'), fc.string({ minLength: 1, maxLength: 8 }));
/** A column of each kind: numbers of one size, any numbers, texts that are all different and equally long, any texts. */
const random: fc.Arbitrary<Table> = fc
  .tuple(
    fc.constantFrom(100, 30_000, 2_000_000_000).chain((most) => fc.array(fc.option(fc.integer({ min: -most, max: most })), { maxLength: 400 })),
    fc.infiniteStream(number),
    fc.infiniteStream(text),
  )
  .map(([whole, numbers, texts]) =>
    tableOf(
      [
        ['whole', 'int'],
        ['any', 'number'],
        ['code', 'id'],
        ['text', 'text'],
        ['none', 'money'],
      ],
      whole.map((value, row) => [value, numbers.next().value ?? null, String(100_000 + row), texts.next().value ?? null, null]),
    ),
  );

const cellsOf = (table: Table) => rowsOf(table).map((row) => row.map((cell) => (Object.is(cell, -0) ? '-0' : cell)));

describe('stored columns', () => {
  it('are read as they were written', async () => {
    const database = await newDatabase();
    fc.assert(
      fc.property(random, (table) => {
        atOnce(saveColumns(database, 'x', table));
        const loaded = loadColumns(database, 'x') as Table;
        expect(cellsOf(loaded)).toEqual(cellsOf(table));
        expect([...loaded.origin.row]).toEqual([...table.origin.row]);
      }),
      { numRuns: 60 },
    );
    database.close();
  });

  it('take few bytes', async () => {
    const database = await newDatabase();
    const rows = Array.from({ length: 1000 }, (_, row): [string, number, number | null, string] => [String(100_000 + row), (row % 200) * 100, null, row % 2 === 0 ? 'paid' : 'sent']);
    atOnce(
      saveColumns(
        database,
        'x',
        tableOf(
          [
            ['id', 'id'],
            ['amount', 'money'],
            ['none', 'money'],
            ['state', 'enum'],
          ],
          rows,
        ),
      ),
    );
    expect(database.all('SELECT name, width, length(cells) AS cells, length(texts) AS texts, length(ends) AS ends FROM sp_columns ORDER BY position')).toEqual([
      { name: 'id', width: 1, cells: 0, texts: 6000, ends: 4 },
      { name: 'amount', width: 2, cells: 2000, texts: null, ends: null },
      { name: 'none', width: 1, cells: 0, texts: null, ends: null },
      { name: 'state', width: 1, cells: 1000, texts: 8, ends: 4 },
    ]);
    database.close();
  });

  it('go on in pieces where they are large, and leave none behind', async () => {
    const database = await newDatabase();
    const many = 300_000;
    const table = tableOf(
      [
        ['id', 'id'],
        ['amount', 'number'],
        ['state', 'enum'],
      ],
      // Two codes of rows that are not in the order of the file, so that both arrays of where they are from are whole.
      Array.from({ length: many }, (_, row): [string, number | null, string] => [`order ${(row * 7919) % many}`, row % 5 === 0 ? null : row / 8, row % 2 === 0 ? 'paid' : 'sent']),
    );
    const mixed = { ...table, origin: { source: table.origin.source.map((_, row) => 1 + (row % 2)), row: table.origin.row.map((_, row) => many - row) } };
    const pieces = () => database.all('SELECT position, part, count(*) + 1 AS pieces, max(length(bytes)) AS largest FROM sp_pieces GROUP BY 1, 2 ORDER BY 1, 2');
    atOnce(saveColumns(database, 'x', mixed));
    expect(pieces()).toEqual([
      { position: -1, part: 'row', pieces: 2, largest: 151_424 },
      { position: -1, part: 'source', pieces: 2, largest: 151_424 },
      { position: 0, part: 'ends', pieces: 2, largest: 151_428 },
      { position: 0, part: 'texts', pieces: 4, largest: 1_048_576 },
      { position: 1, part: 'cells', pieces: 3, largest: 1_048_576 },
    ]);
    const loaded = loadColumns(database, 'x') as Table;
    expect(rowsOf(loaded)).toEqual(rowsOf(mixed));
    expect(loaded.origin).toEqual(mixed.origin);
    atOnce(saveColumns(database, 'x', tableOf([['id', 'id']], [['1']])));
    expect(pieces()).toEqual([]);
    database.close();
  });

  it('that lack a piece are told, never filled up', async () => {
    const database = await newDatabase();
    const table = tableOf(
      [
        ['id', 'id'],
        ['amount', 'number'],
      ],
      Array.from({ length: 300_000 }, (_, row): [string, number] => [`order ${(row * 7919) % 280_000}`, row / 8]),
    );
    for (const lost of ["part = 'texts' AND piece = 2", "part = 'ends'", "part = 'cells' AND position = 1 AND piece = 2", "part = 'cells' AND position = 0"]) {
      atOnce(saveColumns(database, 'x', table));
      database.run(`DELETE FROM sp_pieces WHERE ${lost}`);
      expect(() => loadColumns(database, 'x'), lost).toThrow(expect.objectContaining({ info: expect.objectContaining({ code: 'workspace-damaged' }) }));
    }
    const shuffled = { ...table, origin: { source: table.origin.source.map((_, row) => 1 + (row % 2)), row: table.origin.row.map((_, row) => 300_000 - row) } };
    for (const lost of ['source', 'row']) {
      atOnce(saveColumns(database, 'x', shuffled));
      database.run(`DELETE FROM sp_pieces WHERE part = '${lost}'`);
      expect(() => loadColumns(database, 'x'), lost).toThrow(expect.objectContaining({ info: expect.objectContaining({ code: 'workspace-damaged' }) }));
    }
    database.close();
  });

  it('of the first version are read too', async () => {
    const database = await newDatabase();
    const hex = (array: ArrayBufferView) => Buffer.from(array.buffer).toString('hex');
    database.run(`INSERT INTO sp_tables VALUES ('x', 2, x'${hex(Uint32Array.of(1, 1))}', x'${hex(Uint32Array.of(2, 3))}')`);
    database.run(
      `INSERT INTO sp_columns VALUES ('x', 0, 'amount', 'money', 'number', 8, x'${hex(Float64Array.of(12300, Number.NaN))}', NULL, NULL),
        ('x', 1, 'state', 'enum', 'text', 1, x'0200', x'${Buffer.from('paidsent').toString('hex')}', x'${hex(Uint32Array.of(0, 4, 8))}')`,
    );
    expect(rowsOf(loadColumns(database, 'x') as Table)).toEqual([
      [12300, 'sent'],
      [null, null],
    ]);
    database.close();
  });
});
