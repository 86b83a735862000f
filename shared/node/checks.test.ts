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
