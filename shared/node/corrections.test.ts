import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellCorrection, ImportedFile } from '#contract/import';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const put = (name: string, text: string) => {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, text);
  return { kind: 'path' as const, path: file };
};
const bring = async (name: string, text: string, corrections: readonly CellCorrection[] = [], more: Omit<ImportedFile, 'source'> = {}) =>
  (await shop.client.call('import.run', { files: [{ source: put(name, text), corrections: { '': corrections }, ...more }] }))[0];
const steps = async (dataset: string) => (await shop.client.call('recipe.get', { dataset })).steps.map(({ step, error }) => (error === null ? [step.step, step.params] : error.en));

/** Orders of a shop, dates with the day first, amounts in tens of thousands; some cells of which are nothing. */
const HEAD = '单号,支付日期,金额（万元）';
const lines = (from: number) => Array.from({ length: 80 }, (_, i) => `N${from + i},${String((i % 28) + 1).padStart(2, '0')}/05/2025,${i}.5`);
const orders = (...odd: string[]) => csv(HEAD, ...lines(100), ...odd);

test('corrections become the first step of the recipe, are read as the other cells of the column, and are undone with the import', async () => {
  const reply = await bring('bills.csv', orders('N1,31/06/2025,1.5', 'N2,02/05/2025,about 2'), [
    { row: 82, column: '支付日期', value: '30/06/2025' },
    { row: 83, column: '金额（万元）', value: '2.25' },
  ]);
  expect(reply?.findings.filter(({ code }) => code === 'correction-unfit')).toEqual([]);
  expect(await shop.query("SELECT 单号, 支付日期, \"金额（万元）\" FROM bills WHERE 单号 IN ('N1', 'N2') ORDER BY 1")).toEqual([
    ['N1', '2025-06-30', 15_000_0000],
    ['N2', '2025-05-02', 22_500_0000],
  ]);
  expect(await steps('bills')).toEqual([['edit-cells', { cells: ['1\t82\t支付日期\t2025-06-30', '1\t83\t金额（万元）\t22500.0000'] }]]);
  // The file says what it says.
  expect((await shop.client.call('import.refused', {})).cells.map(({ row, text }) => [row, text])).toEqual([
    [82, '31/06/2025'],
    [83, 'about 2'],
  ]);
  expect((await shop.client.call('workspace.verify', {})).problems).toEqual([]);
  await shop.client.call('history.undo', {});
  expect(await shop.client.call('datasets.list', {})).toEqual([]);
});

test.each<[string, CellCorrection]>([
  ['a text that is no day either', { row: 82, column: '支付日期', value: '31/06/25?' }],
  ['a row that the file does not have', { row: 500, column: '支付日期', value: '30/06/2025' }],
  ['a column that it does not have', { row: 82, column: 'when', value: '30/06/2025' }],
])('%s is left out and said', async (_, correction) => {
  const reply = await bring('bills.csv', orders('N1,31/06/2025,1.5'), [correction]);
  expect([await steps('bills'), reply?.findings.flatMap(({ code, where }) => (code === 'correction-unfit' ? [where] : []))]).toEqual([[], [{ row: correction.row, column: correction.column }]]);
});

test('a column of whole numbers takes a correction with decimals, unless its type was set', async () => {
  const stock = (...odd: string[]) => csv('单号,库存', ...Array.from({ length: 80 }, (_, i) => `N${100 + i},${i}`), ...odd);
  const half = [{ row: 82, column: '库存', value: '2.5' }];
  const unfit = (reply: Awaited<ReturnType<typeof bring>>) => reply?.findings.filter(({ code }) => code === 'correction-unfit').length;
  const refusedOf = async (isSet?: true) => await shop.client.call('import.fit', { name: '库存', type: 'int', decimal: '.', dateOrder: 'ymd', texts: ['2.5', 'two'], ...(isSet && { isSet }) });
  expect([await refusedOf(), await refusedOf(true)]).toEqual([[1], [0, 1]]);
  expect(unfit(await bring('stock.csv', stock('N1,2.5?'), half))).toBe(0);
  expect(await shop.query("SELECT typeof(库存), 库存 FROM stock WHERE 单号 IN ('N1', 'N102') ORDER BY 1")).toEqual([
    ['real', 2],
    ['real', 2.5],
  ]);
  // Read again, the column is what its cells ask for once more.
  await shop.client.call('import.reread', { source: 1, options: { types: { 单号: 'text' } } });
  expect(await shop.query("SELECT 库存 FROM stock WHERE 单号 = 'N1'")).toEqual([[2.5]]);
  expect((await shop.client.call('workspace.verify', {})).problems).toEqual([]);
  const set = await bring('set.csv', stock('N2,2.5?'), half, { into: 'set', options: { types: { 库存: 'int' } } });
  expect([unfit(set), await shop.query('SELECT 库存 FROM "set" WHERE 单号 = \'N2\'')]).toEqual([1, [[null]]]);
});

test('a table of whole numbers becomes one of decimals by a correction, and the import says so', async () => {
  const stock = (from: number, odd: string) => csv('单号,库存', ...Array.from({ length: 80 }, (_, i) => `N${from + i},${i}`), odd);
  await bring('stock.csv', stock(100, 'N1,5'));
  const reply = await bring('stock_2.csv', stock(200, 'N2,2.5?'), [{ row: 82, column: '库存', value: '2.5' }], { into: 'stock' });
  expect(reply?.findings.map(({ code }) => code)).toContain('type-grown');
  expect(await shop.query("SELECT 库存 FROM stock WHERE 单号 IN ('N1', 'N2') ORDER BY 单号")).toEqual([[5], [2.5]]);
});

test('into a table that has a recipe and calls the column otherwise: before its other steps, beside cells that were corrected before', async () => {
  const sheet = (head: string, from: number, odd: string) => csv(head, ...lines(from), odd);
  await bring('bills.csv', sheet('单号,支付日期,金额', 100, 'N1,01/06/2025,1.5?'), [{ row: 82, column: '金额', value: '1.50' }]);
  const { steps: before } = await shop.client.call('recipe.get', { dataset: 'bills' });
  await shop.client.call('recipe.set', { dataset: 'bills', steps: [...before.map(({ step }) => step), { step: 'rename-columns', version: 1, params: { names: [['金额', 'paid']] } }] });
  await bring('bills_2.csv', sheet('单号,支付日期,金额（元）', 200, 'N9,01/06/2025,9.5?'), [{ row: 82, column: '金额（元）', value: '¥9.50' }], { into: 'bills' });
  expect(await steps('bills')).toEqual([
    ['edit-cells', { cells: ['1\t82\t金额\t1.5000', '2\t82\t金额\t9.5000'] }],
    ['rename-columns', { names: [['金额', 'paid']] }],
  ]);
  expect(await shop.query("SELECT 单号, paid FROM bills WHERE 单号 IN ('N1', 'N9') ORDER BY 1")).toEqual([
    ['N1', 1_5000],
    ['N9', 9_5000],
  ]);
});

test('a row that the table has from an earlier file, just so, is corrected there', async () => {
  const odd = 'N1,31/06/2025,1.5';
  await bring('bills.csv', orders(odd));
  await bring('bills_2.csv', csv(HEAD, ...lines(200), odd), [{ row: 82, column: '支付日期', value: '30/06/2025' }], { into: 'bills' });
  expect(await shop.query("SELECT 单号, 支付日期 FROM bills WHERE 单号 = 'N1'")).toEqual([['N1', '2025-06-30']]);
});

test('read again by another choice, the corrected cell stays corrected', async () => {
  await bring('bills.csv', orders('N1,31/06/2025,1.5'), [{ row: 82, column: '支付日期', value: '30/06/2025' }]);
  await shop.client.call('import.reread', { source: 1, options: { types: { 单号: 'text' } } });
  expect(await shop.query("SELECT 单号, 支付日期 FROM bills WHERE 单号 = 'N1'")).toEqual([['N1', '2025-06-30']]);
});

test('a day that is written the other way round is told before the import', async () => {
  const { tables } = await shop.client.call('import.inspect', { source: put('bills.csv', orders('N1,31/06/2025,1.5')) });
  const column = tables[0]?.columns.find(({ name }) => name === '支付日期');
  if (column === undefined) throw new Error('no column');
  expect(await shop.client.call('import.fit', { ...column, texts: ['30/06/2025', '06/30/2025', '', '2025-06-30', 'soon'] })).toEqual([1, 2, 4]);
});
