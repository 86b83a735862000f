import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({ 'goods.csv': csv('sku,qty', 'a,1', 'b,2') });
});
afterEach(() => shop.stop());

const waiting = async () => (await shop.client.call('workspace.info', {}))?.stages.find(({ stage }) => stage === 'clean')?.waiting;

test('rules are looked at after every change, and what breaks them waits at the stage of cleaning', async () => {
  const rules = [
    { check: 'range', severity: 'error' as const, params: { column: 'qty', high: '2' } },
    { check: 'unique', severity: 'warning' as const, params: { columns: ['sku'] } },
  ];
  expect(await shop.client.call('checks.set', { dataset: 'goods', rules })).toMatchObject([{ state: 'passes' }, { state: 'passes' }]);
  expect(await waiting()).toBe(0);
  await shop.client.call('recipe.set', { dataset: 'goods', steps: [{ step: 'derive', version: 1, params: { column: 'qty', expression: 'qty * 2' } }] });
  expect(await shop.client.call('checks.run', { dataset: 'goods' })).toMatchObject([{ state: 'fails', failing: 1 }, { state: 'passes' }]);
  expect(await waiting()).toBe(1);
  expect(await shop.client.call('datasets.page', { dataset: 'goods', view: 'failing', check: 0 })).toMatchObject({ total: 1 });
  await shop.client.call('history.undo', {});
  expect(await waiting()).toBe(0);
  await shop.client.call('history.undo', {});
  expect(await shop.client.call('checks.run', { dataset: 'goods' })).toEqual([]);
  await expect(shop.client.call('checks.set', { dataset: 'goods', rules: [{ check: 'nope', severity: 'error', params: {} }] })).rejects.toThrow('There is no check nope');
});

test('what a large table breaks is told when the workspace is opened again, without building it', async () => {
  const lines = Array.from({ length: 200_001 }, (_, i) => `${i},${i % 7}`).join('\n');
  fs.writeFileSync(path.join(shop.folder, 'many.csv'), `no,qty\n${lines}\n`);
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(shop.folder, 'many.csv') } }] });
  const rules = [{ check: 'range', severity: 'error' as const, params: { column: 'qty', high: '5' } }];
  expect(await shop.client.call('checks.set', { dataset: 'many', rules })).toMatchObject([{ state: 'fails', failing: 28_571 }]);
  const { path: file } = (await shop.client.call('workspace.info', {})) ?? { path: '' };
  await shop.client.call('workspace.close', {});
  await shop.client.call('workspace.open', { path: file });
  expect(await waiting()).toBe(1);
  expect(await shop.client.call('checks.run', { dataset: 'many' })).toMatchObject([{ state: 'fails', failing: 28_571 }]);
});

test('how good a table is: filled, unique by the key of its kind, readable, held to its rules, in time; what nobody knows is left out', async () => {
  const quality = (dataset: string) => shop.client.call('datasets.quality', { dataset });
  const qualityOf = async (dataset: string) => Object.fromEntries((await quality(dataset)).map(({ id, share }) => [id, share]));
  expect(await qualityOf('goods')).toEqual({ complete: 1, valid: 1 });
  const orders = csv(
    '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
    '1001,anna,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,浙江省 杭州市',
    '1002,ben,x,0,60,交易成功,2025-06-02 10:00:00,,上海',
  );
  fs.writeFileSync(path.join(shop.folder, 'sold.csv'), orders);
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(shop.folder, 'sold.csv') } }] });
  await shop.client.call('checks.set', {
    dataset: 'sold',
    rules: [
      { check: 'unique', severity: 'error', params: { columns: ['订单编号'] } },
      { check: 'filled', severity: 'error', params: { columns: ['订单付款时间'] } },
    ],
  });
  // One cell of eighteen is refused and so empty, another was left empty. Days that went by are a share of nothing.
  expect(await qualityOf('sold')).toEqual({ complete: 1 - 2 / 18, unique: 1, valid: 1 - 1 / 18, consistent: 0.5, 'on-time': null });
  const nextFile = async () => (await quality('sold')).find(({ id }) => id === 'on-time');
  const dayAgo = Math.floor((Date.now() - Date.UTC(2025, 5, 2)) / 86_400_000);
  await shop.client.call('import.expect', { dataset: 'sold', every: 7 });
  expect(await nextFile()).toMatchObject({
    isPoor: true,
    said: { en: `overdue by ${dayAgo - 7} days`, zh: `已逾期 ${dayAgo - 7} 天` },
    detail: { en: `Its last day is 2025-06-02, ${dayAgo} days ago; a file is expected every 7 days` },
  });
});

test('a file that is not due yet is said to be so', async () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  fs.writeFileSync(path.join(shop.folder, 'traffic.csv'), csv('day,visitors', ...[3, 2, 1, 0].map((ago) => `${day(ago)},${ago}`)));
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(shop.folder, 'traffic.csv') } }] });
  const found = (await shop.client.call('datasets.quality', { dataset: 'traffic' })).find(({ id }) => id === 'on-time');
  expect(found).toMatchObject({ share: null, isPoor: false, said: { en: 'not due yet', zh: '未到期' } });
});
