import path from 'node:path';
import fs from 'node:fs';
import { expect, test } from 'vitest';
import type { PlanDocument } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

const SALES = csv('sku,brand,phone,qty', '00123,Addidas,13812345678,1', '00123,Adidas,13812345679,2', '#456,Puma,13812345670,3', '789,Nobody at all,13812345671,4');
const STOCK = csv('code,maker,mobile,left', '123,Adidas,13812345678,10', '456,Puma,13812345679,20', '999,Puma,13812345670,30');
const REQUEST = { left: 'sales', right: 'stock', on: { sku: 'code' }, how: 'left', into: 'both' } as const;

async function withShop(work: (shop: TestShop) => Promise<void>) {
  const shop = await testShop({ 'sales.csv': SALES, 'stock.csv': STOCK });
  try {
    await work(shop);
  } finally {
    shop.stop();
  }
}

test('what would raise the match is proposed, done and replayed; cells stay as they are', () =>
  withShop(async ({ client, query, folder }) => {
    const before = await client.call('join.run', { ...REQUEST, dryRun: true });
    expect(before).toMatchObject({ matchedLeft: 0, multiplied: 0, repeated: { left: { keys: 1, rows: 2, worst: { key: ['00123'], count: 2 } }, right: { keys: 0, rows: 0, worst: null } } });
    expect(before.tidying).toEqual([
      { pair: ['sku', 'code'], how: ['zeros', 'signs'], matchedLeft: 3 },
      { pair: ['sku', 'code'], how: ['zeros'], matchedLeft: 2 },
      { pair: ['sku', 'code'], how: ['signs'], matchedLeft: 1 },
    ]);
    const tidy = { sku: ['zeros', 'signs'] as const };
    expect(await client.call('join.run', { ...REQUEST, tidy, dryRun: true })).toMatchObject({ matchedLeft: 3, tidying: [] });
    await client.call('join.run', { ...REQUEST, tidy });
    const joined = [
      ['00123', '123', 10],
      ['00123', '123', 10],
      ['#456', '456', 20],
      ['789', null, null],
    ];
    expect(await query('SELECT sku, code, "left" FROM both')).toEqual(joined);
    expect(await client.call('join.remembered', { left: 'sales', right: 'stock', on: { sku: 'code' } })).toEqual({ tidy });
    expect(await client.call('join.remembered', { left: 'sales', right: 'stock', on: { brand: 'maker' } })).toEqual({});
    const file = path.join(folder, 'plan.json');
    await client.call('plan.export', { target: { kind: 'path', path: file } });
    const plan = JSON.parse(fs.readFileSync(file, 'utf8')) as PlanDocument;
    expect(plan.joins).toEqual([{ left: 'sales', right: 'stock', on: { sku: 'code' }, how: 'left', tidy, into: 'both' }]);
    const again = await testShop({});
    try {
      await again.client.call('plan.run', { plan, folder });
      expect(await again.query('SELECT sku, code, "left" FROM both')).toEqual(joined);
    } finally {
      again.stop();
    }
  }));

test('texts that look alike are proposed, approved or rejected, and the decisions stay with the join', () =>
  withShop(async ({ client, query }) => {
    const request = { ...REQUEST, on: { brand: 'maker' } };
    const alike = await client.call('join.alike', request);
    expect(alike).toEqual({ proposals: [{ column: 'brand', left: 'Addidas', right: 'Adidas', rows: 1, distance: 1 }], masked: [] });
    const pairs = { brand: [['Addidas', 'Adidas'] as const] };
    expect(await client.call('join.alike', { ...request, rejected: pairs })).toMatchObject({ proposals: [] });
    const report = await client.call('join.run', { ...request, pairs, dryRun: true });
    expect(report).toMatchObject({ matchedLeft: 3, multiplied: 1, rowsResult: 5, repeated: { right: { keys: 1, rows: 2, worst: { key: ['Puma'], count: 2 } } } });
    expect(report.warnings[0]?.en).toBe('One row on the left meets up to 2 on the right: 1 rows more');
    await client.call('join.run', { ...request, pairs, rejected: { brand: [['Nobody at all', 'Nobody']], none: [] } });
    expect(await query('SELECT brand, maker FROM both')).toEqual([
      ['Addidas', 'Adidas'],
      ['Adidas', 'Adidas'],
      ['Puma', 'Puma'],
      ['Puma', 'Puma'],
      ['Nobody at all', null],
    ]);
    expect(await client.call('join.remembered', { left: 'sales', right: 'stock', on: { brand: 'maker' } })).toEqual({ pairs, rejected: { brand: [['Nobody at all', 'Nobody']] } });
  }));

test('people are compared only when they are shown, and nonsense is refused', () =>
  withShop(async ({ client }) => {
    const request = { ...REQUEST, on: { phone: 'mobile' } };
    expect(await client.call('join.alike', request)).toEqual({ proposals: [], masked: ['phone'] });
    expect(await client.call('join.alike', { ...request, reveal: true })).toEqual({ proposals: [], masked: [] });
    await expect(client.call('join.run', { ...REQUEST, tidy: { sku: ['magic' as 'case'] } })).rejects.toMatchObject({ info: { code: 'invalid-params' } });
    await expect(client.call('join.run', { ...REQUEST, pairs: { sku: [['one'] as unknown as [string, string]] } })).rejects.toMatchObject({ info: { code: 'invalid-params' } });
  }));

test('the tables of a workspace are told with what links them', async () => {
  const orders = Array.from({ length: 12 }, (_, i) => `A-${100 + i}`);
  const shop = await testShop({
    'bought.csv': csv('order id,total', ...orders.map((id) => `${id},5`)),
    'parcels.csv': csv('order id,days', ...orders.slice(0, 6).map((id) => `${id},2`)),
    'other.csv': csv('thing id,days', ...orders.map((id) => `X${id}9,2`)),
  });
  try {
    await shop.client.call('join.run', { left: 'bought', right: 'parcels', on: { 'order id': 'order id' }, how: 'left', into: 'both' });
    await shop.client.call('datasets.branch', { dataset: 'both', name: 'more' });
    await shop.client.call('recipe.set', { dataset: 'more', steps: [{ step: 'look-up', version: 1, params: { dataset: 'other', on: [['order id', 'thing id']], columns: ['thing id'] } }] });
    const { tables, links } = await shop.client.call('join.relations', {});
    expect(tables.map(({ id, origin, rows }) => [id, origin, rows])).toEqual([
      ['bought', 'import', 12],
      ['parcels', 'import', 6],
      ['other', 'import', 12],
      ['both', 'join', 12],
      ['more', 'branch', 12],
    ]);
    expect(links).toEqual([
      { from: 'bought', to: 'both', kind: 'join', on: [['order id', 'order id']], rates: null },
      { from: 'parcels', to: 'both', kind: 'join', on: [['order id', 'order id']], rates: null },
      { from: 'both', to: 'more', kind: 'branch', on: [], rates: null },
      { from: 'other', to: 'more', kind: 'step', on: [['thing id', 'order id']], rates: null },
      { from: 'bought', to: 'parcels', kind: 'key', on: [['order id', 'order id']], rates: [0.5, 1] },
    ]);
  } finally {
    shop.stop();
  }
});

test('the join step compares keys as the join does', () =>
  withShop(async ({ client }) => {
    const step = (params: object) => ({ step: 'join', version: 1, params: { dataset: 'stock', on: [['sku', 'code']], how: 'inner', ...params } });
    const rows = async (params: object) => (await client.call('recipe.set', { dataset: 'sales', steps: [step(params)], dryRun: true })).rows;
    expect(await rows({})).toBe(0);
    expect(await rows({ compare: 'text' })).toBe(0);
    expect(await rows({ compare: 'id' })).toBe(3);
    expect(await rows({ compare: 'id', same: [['789', '999']] })).toBe(4);
  }));

test('a joined table is joined in another way: its recipe stays, undo brings the old rows back', () =>
  withShop(async ({ client, query }) => {
    await client.call('join.run', REQUEST);
    await client.call('recipe.set', { dataset: 'both', steps: [{ step: 'row-number', version: 1, params: { name: 'no' } }] });
    expect(await client.call('join.get', { dataset: 'both' })).toEqual(REQUEST);
    const tidy = { sku: ['zeros', 'signs'] as const };
    await client.call('join.run', { ...REQUEST, how: 'inner', tidy, into: 'matched', replace: 'both' });
    expect(await client.call('join.get', { dataset: 'both' })).toEqual({ ...REQUEST, how: 'inner', tidy, into: 'matched' });
    expect((await client.call('datasets.list', {})).map(({ id, name, rows }) => [id, name, rows])).toContainEqual(['both', 'matched', 3]);
    expect(await query('SELECT sku, code, no FROM both')).toEqual([
      ['00123', '123', 1],
      ['00123', '123', 2],
      ['#456', '456', 3],
    ]);
    await client.call('history.undo', {});
    expect(await query('SELECT sku, code, no FROM both')).toEqual([
      ['00123', null, 1],
      ['00123', null, 2],
      ['#456', null, 3],
      ['789', null, 4],
    ]);
    await expect(client.call('join.run', { ...REQUEST, left: 'both', replace: 'both' })).rejects.toThrow('would join itself');
    await expect(client.call('join.get', { dataset: 'sales' })).rejects.toThrow('not a joined table');
  }));

test('a join step overlooks what it was told to, and its report says what it does', () =>
  withShop(async ({ client, query }) => {
    const params = { dataset: 'stock', on: [['sku', 'code']], compare: 'own', tidy: ['zeros'] };
    const report = await client.call('join.report', { dataset: 'sales', step: 0, params });
    expect(report).toMatchObject({ rowsLeft: 4, matchedLeft: 2, rowsResult: 4, tidying: [{ pair: ['sku', 'code'], how: ['zeros', 'signs'], matchedLeft: 3 }] });
    await client.call('recipe.set', { dataset: 'sales', steps: [{ step: 'join', version: 1, params: { ...params, tidy: ['zeros', 'signs'] } }] });
    expect(await query('SELECT sku, code, "left" FROM sales')).toEqual([
      ['00123', '123', 10],
      ['00123', '123', 10],
      ['#456', '456', 20],
      ['789', null, null],
    ]);
    await expect(client.call('recipe.set', { dataset: 'sales', steps: [{ step: 'join', version: 1, params: { ...params, tidy: ['colour'] } }], dryRun: true })).resolves.toMatchObject({
      steps: [{ state: 'error' }],
    });
  }));

test('the rows of a joined table, or of one that goes on from another, are not counted twice', async () => {
  const orders = csv(
    '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
    '1001,anna,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,浙江省 杭州市',
  );
  const items = csv('订单编号,子订单编号,标题,价格,购买数量,商家编码,买家应付货款', '1001,1001-1,Cup,100,1,CUP,80', '1001,1001-2,Tea,60,1,TEA,70');
  const shop = await testShop({ 'sold.csv': orders, 'items.csv': items });
  try {
    const { client, query } = shop;
    const sales = 'SELECT count(*), sum(paid_amount) FROM orders';
    const before = await query(sales);
    const { datasets } = await client.call('model.get', {});
    await client.call('join.run', { left: 'items', right: 'sold', on: { 订单编号: '订单编号' }, how: 'left', into: 'both' });
    await client.call('datasets.branch', { dataset: 'both', name: 'further' });
    expect(await query(sales)).toEqual(before);
    const model = await client.call('model.get', {});
    expect(model.datasets).toEqual(datasets);
    expect(model.unmapped.map(({ dataset, reason }) => [dataset, reason.en])).toEqual([
      ['both', 'Made from sold, whose rows the model has already: counted again they would be there twice'],
      ['further', 'Made from sold, whose rows the model has already: counted again they would be there twice'],
    ]);
  } finally {
    shop.stop();
  }
});
