import { atOnce } from '#engine/values/sliced';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '#engine/store/open';
import { realFilesWork, realFilesWorked } from '#engine/store/self-test';
import { loadSqlite } from '#engine/store/sqljs';
import { writeTable } from '#engine/store/bulk';
import { loadColumns, saveColumns } from '#engine/store/columns';
import { migrate } from '#engine/store/migrations/migrate';
import { rowsOf, tableOf } from '#engine/table/table';
import { testPorts } from './testing.ts';

const ports = testPorts();
afterEach(() => undefined);

describe('store', () => {
  it('passes its self-test on real files', async () => {
    const sqlite = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'));
    expect(realFilesWork(ports, sqlite)).toBe(true);
  });

  it('tries itself once per installed version', async () => {
    const own = testPorts();
    const sqlite = await loadSqlite(own.files, own.resource('sql-wasm.wasm'));
    expect(realFilesWorked(own)).toBe(false);
    realFilesWork(own, sqlite);
    expect(realFilesWorked(own)).toBe(true);
    expect(realFilesWorked({ ...own, host: { ...own.host, version: '9.9.9' } })).toBe(false);
    expect(realFilesWorked({ ...own, host: { ...own.host, runtime: 'v99' } })).toBe(false);
    expect(realFilesWorked({ ...own, resource: () => new Uint8Array([0]) })).toBe(false);
    expect(realFilesWork({ ...own, resource: () => new Uint8Array([0]) }, sqlite)).toBe(false);
    own.remove();
  });

  it('commits to the file and reads it back after reopening', async () => {
    const path = ports.files.join(ports.folder, 'a.suanpan');
    const first = await openSqlite(ports, path);
    expect(first.kind).toBe('file');
    migrate(first.database);
    const table = tableOf(
      [
        ['id', 'id'],
        ['名称', 'text'],
        ['paid', 'money'],
        ['rate', 'ratio'],
      ],
      [
        ['0012', '水杯', 1234500, 0.5],
        ['12345678901234567', null, -1, null],
        ['', 'a";--', 9007199254740991, -0.25],
      ],
    );
    atOnce(saveColumns(first.database, 'x', table));
    await writeTable(first.database, 'data', table, true);
    first.database.close();
    const second = await openSqlite(ports, path);
    expect(second.database.all('SELECT "id","名称","paid","rate","_row" FROM data')).toEqual([
      { id: '0012', 名称: '水杯', paid: 1234500, rate: 0.5, _row: 1 },
      { id: '12345678901234567', 名称: null, paid: -1, rate: null, _row: 2 },
      { id: '', 名称: 'a";--', paid: 9007199254740991, rate: -0.25, _row: 3 },
    ]);
    expect(second.database.all('SELECT typeof(paid) AS t FROM data')).toEqual([{ t: 'integer' }, { t: 'integer' }, { t: 'integer' }]);
    const loaded = loadColumns(second.database, 'x');
    expect(loaded && rowsOf(loaded)).toEqual(rowsOf(table));
    second.database.close();
  });
});
