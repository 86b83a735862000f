import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { createNodePorts } from './ports.ts';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
let folder: string;
beforeEach(async () => {
  await start();
});
afterEach(() => shop.stop());

async function start(overrides: Parameters<typeof testShop>[1] = {}): Promise<void> {
  shop = await testShop({}, overrides);
  folder = path.join(shop.folder, 'downloads');
  fs.mkdirSync(folder);
  await shop.client.call('import.watch', { path: folder, on: true });
}

const write = (name: string, text: string | Uint8Array) => fs.writeFileSync(path.join(folder, name), text);

/** What one look brings: rows of files, and errors of such as cannot be read. */
async function look() {
  const { imported, unreadable } = await shop.client.call('import.check-watched', {});
  return [...imported.map(({ file, rowsNew }) => [file, rowsNew]), ...unreadable.map(({ name, error }) => [name, error.code])];
}

/** What comes once everything has stopped growing. */
const settled = async () => [...(await look()), ...(await look())];
const states = async () => (await shop.client.call('import.watched', {})).flatMap(({ files }) => files.map(({ name, state, error }) => [name, state, error?.code ?? null]));

async function restart(): Promise<void> {
  await shop.client.call('workspace.close', {});
  await shop.client.call('workspace.open', { path: path.join(shop.folder, 'test.suanpan') });
}

const SMALL = csv('sku,qty,name', 'x,1,a', 'y,2,b');

test('files come in once they have stopped growing; a broken one is told and does not stop the others', async () => {
  expect(await look()).toEqual([]);
  write('a_2025-06.csv', csv('sku,qty,name', 'x,1,a'));
  write('broken.xlsx', 'PK\u0003\u0004 broken');
  write('photo.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4, 5, 6, 7]));
  write('b.csv.crdownload', csv('sku,qty,name', 'z,9,c'));
  expect(await look()).toEqual([]);
  write('a_2025-06.csv', SMALL);
  expect(await look()).toEqual([['broken.xlsx', 'file-damaged']]);
  expect(await look()).toEqual([['a_2025-06.csv', 2]]);
  expect(await look()).toEqual([]);
  expect(await states()).toEqual([
    ['a_2025-06.csv', 'imported', null],
    ['broken.xlsx', 'failed', 'file-damaged'],
    ['photo.csv', 'passed-over', 'file-unsupported'],
  ]);
  await shop.client.call('import.watch', { path: folder, on: false });
  expect(await shop.client.call('import.watched', {})).toEqual([]);
});

test('a file that was written over comes in again, were it as long as before', async () => {
  const over = async (text: string, second: number) => {
    write('stock.csv', text);
    fs.utimesSync(path.join(folder, 'stock.csv'), second, second);
    return settled();
  };
  expect(await over('sku,stock\nA,50\nB,60\n', 1_700_000_000)).toEqual([['stock.csv', 2]]);
  expect(await states()).toEqual([['stock.csv', 'imported', null]]);
  expect(await over('sku,stock\nA,51\nB,60\n', 1_700_000_009)).toEqual([['stock.csv', 1]]);
  expect(await settled()).toEqual([]);
});

test('a file that stood still while it was written is taken again when it is complete, and nothing of its torn row stays', async () => {
  const lines = Array.from({ length: 30 }, (_, i) => `b${i % 5},t${i % 7},${100 + (i % 3)}.50`);
  const text = csv('buyer,title,amount', ...lines);
  const sums = async () => (await shop.query('SELECT count(*), sum(amount) FROM sales'))[0];
  write('sales.csv', text.slice(0, -54));
  expect(await settled()).toEqual([['sales.csv', 26]]);
  // The last row is torn: 10 instead of 101.50.
  expect(await sums()).toEqual([26, 26_380_000]);
  await restart();
  write('sales.csv', text);
  expect(await settled()).toEqual([['sales.csv', 4]]);
  expect(await sums()).toEqual([30, 30_450_000]);
  expect((await shop.client.call('import.sources', {})).map(({ file, rows }) => [file, rows])).toEqual([['sales.csv', 30]]);
  await shop.client.call('history.undo', {});
  expect(await sums()).toEqual([26, 26_380_000]);
});

test('a database comes in again when only the log beside it has grown, once that stands still', async () => {
  const fixtures = path.join(import.meta.dirname, '../engine/import/typed/fixtures');
  const log = fs.readFileSync(path.join(fixtures, 'sold.db-wal'));
  write('sold.db', fs.readFileSync(path.join(fixtures, 'sold.db')));
  expect(await settled()).toEqual([['sold.db', 2]]);
  // The header and two frames of a page of 512 bytes.
  write('sold.db-wal', log.subarray(0, 32 + 2 * (24 + 512)));
  expect(await look()).toEqual([]);
  write('sold.db-wal', log);
  expect(await look()).toEqual([]);
  // 38 more rows, and one that was changed: nothing tells the rows of this table apart.
  expect(await look()).toEqual([['sold.db', 39]]);
  expect(await settled()).toEqual([]);
  expect(await states()).toEqual([['sold.db', 'imported', null]]);
});

test('cells set by hand in a file stay set when the file has grown', async () => {
  write('stock.csv', csv('sku,stock', 'A,50', 'B,60'));
  await settled();
  const [source] = await shop.client.call('import.sources', {});
  await shop.client.call('recipe.set', { dataset: 'stock', steps: [{ step: 'edit-cells', version: 1, params: { cells: [`${source?.id}\t3\tstock\t61`] } }] });
  write('stock.csv', csv('sku,stock', 'A,50', 'B,60', 'C,70'));
  expect(await settled()).toEqual([['stock.csv', 1]]);
  expect(await shop.query('SELECT sku, stock FROM stock ORDER BY 1')).toEqual([
    ['A', 50],
    ['B', 61],
    ['C', 70],
  ]);
});

test('so do those of tables that follow from it, and of versions with a name', async () => {
  write('stock.csv', csv('sku,stock', 'A,50', 'B,60'));
  await settled();
  const [source] = await shop.client.call('import.sources', {});
  const set = (dataset: string, steps: RecipeStep[]) => shop.client.call('recipe.set', { dataset, steps });
  const edit = (row: number, value: number): RecipeStep => ({ step: 'edit-cells', version: 1, params: { cells: [`${source?.id}\t${row}\tstock\t${value}`] } });
  await shop.client.call('datasets.branch', { dataset: 'stock', name: 'more' });
  await set('more', [edit(2, 51)]);
  await set('stock', [edit(3, 61)]);
  await shop.client.call('recipe.save-version', { dataset: 'stock', name: 'edits' });
  await set('stock', []);
  write('stock.csv', csv('sku,stock', 'A,50', 'B,60', 'C,70'));
  expect(await settled()).toEqual([['stock.csv', 1]]);
  await shop.client.call('recipe.go-back', { dataset: 'stock', version: 'saved:1' });
  expect(await shop.query('SELECT sku, stock FROM more ORDER BY 1')).toEqual([
    ['A', 51],
    ['B', 61],
    ['C', 70],
  ]);
});

test('of several downloads of a name the last one counts, in whatever order they were copied here', async () => {
  const rows = (state: string, count: number) => csv('order_no,state,buyer,title,amount', ...Array.from({ length: count }, (_, i) => `${8_800_000_000_000_001 + i},${state},b${i},t${i % 7},${i}.50`));
  write('sent (1).csv', rows('done', 30));
  write('sent.csv', rows('sent', 25));
  expect(await settled()).toEqual([
    ['sent.csv', 25],
    ['sent (1).csv', 5],
  ]);
  expect(await shop.query('SELECT state, count(*) FROM sent GROUP BY 1')).toEqual([['done', 30]]);
});

test('of files of other names the one that was written last counts', async () => {
  const rows = (state: string) => csv('order_no,state,buyer,title,amount', ...Array.from({ length: 30 }, (_, i) => `${8_800_000_000_000_001 + i},${state},b${i},t${i % 7},${i}.50`));
  for (const [name, state, second] of [
    ['export-3f.csv', 'done', 1_700_000_009],
    ['export-b7.csv', 'sent', 1_700_000_000],
  ] as const) {
    write(name, rows(state));
    fs.utimesSync(path.join(folder, name), second, second);
  }
  await settled();
  const [table] = await shop.client.call('datasets.list', {});
  expect(await shop.query(`SELECT state, count(*) FROM "${table?.id}" GROUP BY 1`)).toEqual([['done', 30]]);
});

test('what lies there beside exports becomes no table and is no error', async () => {
  // A browser keeps a name by an empty file while it downloads.
  const odd = {
    'README.txt': 'This is a note.\nPlease read it.\nIt has three lines, one with a comma.\n',
    '待办.txt': '买牛奶\n给小王打电话\n',
    'empty.csv': '',
    'manual.pdf': '%PDF-1.4\n%abc\n',
    'desktop.ini': '[.ShellClassInfo]\nIconResource=x,1\n',
    'link.url': '[InternetShortcut]\nURL=https://x\n',
    'page.html': '<html><body><p>Hello</p></body></html>',
    'x.csv.tmp': SMALL,
    'x.csv.part': SMALL,
    'x.csv.aria2': SMALL,
    'x.csv.xltd': SMALL,
    'x.csv~': SMALL,
    '~$x.xlsx': 'user',
    '.~lock.x.csv#': ',bob,host,2025;',
  };
  for (const [name, text] of Object.entries(odd)) write(name, text);
  expect(await settled()).toEqual([]);
  expect(await shop.client.call('datasets.list', {})).toEqual([]);
  expect(await states()).toEqual(['README.txt', 'empty.csv', 'page.html', '待办.txt'].map((name) => [name, 'passed-over', 'file-unsupported']));
});

test('a list of one column comes in where there is a table of such', async () => {
  const by = path.join(shop.folder, 'banned.csv');
  fs.writeFileSync(by, csv('sku', 'A', 'B'));
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: by } }] });
  write('banned_2025-07.csv', csv('sku', 'B', 'C'));
  expect(await settled()).toEqual([['banned_2025-07.csv', 1]]);
});

test('a file that was renamed or taken away is not waited for', async () => {
  write('a.csv', SMALL);
  await look();
  fs.renameSync(path.join(folder, 'a.csv'), path.join(folder, 'b.csv'));
  expect(await settled()).toEqual([['b.csv', 2]]);
  expect(await states()).toEqual([['b.csv', 'imported', null]]);
  // The same bytes under another name are in already.
  fs.renameSync(path.join(folder, 'b.csv'), path.join(folder, 'c.csv'));
  expect(await settled()).toEqual([]);
  expect(await states()).toEqual([['c.csv', 'imported', null]]);
});

test('a file that is renamed while it is looked at is no error, and comes in under its new name', async () => {
  shop.stop();
  let isRenamed = false;
  const { openSource } = createNodePorts({ resources: '', version: '', host: '' });
  await start({
    openSource(source) {
      if (!isRenamed) fs.renameSync(path.join(folder, 'a.csv'), path.join(folder, 'b.csv'));
      isRenamed = true;
      return openSource(source);
    },
  });
  write('a.csv', SMALL);
  expect([await look(), await look()]).toEqual([[], []]);
  expect([isRenamed, await states()]).toEqual([true, []]);
  expect(await settled()).toEqual([['b.csv', 2]]);
  expect(await states()).toEqual([['b.csv', 'imported', null]]);
});

test('a folder that is gone says so, and goes on when it is back', async () => {
  write('a.csv', SMALL);
  await settled();
  fs.renameSync(folder, `${folder}-away`);
  expect(await settled()).toEqual([]);
  expect((await shop.client.call('import.watched', {}))[0]?.error?.code).toBe('file-missing');
  fs.renameSync(`${folder}-away`, folder);
  write('b.csv', csv('sku,qty,name', 'x,1,a', 'z,3,c'));
  expect(await settled()).toEqual([['b.csv', 1]]);
  expect((await shop.client.call('import.watched', {}))[0]?.error).toBeNull();
});

test.each([
  ['an import that was undone', () => shop.client.call('history.undo', {})],
  ['a table that was removed', () => shop.client.call('datasets.remove', { dataset: 'a' })],
])('%s does not come back by itself when the workspace is opened again', async (_, takeOut) => {
  write('a.csv', SMALL);
  expect(await settled()).toEqual([['a.csv', 2]]);
  await takeOut();
  await restart();
  expect(await settled()).toEqual([]);
  expect(await states()).toEqual([['a.csv', 'passed-over', 'file-unsupported']]);
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(folder, 'a.csv') } }] });
  expect(await shop.query('SELECT count(*) FROM a')).toEqual([[2]]);
});

test('the list tells what is in now, whatever was undone, done again, removed or imported by hand', async () => {
  write('a.csv', SMALL);
  write('b.csv', csv('sku,qty,name', 'z,3,c'));
  const both = (a: string, b: string) => [`a.csv ${a}`, `b.csv ${b}`];
  const told = async () => (await states()).map(([name, state]) => `${name} ${state}`);
  await settled();
  expect(await told()).toEqual(both('imported', 'imported'));
  await shop.client.call('history.undo', {});
  expect(await states()).toEqual([
    ['a.csv', 'imported', null],
    ['b.csv', 'passed-over', 'file-unsupported'],
  ]);
  // Nor is it taken again by the next look.
  expect([await settled(), await told()]).toEqual([[], both('imported', 'passed-over')]);
  await shop.client.call('history.redo', {});
  expect(await states()).toContainEqual(['b.csv', 'imported', null]);
  await shop.client.call('datasets.remove', { dataset: 'a' });
  expect(await told()).toEqual(both('passed-over', 'passed-over'));
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(folder, 'b.csv') } }] });
  expect(await told()).toEqual(both('passed-over', 'imported'));
});

test.each(['csv', 'xlsx', 'json'] as const)('what was exported from here as %s does not come back in as a file of its own table', async (format) => {
  write('sales.csv', csv('buyer,title,amount', 'b1,t1,10.50', 'b2,t2,20.00'));
  await settled();
  await shop.client.call('recipe.set', { dataset: 'sales', steps: [{ step: 'derive', version: 1, params: { column: 'twice', expression: 'amount * 2' } }] });
  await shop.client.call('export.table', { dataset: 'sales', format, target: { kind: 'path', path: path.join(folder, `sales-1.${format}`) } });
  await restart();
  expect(await settled()).toEqual([]);
  expect(await states()).toContainEqual([`sales-1.${format}`, 'passed-over', 'file-unsupported']);
  expect(await shop.query('SELECT count(*), sum(amount) FROM sales')).toEqual([[2, 305_000]]);
  // By hand it can be wanted.
  expect(await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(folder, `sales-1.${format}`) }, into: 'again' }] })).toMatchObject([
    { dataset: 'again', rowsNew: 2 },
  ]);
});

test('a file that another program holds is told once and taken when it is free', async () => {
  shop.stop();
  let held = true;
  const { openSource } = createNodePorts({ resources: '', version: '', host: '' });
  await start({
    openSource(source) {
      if (held) throw new SuanpanError({ code: 'file-unreadable', message: { en: 'held', zh: '被占用' } });
      return openSource(source);
    },
  });
  write('a.csv', SMALL);
  expect(await settled()).toEqual([['a.csv', 'file-unreadable']]);
  expect(await settled()).toEqual([]);
  held = false;
  expect(await look()).toEqual([['a.csv', 2]]);
});

test('a folder is watched once, however it is written, and is a folder', async () => {
  const paths = async () => (await shop.client.call('import.watched', {})).map((one) => one.path);
  await expect(shop.client.call('import.watch', { path: path.join(shop.folder, 'nowhere'), on: true })).rejects.toMatchObject({ info: { code: 'file-missing' } });
  write('a.csv', SMALL);
  await expect(shop.client.call('import.watch', { path: path.join(folder, 'a.csv'), on: true })).rejects.toMatchObject({ info: { code: 'invalid-params' } });
  await shop.client.call('import.watch', { path: `${folder}/`, on: true });
  await shop.client.call('import.watch', { path: path.relative(process.cwd(), folder), on: true });
  expect(await paths()).toEqual([folder]);
  await shop.client.call('import.watch', { path: `${folder}/`, on: false });
  expect(await paths()).toEqual([]);
});
