import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlanDocument, RecipeStep } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({ 'goods.csv': csv('no,buyer,code', 'a1,Ann,10', 'a2,Bob,20', 'a1,Ann,30', 'a3,Cid,40', 'a2,Bob,50') });
});
afterEach(() => shop.stop());

const DUPLICATES: RecipeStep = { step: 'remove-duplicates', version: 1, params: { columns: ['no'] } };
const set = (...steps: RecipeStep[]) => shop.client.call('recipe.set', { dataset: 'goods', steps });
const code = () => shop.query('SELECT code FROM goods').then((rows) => rows.map(([cell]) => Number(cell)));
const importFile = (name: string, text: string) => {
  fs.writeFileSync(path.join(shop.folder, name), text);
  return shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(shop.folder, name) } }], into: 'goods' });
};

test('a row kept by hand stays through replay, undo and redo, under a name of its own in the history', async () => {
  await set(DUPLICATES);
  expect(await code()).toEqual([10, 20, 40]);
  const reply = await set({ ...DUPLICATES, keep: [{ source: 1, row: 4 }] });
  expect(reply.steps[0]?.rowsAfter).toBe(4);
  expect(await code()).toEqual([10, 20, 30, 40]);
  const { operations } = await shop.client.call('history.list', {});
  expect(operations.at(-1)?.title).toEqual({ en: 'goods: 1 row kept by hand in Remove duplicates', zh: 'goods：在“删除重复行”中手动保留 1 行' });
  await shop.client.call('history.undo', {});
  expect(await code()).toEqual([10, 20, 40]);
  await shop.client.call('history.redo', {});
  expect(await code()).toEqual([10, 20, 30, 40]);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

test('it stays when the same file or more rows come, and is told to be gone when it is', async () => {
  await set({ ...DUPLICATES, keep: [{ source: 1, row: 4 }] });
  await importFile('goods.csv', csv('no,buyer,code', 'a1,Ann,10', 'a2,Bob,20', 'a1,Ann,30', 'a3,Cid,40', 'a2,Bob,50'));
  await importFile('more.csv', csv('no,buyer,code', 'a9,Dan,90'));
  expect(await code()).toEqual([10, 20, 30, 40, 90]);
  const kept = await shop.client.call('recipe.kept', { dataset: 'goods', step: 1 });
  expect(kept.rows.columns.map(({ values }) => values[0])).toEqual(['a1', 'A***', '30']);
  expect(kept.absent).toEqual([]);
  await set({ step: 'filter-rows', version: 1, params: { condition: "code <> '30'" } }, { ...DUPLICATES, keep: [{ source: 1, row: 4 }] });
  expect((await shop.client.call('recipe.kept', { dataset: 'goods', step: 2 })).absent).toEqual([{ source: 1, row: 4, file: 'goods.csv' }]);
});

test('it follows its file when that is read again, and goes along in a plan', async () => {
  await set({ ...DUPLICATES, keep: [{ source: 1, row: 4 }] });
  await shop.client.call('import.reread', { source: 1, options: { types: { buyer: 'text' } } });
  expect(await code()).toEqual([10, 20, 30, 40]);
  await shop.client.call('plan.export', { target: { kind: 'path', path: path.join(shop.folder, 'plan.json') } });
  const plan = JSON.parse(fs.readFileSync(path.join(shop.folder, 'plan.json'), 'utf8')) as PlanDocument;
  expect(plan.recipes?.['goods']?.steps[0]?.keep).toEqual([{ source: 1, row: 4 }]);
  await shop.client.call('workspace.create', { name: 'again', path: path.join(shop.folder, 'again.suanpan') });
  await shop.client.call('plan.run', { plan, folder: shop.folder });
  expect(await code()).toEqual([10, 20, 30, 40]);
});

test('what is no list of rows is refused', async () => {
  await expect(set({ ...DUPLICATES, keep: [{ source: 1 }] as never })).rejects.toThrow(/step 1: keep must be/);
});

test('removed rows stand under the one that stays, page by page', async () => {
  await set({ ...DUPLICATES, params: { columns: ['no'], keep: 'newest', by: 'code' } });
  const page = await shop.client.call('datasets.page', { dataset: 'goods', step: 1, view: 'removed', offset: 1, limit: 2 });
  expect(page.total).toBe(4);
  expect([...(page.columns[2]?.values ?? [])]).toEqual(['10', '50']);
  expect([...(page.removed?.fate ?? [])]).toEqual([1, 0]);
  expect(page.removed?.same).toEqual({ columns: ['no'], groups: 2, entity: null });
});

test('it stays when a later file brings the same row anew, under its new values', async () => {
  await shop.client.call('templates.learn', { dataset: 'goods', title: 'Goods', key: ['no'] });
  await set({ step: 'filter-rows', version: 1, params: { condition: "buyer = 'Bob'" }, keep: [{ source: 1, row: 5 }] });
  expect(await shop.query('SELECT no, buyer, code FROM goods')).toEqual([
    ['a2', 'Bob', '20'],
    ['a3', 'Cid', '40'],
    ['a2', 'Bob', '50'],
  ]);
  await importFile('june.csv', csv('no,buyer,code', 'a3,Cid,41', 'a4,Eve,60'));
  await importFile('july.csv', csv('no,buyer,code', 'a3,Cid,42'));
  expect((await shop.query('SELECT no, buyer, code FROM goods')).map(([no, buyer, code]) => `${no} ${buyer} ${code}`)).toContain('a3 Cid 42');
  const kept = await shop.client.call('recipe.kept', { dataset: 'goods', step: 1 });
  expect([kept.names, kept.rows.origin.row, kept.rows.origin.file, kept.absent]).toEqual([[{ source: 1, row: 5 }], [2], ['july.csv'], []]);
  // Also after a restart, and given up by the name under which it was kept.
  await shop.client.call('workspace.close', {});
  await shop.client.call('workspace.open', { path: path.join(shop.folder, 'test.suanpan') });
  expect((await shop.client.call('recipe.get', { dataset: 'goods' })).rows).toBe(3);
  await set({ step: 'filter-rows', version: 1, params: { condition: "buyer = 'Bob'" } });
  expect((await shop.client.call('recipe.get', { dataset: 'goods' })).rows).toBe(2);
});

test('a cell set by hand stays set when a later file brings its row anew', async () => {
  const header = '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址';
  const order = (id: string, state: string) => `${id},anna,120,10,130,${state},2025-06-01 10:00:00,2025-06-01 10:01:00,浙江省 杭州市`;
  const shop = await testShop({ 'sold.csv': csv(header, order('1001', '买家已付款'), order('1002', '买家已付款')) });
  try {
    const { client, query, folder } = shop;
    const [page] = [await client.call('datasets.page', { dataset: 'sold' })];
    const cell = `${page.origin.source[0]}\t${page.origin.row[0]}\t买家应付货款\t99`;
    await client.call('recipe.set', { dataset: 'sold', steps: [{ step: 'edit-cells', version: 1, params: { cells: [cell] } }] });
    const rows = 'SELECT 订单编号, 买家应付货款, 订单状态 FROM sold';
    expect(await query(rows)).toEqual([
      ['1001', 99_0000, '买家已付款'],
      ['1002', 120_0000, '买家已付款'],
    ]);
    fs.writeFileSync(path.join(folder, 'later.csv'), csv(header, order('1001', '交易成功')));
    await client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(folder, 'later.csv') } }] });
    expect(await query(rows)).toEqual([
      ['1001', 99_0000, '交易成功'],
      ['1002', 120_0000, '买家已付款'],
    ]);
  } finally {
    shop.stop();
  }
});
