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
  ['one that holds pages', 4152, ['write-ahead-log']],
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
