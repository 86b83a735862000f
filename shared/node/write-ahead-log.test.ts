import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSqlite } from '#engine/store/sqljs';
import { type TestShop, testPorts, testShop } from './testing.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await testShop({});
});

afterEach(() => shop.stop());

async function database(statements: string): Promise<{ readonly kind: 'path'; readonly path: string }> {
  const ports = testPorts();
  const { sql } = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'));
  ports.remove();
  const made = new sql.Database();
  made.run(statements);
  const file = path.join(shop.folder, 'sold.db');
  fs.writeFileSync(file, made.export());
  return { kind: 'path', path: file };
}

test.each<[string, number | null, string[]]>([
  ['none', null, []],
  ['one that holds nothing', 32, []],
  ['one that is none', 4152, ['write-ahead-log']],
])('a log beside a SQLite file is told: %s', async (_name, bytes, codes) => {
  const source = await database("CREATE TABLE sold (day, n); INSERT INTO sold VALUES ('2025-06-01', 1)");
  if (bytes !== null) fs.writeFileSync(`${source.path}-wal`, new Uint8Array(bytes));
  const [reply] = await shop.client.call('import.run', { files: [{ source }] });
  const told = reply?.findings.filter(({ severity }) => severity === 'warning');
  expect([reply?.rowsRead, told?.map(({ code }) => code)]).toEqual([1, codes]);
  if (bytes === 4152)
    expect(told?.[0]?.message.en).toBe(
      'Only sold.db itself was read; sold.db-wal beside it may hold newer rows: close the program that writes it, or run PRAGMA wal_checkpoint(TRUNCATE) on it, and import it again',
    );
});

// Written by SQLite 3: two rows in the database, 38 more and a changed one in its log, and 200 that were not committed when both were copied.
const FIXTURES = path.join(import.meta.dirname, '../engine/import/typed/fixtures');

function copied(change: (log: Buffer) => Buffer = (log) => log) {
  const file = path.join(shop.folder, 'sold.db');
  fs.copyFileSync(path.join(FIXTURES, 'sold.db'), file);
  fs.writeFileSync(`${file}-wal`, change(fs.readFileSync(path.join(FIXTURES, 'sold.db-wal'))));
  return { kind: 'path', path: file } as const;
}

const damagedAt = (at: number) => (log: Buffer) => {
  log[at] = (log[at] as number) ^ 1;
  return log;
};
const HEADER = 32;
const FRAME = 24 + 512;

// What the program sqlite3 says of the same files.
test.each<[string, (log: Buffer) => Buffer, number, number, string[]]>([
  ['whole', (log) => log, 40, 838, ['write-ahead-log-read']],
  ['cut off amid its last frames', (log) => log.subarray(0, HEADER + 6 * FRAME + 100), 40, 838, ['write-ahead-log-read']],
  ['damaged in its third transaction', damagedAt(HEADER + 3 * FRAME + 40), 3, 24, ['write-ahead-log-read']],
  ['damaged in its first transaction', damagedAt(HEADER + 40), 2, 3, []],
  ['damaged in its header', damagedAt(20), 2, 3, ['write-ahead-log']],
])('rows in a log beside a SQLite file are read: %s', async (_name, change, rows, sum, codes) => {
  const [reply] = await shop.client.call('import.run', { files: [{ source: copied(change) }] });
  expect([reply?.rowsRead, reply?.findings.map(({ code }) => code).filter((code) => code.startsWith('write'))]).toEqual([rows, codes]);
  expect(await shop.query(`SELECT sum(n) FROM "${reply?.dataset}"`)).toEqual([[sum]]);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

test('a database that did not change while its log grew is another file; once the log is in the database, it is the same again', async () => {
  const bring = async (source: ReturnType<typeof copied>) => {
    const [reply] = await shop.client.call('import.run', { files: [{ source }] });
    return [reply?.rowsNew, reply?.rowsUnchanged];
  };
  expect(await bring(copied((log) => log.subarray(0, HEADER + 2 * FRAME)))).toEqual([3, 0]);
  const whole = copied();
  expect(await bring(whole)).toEqual([37, 3]);
  expect(await bring(whole)).toEqual([0, 40]);
  // As `PRAGMA wal_checkpoint` leaves it.
  fs.copyFileSync(path.join(FIXTURES, 'sold-checkpointed.db'), whole.path);
  fs.rmSync(`${whole.path}-wal`);
  expect(await bring(whole)).toEqual([0, 40]);
});
