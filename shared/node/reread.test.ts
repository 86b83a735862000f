import fs from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOptions, PlanDocument, RecipeStep } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const step = (id: string, params: Record<string, unknown>): RecipeStep => ({ step: id, version: 1, params });
const goods = (month: string) => iconv.encode(csv('编号,名称,数量,日期', `1,杯子,3,2025-${month}-01`, `2,碗,5,2025-${month}-02`, `3,盘子,7,2025-${month}-03`), 'gbk');

/** Imports a file by a choice that is for this time only; returns its number. */
async function bring(name: string, bytes: Uint8Array | string, options: ImportOptions, into: string): Promise<number> {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, bytes);
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file }, options, into }], remember: false });
  return (await shop.client.call('import.sources', {})).find((source) => source.file === name)?.id ?? -1;
}

const garbled = (month: string, into = 'goods') => bring(`goods_2025-${month}.csv`, goods(month), { encoding: 'windows-1252' }, into);
const again = (source: number, options: ImportOptions) => shop.client.call('import.reread', { source, options });
const setSteps = (dataset: string, ...steps: RecipeStep[]) => shop.client.call('recipe.set', { dataset, steps });
const columns = async (dataset: string) => (await shop.client.call('datasets.list', {})).find(({ id }) => id === dataset)?.columns;
const namesOf = async (dataset: string) => (await shop.client.call('datasets.page', { dataset })).columns.map(({ name }) => name) as [string, string, string, string];
const failures = async (dataset: string) => (await shop.client.call('recipe.get', { dataset })).steps.flatMap(({ error }) => (error === null ? [] : [error.en]));
const everything = async () => {
  const tables = (await shop.client.call('datasets.list', {})).map(({ id }) => id);
  const each = <T>(ask: (dataset: string) => Promise<T>) => Promise.all(tables.map(ask));
  return {
    pages: await each((dataset) => shop.client.call('datasets.page', { dataset })),
    steps: await each(async (dataset) => (await shop.client.call('recipe.get', { dataset })).steps.map((one) => one.step)),
    checks: await each((dataset) => shop.client.call('checks.run', { dataset })),
  };
};

test('a wrong encoding is put right: every step goes on, and undo brings it all back', async () => {
  const source = await garbled('06');
  const [code, name, count] = await namesOf('goods');
  await setSteps(
    'goods',
    step('edit-cells', { cells: [`${source}\t2\t${name}\t大杯子`] }),
    step('rename-columns', { names: [[code, '编号']] }),
    step('filter-rows', { condition: `[${count}] > 3 or [${name}] = '大杯子'` }),
    step('tag-rows', { name: 'size', rules: [[`[${count}] > 4`, 'big']] }),
    step('split-column', { column: name, by: 'separator', at: '子', names: ['first', 'rest'] }),
    step('derive', { column: 'label', expression: `concat([编号], '-', [${count}])` }),
    step('sort-rows', { columns: [count] }),
  );
  const before = await everything();
  expect(await failures('goods')).toEqual([]);
  await again(source, { encoding: 'gb18030' });
  expect(await failures('goods')).toEqual([]);
  expect(await shop.query('SELECT 编号, 名称, 数量, size, label FROM goods ORDER BY 1')).toEqual([
    ['1', '大杯子', 3, null, '1-3'],
    ['2', '碗', 5, 'big', '2-5'],
    ['3', '盘子', 7, 'big', '3-7'],
  ]);
  await shop.client.call('history.undo', {});
  expect(await everything()).toEqual(before);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

test('what follows from the table goes on, too: a key, rules, a branch, a join, and steps of other tables', async () => {
  const source = await garbled('06');
  const [code, name, count] = await namesOf('goods');
  await bring('prices.csv', csv('code,price', '1,2.50', '2,3.50', '3,4.50'), {}, 'prices');
  await shop.client.call('datasets.set-key', { dataset: 'goods', columns: [code] });
  await shop.client.call('checks.set', { dataset: 'goods', rules: [{ check: 'unique', severity: 'error', params: { columns: [code] } }] });
  await shop.client.call('datasets.branch', { dataset: 'goods', name: 'more' });
  await setSteps('more', step('derive', { column: 'twice', expression: `[${count}] * 2` }));
  await shop.client.call('join.run', { left: 'goods', right: 'prices', on: { [code]: 'code' }, how: 'left', into: 'worth' });
  await setSteps('worth', step('derive', { column: 'sum', expression: `[${count}] * [price]` }));
  await setSteps('prices', step('look-up', { dataset: 'goods', on: [['code', code]], columns: [name] }), step('derive', { column: 'said', expression: `[${name}] & '!'` }));
  await shop.client.call('checks.set', { dataset: 'prices', rules: [{ check: 'reference', severity: 'error', params: { column: 'code', dataset: 'goods', there: code } }] });
  const before = await everything();
  const key = await shop.client.call('datasets.key', { dataset: 'goods' });
  await again(source, { encoding: 'gb18030' });
  for (const dataset of ['goods', 'more', 'worth', 'prices']) expect(await failures(dataset)).toEqual([]);
  expect(await shop.query('SELECT m.名称, m.twice, w.sum, p.said FROM more m JOIN worth w ON w.编号 = m.编号 JOIN prices p ON p.code = m.编号 ORDER BY m.编号')).toEqual([
    ['杯子', 6, 75_000, '杯子!'],
    ['碗', 10, 175_000, '碗!'],
    ['盘子', 14, 315_000, '盘子!'],
  ]);
  expect(await shop.client.call('datasets.key', { dataset: 'goods' })).toMatchObject({ columns: ['编号'], by: 'user' });
  for (const dataset of ['goods', 'prices']) expect(await shop.client.call('checks.run', { dataset })).toMatchObject([{ state: 'passes' }]);
  await shop.client.call('history.undo', {});
  expect(await everything()).toEqual(before);
  expect(await shop.client.call('datasets.key', { dataset: 'goods' })).toEqual(key);
});

test('versions of recipes go on, too: of the table, and of those that follow from it', async () => {
  const source = await garbled('06');
  const [code, name, count] = await namesOf('goods');
  await bring('prices.csv', csv('code,price', '1,2.50', '2,3.50'), {}, 'prices');
  await shop.client.call('datasets.branch', { dataset: 'goods', name: 'more' });
  await setSteps('goods', step('edit-cells', { cells: [`${source}\t2\t${name}\t大杯子`] }), step('filter-rows', { condition: `[${count}] < 7` }));
  await setSteps('more', step('edit-cells', { cells: [`${source}\t3\t${count}\t6`] }), step('derive', { column: 'label', expression: `concat([${name}], [${count}])` }));
  await setSteps('prices', step('look-up', { dataset: 'goods', on: [['code', code]], columns: [name] }), step('derive', { column: 'said', expression: `[${name}] & '?'` }));
  const tables = ['goods', 'more', 'prices'];
  for (const dataset of tables) await shop.client.call('recipe.save-version', { dataset, name: 'whole' });
  for (const dataset of tables) await setSteps(dataset);
  await again(source, { encoding: 'gb18030' });
  for (const dataset of tables) {
    await shop.client.call('recipe.go-back', { dataset, version: 'saved:1' });
    expect([dataset, await failures(dataset)]).toEqual([dataset, []]);
  }
  expect(await shop.query('SELECT m.名称, m.label, p.said FROM more m LEFT JOIN prices p ON p.code = m.编号 ORDER BY 1')).toEqual([
    ['大杯子', '大杯子3', '大杯子?'],
    ['碗', '碗6', '碗?'],
  ]);
});

test('rows that a following table names by their file are found again, were no column called otherwise', async () => {
  const file = csv('code,name,n', '1,cup,3', '2,bowl,5', '合计,,8');
  const source = await bring('goods.csv', file, { footerRows: 0 }, 'goods');
  await shop.client.call('datasets.branch', { dataset: 'goods', name: 'more' });
  await setSteps('goods', step('edit-cells', { cells: [`${source}\t2\tname\tmug`] }));
  await setSteps('more', step('edit-cells', { cells: [`${source}\t3\tn\t6`] }));
  for (const dataset of ['goods', 'more']) await shop.client.call('recipe.save-version', { dataset, name: 'edits' });
  await shop.client.call('import.reread', { source, options: {}, found: ['footerRows'] });
  const rows = () => shop.query('SELECT name, n FROM more ORDER BY code');
  const edited = [
    ['mug', 3],
    ['bowl', 6],
  ];
  expect(await rows()).toEqual(edited);
  for (const dataset of ['goods', 'more']) {
    await setSteps(dataset);
    await shop.client.call('recipe.go-back', { dataset, version: 'saved:1' });
  }
  expect(await rows()).toEqual(edited);
});

test('the next file of the kind is read so, too', async () => {
  const odd = csv('编号,留言,标题,金额', '1,,杯子,5.00', '2,,碗,6.00', '3,红色,大号,盘子,7.00');
  const source = await bring('sold_2025-06.csv', odd, {}, 'sold');
  const lookAgain = async (options: ImportOptions) => {
    const { rows, setAside, setAsideRows } = await shop.client.call('import.look-again', { source, options });
    return [rows, setAsideRows, setAside.map(({ fix }) => fix?.options)];
  };
  expect(await lookAgain({})).toEqual([2, 1, [{ joinFields: 2 }]]);
  expect(await lookAgain({ joinFields: 2 })).toEqual([3, 0, []]);
  expect((await shop.client.call('import.sources', {})).map(({ rows }) => rows)).toEqual([2]);
  await again(source, { joinFields: 2 });
  const next = path.join(shop.folder, 'sold_2025-07.csv');
  fs.writeFileSync(next, odd.replaceAll('.00', '.50'));
  const inspected = await shop.client.call('import.inspect', { source: { kind: 'path', path: next } });
  expect([inspected.preset, inspected.tables[0]?.setAsideRows]).toEqual([{ joinFields: 2 }, 0]);
  await shop.client.call('history.undo', {});
  expect((await shop.client.call('import.inspect', { source: { kind: 'path', path: next } })).preset).toBeNull();
});

test('of a file whose name says its day the steps go on, too', async () => {
  const source = await bring('库存_20250601.csv', iconv.encode(csv('编码,名称,库存', 'a,杯子,5', 'b,碗,6', 'c,盘,7'), 'gbk'), { encoding: 'windows-1252' }, 'stock');
  const [, name] = await namesOf('stock');
  await setSteps('stock', step('derive', { column: 'label', expression: `[${name}] & '!'` }));
  await again(source, { encoding: 'gb18030' });
  expect(await shop.query('SELECT 名称, label, 文件日期 FROM stock ORDER BY 编码')).toEqual([
    ['杯子', '杯子!', '2025-06-01'],
    ['碗', '碗!', '2025-06-01'],
    ['盘', '盘!', '2025-06-01'],
  ]);
});

test('a choice is taken back: the footer is left out again as it was found', async () => {
  const rows = ['1,5.00', '2,6.00', '3,7.00', '合计,18.00'];
  const source = await bring('sold.csv', csv('编号,金额', ...rows), { footerRows: 0 }, 'sold');
  expect(await shop.query('SELECT count(*) FROM sold')).toEqual([[4]]);
  await shop.client.call('import.reread', { source, found: ['footerRows'] });
  expect(await shop.query('SELECT count(*) FROM sold')).toEqual([[3]]);
});

test('types that were chosen stay those of their columns', async () => {
  const source = await garbled('06');
  const [, , count] = await namesOf('goods');
  await again(source, { types: { [count]: 'text' } });
  await again((await shop.client.call('import.sources', {}))[0]?.id ?? -1, { encoding: 'gb18030' });
  expect((await shop.client.call('datasets.page', { dataset: 'goods' })).columns.map(({ name, type }) => [name, type])).toEqual([
    ['编号', 'id'],
    ['名称', 'text'],
    ['数量', 'text'],
    ['日期', 'date'],
  ]);
});

test('of two files on each other both are put right, one by one; nothing is left of their old names', async () => {
  const june = await garbled('06');
  const july = await garbled('07');
  const [code, name, count] = await namesOf('goods');
  await shop.client.call('datasets.set-key', { dataset: 'goods', columns: [code, count] });
  await setSteps('goods', step('derive', { column: 'label', expression: `[${name}] & '!'` }));
  await again(june, { encoding: 'gb18030' });
  // One file is still called as before: its steps stay until there is none.
  expect(await shop.query('SELECT count(*), count(label) FROM goods')).toEqual([[6, 6]]);
  await again(july, { encoding: 'gb18030' });
  expect(await failures('goods')).toEqual([]);
  expect(await columns('goods')).toBe(5);
  expect(await shop.query('SELECT 名称, label, count(*) FROM goods GROUP BY 1, 2 ORDER BY 1')).toEqual([
    ['杯子', '杯子!', 1],
    ['盘子', '盘子!', 1],
    ['碗', '碗!', 1],
  ]);
  const next = path.join(shop.folder, 'goods_2025-08.csv');
  fs.writeFileSync(next, goods('08'));
  expect((await shop.client.call('import.inspect', { source: { kind: 'path', path: next } })).tables[0]?.goesTo).toEqual({ dataset: 'goods', drift: null });
});

test('another order of dates counts for the whole table, also when it is chosen for its second file', async () => {
  const sheet = (month: string) => csv('sku,qty,date', `A,1,0${month}/05/2025`, `B,2,0${month}/06/2025`);
  await bring('r6.csv', sheet('6'), {}, 'r');
  const second = await bring('r7.csv', sheet('7'), {}, 'r');
  await again(second, { dateOrder: 'dmy' });
  expect(await shop.query('SELECT date FROM r ORDER BY 1')).toEqual([['2025-05-06'], ['2025-05-07'], ['2025-06-06'], ['2025-06-07']]);
});

/** Two files in an archive, of which the first has a line above its header that looks like one. */
const pair = (month: string) =>
  zipSync({
    'orders.csv': new TextEncoder().encode(csv('no,amount,day', '合同,x,y', `A1,5.00,2025-${month}-01`, `A2,6.00,2025-${month}-02`)),
    'stock.csv': new TextEncoder().encode(csv('sku,qty,place', `s1,3,a${month}`, 's2,4,b', 's3,5,c', 's4,6,d')),
  });
const HEADER_IN_TWO = { preambleRows: 1, headerRows: 1 };

test('a choice for one table of a file leaves its other tables alone, when it is imported, read again, and next month', async () => {
  const put = (name: string, month: string) => {
    const file = path.join(shop.folder, name);
    fs.writeFileSync(file, pair(month));
    return { kind: 'path', path: file } as const;
  };
  const source = put('june.zip', '06');
  const shapes = async (options: ImportOptions) => (await shop.client.call('import.inspect', { source, options })).tables.map(({ name, rows, columns: [first] }) => [name, rows, first?.name]);
  const mended = [
    ['orders.csv', 2, '合同'],
    ['stock.csv', 4, 'sku'],
  ];
  expect(await shapes({ tables: { 'orders.csv': HEADER_IN_TWO } })).toEqual(mended);
  await expect(shop.client.call('import.inspect', { source, options: { tables: { 'orders.csv': { headerRows: -1 } } } })).rejects.toMatchObject({ info: { code: 'invalid-params' } });
  await shop.client.call('import.run', { files: [{ source }] });
  const orders = (await shop.client.call('import.sources', {})).find(({ file }) => file.includes('orders'));
  await again(orders?.id ?? -1, HEADER_IN_TWO);
  expect((await shop.client.call('import.sources', {})).map(({ file, rows }) => [file, rows])).toEqual([
    ['june.zip · orders.csv', 2],
    ['june.zip · stock.csv', 4],
  ]);
  const july = await shop.client.call('import.inspect', { source: put('july.zip', '07') });
  expect([july.preset, july.tables.map(({ name, rows, columns: [first] }) => [name, rows, first?.name])]).toEqual([{ tables: { 'orders.csv': HEADER_IN_TWO } }, mended]);
  const plan = path.join(shop.folder, 'plan.json');
  await shop.client.call('plan.export', { target: { kind: 'path', path: plan } });
  expect((JSON.parse(fs.readFileSync(plan, 'utf8')) as PlanDocument).import?.map(({ options }) => options)).toEqual([{ tables: { 'orders.csv': HEADER_IN_TWO } }]);
});

test('texts of cells that were read wrongly follow in the steps that name them; what was typed as it should be stays', async () => {
  const source = await garbled('06');
  const [code, name, count] = await namesOf('goods');
  const [[cup, bowl]] = [(await shop.query(`SELECT "${name}" FROM goods ORDER BY "${code}"`)).map(([text]) => String(text))] as [[string, string]];
  await setSteps(
    'goods',
    step('replace-values', { column: name, values: [[bowl, '大碗']] }),
    step('filter-rows', { condition: `[${name}] = '${cup}' or contains([${name}], '大碗')` }),
    step('derive', { column: 'kind', expression: `if(contains([${name}], "${cup.slice(0, 2)}"), '杯', [${count}])` }),
  );
  await shop.client.call('datasets.branch', { dataset: 'goods', name: 'more' });
  await setSteps('more', step('filter-rows', { condition: `[${name}] = '${cup}'` }));
  const rows = () => shop.query('SELECT * FROM more').then((found) => found.length);
  expect([await shop.query('SELECT kind FROM goods').then((found) => found.length), await rows()]).toEqual([2, 1]);
  await again(source, { encoding: 'gb18030' });
  expect(await shop.query('SELECT 名称, kind FROM goods ORDER BY 编号')).toEqual([
    ['杯子', '杯'],
    ['大碗', '5'],
  ]);
  expect(await rows()).toBe(1);
  await shop.client.call('history.undo', {});
  expect(await rows()).toBe(1);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});
