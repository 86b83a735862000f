import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from '#engine/store/database';
import { APPLICATION_ID, migrate } from '#engine/store/migrations/migrate';
import { MIGRATIONS } from '#engine/store/migrations/registry';
import { openSqlite } from '#engine/store/open';
import { Workspace } from '#engine/workspace/workspace';
import { testPorts } from './testing.ts';

// Each shipped version of the workspace file, written down: what its migration is (by fingerprint), the schema it leads to, and rows
// that such a file holds. A new migration adds an entry here; an entry is never changed, because files of that version are out there.

interface Version {
  readonly fingerprint: string;
  readonly schema: readonly string[];
  readonly rows: readonly string[];
}

const FIRST: Version = {
  fingerprint: '720e621151014eae3ee06d65f76acb19e506de9b8b13352d21ec1ed33ef06f06',
  schema: [
    'CREATE INDEX sp_refused_dataset ON sp_refused(dataset)',
    'CREATE INDEX sp_set_aside_source ON sp_set_aside(source)',
    'CREATE INDEX sp_sources_sha256 ON sp_sources(sha256)',
    'CREATE TABLE sp_built (name TEXT PRIMARY KEY, recipe_hash TEXT NOT NULL, rows INTEGER NOT NULL, table_hash TEXT NOT NULL, result TEXT NOT NULL) WITHOUT ROWID',
    'CREATE TABLE sp_columns ( owner TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, width INTEGER NOT NULL, cells BLOB NOT NULL, texts BLOB, ends BLOB, PRIMARY KEY (owner, position))',
    'CREATE TABLE sp_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
    'CREATE TABLE sp_operations ( n INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, payload TEXT NOT NULL, title_en TEXT NOT NULL, title_zh TEXT NOT NULL)',
    'CREATE TABLE sp_originals (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, deflated BLOB NOT NULL)',
    'CREATE TABLE sp_refused (dataset TEXT NOT NULL, source INTEGER NOT NULL, row INTEGER NOT NULL, "column" TEXT NOT NULL, text TEXT NOT NULL)',
    'CREATE TABLE sp_set_aside (source INTEGER NOT NULL, row INTEGER NOT NULL, reason_en TEXT NOT NULL, reason_zh TEXT NOT NULL, bytes BLOB NOT NULL)',
    'CREATE TABLE sp_sources ( id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, format TEXT NOT NULL, encoding TEXT, sheet TEXT, options TEXT NOT NULL, rows INTEGER NOT NULL, imported_at TEXT NOT NULL, original INTEGER REFERENCES sp_originals(id), summary TEXT NOT NULL)',
    'CREATE TABLE sp_tables (owner TEXT PRIMARY KEY, rows INTEGER NOT NULL, source BLOB NOT NULL, row BLOB NOT NULL)',
  ],
  rows: [
    "INSERT INTO sp_meta VALUES ('secret', '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'), ('cursor', '2')",
    `INSERT INTO sp_operations VALUES
        (1, '2025-06-01T08:00:00Z', 'workspace.create', 1, '{"name":"鹿鸣家居"}', 'Created 鹿鸣家居', '新建“鹿鸣家居”'),
        (2, '2025-06-01T08:05:00Z', 'workspace.settings', 1, '{"currency":"CNY","timeZone":"Asia/Shanghai"}', 'Changed currency or time zone', '更改币种或时区'),
        (3, '2025-06-01T08:06:00Z', 'workspace.rename', 1, '{"name":"undone"}', 'Renamed', '改名')`,
    "INSERT INTO sp_originals VALUES (1, 'ab', 5, x'cb48cdc9c907000000ffff')",
    "INSERT INTO sp_sources VALUES (1, '订单.csv', '/tmp/订单.csv', 'ab', 5, 'csv', 'gb18030', NULL, '{}', 2, '2025-06-01T08:05:00Z', 1, '{}')",
    "INSERT INTO sp_set_aside VALUES (1, 7, 'too many fields', '字段过多', x'612c622c63')",
    "INSERT INTO sp_refused VALUES ('orders', 1, 3, '实付金额', '暂无')",
  ],
};

const THIRD: Version = {
  ...FIRST,
  fingerprint: '2a674203709f4fd4c366b55bdd703ac935cff54f6852f41fcd5755d0f401422d',
  schema: [
    ...FIRST.schema,
    'CREATE TABLE sp_pieces (owner TEXT NOT NULL, position INTEGER NOT NULL, part TEXT NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (owner, position, part, piece))',
  ].sort(),
};

const VERSIONS: readonly Version[] = [
  FIRST,
  // Only how cells are written in sp_columns is another since.
  { ...FIRST, fingerprint: 'e8c1194a2d144ec9b051e3ae35f67cf0cc9cf37e36ee949a92b1a6a44ea3d4be' },
  THIRD,
  {
    ...THIRD,
    fingerprint: 'a2234e94fc26e1c8b1f004af4229b9ff21949bffd6bb735de3dbd8ce5bf6dc38',
    schema: [
      ...THIRD.schema,
      'CREATE TABLE sp_original_pieces (original INTEGER NOT NULL REFERENCES sp_originals(id), piece INTEGER NOT NULL, deflated BLOB NOT NULL, PRIMARY KEY (original, piece))',
    ].sort(),
  },
];

/** Tables whose rows are compared. */
const TABLES = ['sp_meta', 'sp_operations', 'sp_originals', 'sp_sources', 'sp_set_aside', 'sp_refused'];

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const schemaOf = (database: Database) =>
  database
    .all<{ sql: string }>('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL')
    .map(({ sql }) => sql.replace(/\s+/g, ' '))
    .sort();
const rowsOf = (database: Database) => TABLES.map((table) => [table, database.all(`SELECT * FROM ${table}`)]);

const ports = testPorts();
afterAll(() => ports.remove());
let files = 0;
const newPath = () => ports.files.join(ports.folder, `${++files}.suanpan`);

/** A file as version `n` left it: made from what is written above, not by the migrations. */
async function fileOfVersion(n: number): Promise<string> {
  const path = newPath();
  const { database } = await openSqlite(ports, path);
  const version = VERSIONS[n - 1] as (typeof VERSIONS)[number];
  for (const sql of [...version.schema.filter((one) => !one.startsWith('CREATE INDEX')), ...version.schema.filter((one) => one.startsWith('CREATE INDEX')), ...version.rows]) database.run(sql);
  database.run(`PRAGMA user_version = ${n}; PRAGMA application_id = ${APPLICATION_ID}`);
  database.close();
  return path;
}

describe('migrations', () => {
  it('are written down here, one entry a version', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(VERSIONS.map((_, i) => i + 1));
  });

  it.each(VERSIONS.map(({ fingerprint }, i) => [i + 1, fingerprint] as const))('version %i has not been edited since it shipped', (n, fingerprint) => {
    expect(sha256((MIGRATIONS[n - 1] as (typeof MIGRATIONS)[number]).sql)).toBe(fingerprint);
  });

  it.each(VERSIONS.map(({ schema }, i) => [i + 1, schema] as const))('version %i leads to its schema', async (n, schema) => {
    const { database } = await openSqlite(ports, newPath());
    migrate(database, MIGRATIONS.slice(0, n));
    expect(schemaOf(database)).toEqual([...schema]);
    expect(database.one('PRAGMA user_version')).toEqual({ user_version: n });
    database.close();
  });

  it.each(VERSIONS.map((_, i) => [i + 1]))('bring a file of version %i to the newest schema with every row as it was', async (n) => {
    const path = await fileOfVersion(n);
    const { database } = await openSqlite(ports, path);
    const before = rowsOf(database);
    migrate(database);
    expect(rowsOf(database)).toEqual(before);
    expect(schemaOf(database)).toEqual([...(VERSIONS[VERSIONS.length - 1] as (typeof VERSIONS)[number]).schema]);
    expect(database.one('PRAGMA user_version')).toEqual({ user_version: VERSIONS.length });
    database.close();
    const workspace = await Workspace.open(ports, path, null);
    expect([workspace.state.name, workspace.state.currency, workspace.state.timeZone, workspace.log.cursor, workspace.log.length]).toEqual(['鹿鸣家居', 'CNY', 'Asia/Shanghai', 2, 3]);
    workspace.close();
  });

  const next = { to: MIGRATIONS.length + 1, sql: "ALTER TABLE sp_sources ADD COLUMN note TEXT NOT NULL DEFAULT '-'" };

  it('add to a file that has data', async () => {
    const { database } = await openSqlite(ports, await fileOfVersion(1));
    migrate(database, [...MIGRATIONS, next]);
    expect(database.all('SELECT name, note FROM sp_sources')).toEqual([{ name: '订单.csv', note: '-' }]);
    database.close();
  });

  it('leave a file as it was when a step fails half way', async () => {
    const { database } = await openSqlite(ports, await fileOfVersion(1));
    const before = [schemaOf(database), rowsOf(database)];
    expect(() => migrate(database, [...MIGRATIONS, { to: next.to, sql: `${next.sql}; INSERT INTO no_such_table VALUES (1)` }])).toThrow(/no_such_table/);
    expect([schemaOf(database), rowsOf(database)]).toEqual(before);
    expect(database.one('PRAGMA user_version')).toEqual({ user_version: 1 });
    database.close();
  });

  it('refuse a file of a later version and change nothing in it', async () => {
    const { database } = await openSqlite(ports, await fileOfVersion(1));
    database.run('PRAGMA user_version = 99');
    const before = rowsOf(database);
    expect(() => migrate(database)).toThrow(expect.objectContaining({ info: expect.objectContaining({ code: 'workspace-newer' }) }));
    expect(rowsOf(database)).toEqual(before);
    database.close();
  });

  it('refuse an SQLite file that is no workspace', async () => {
    const { database } = await openSqlite(ports, newPath());
    database.run('CREATE TABLE mine (a)');
    expect(() => migrate(database)).toThrow(expect.objectContaining({ info: expect.objectContaining({ code: 'workspace-damaged' }) }));
    expect(schemaOf(database)).toEqual(['CREATE TABLE mine (a)']);
    database.close();
  });
});
