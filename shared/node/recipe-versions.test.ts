import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({ 'goods.csv': csv('sku,name', 'a,Cup', 'b,Bowl', 'c,Plate') });
});
afterEach(() => shop.stop());

const filter = (condition: string): RecipeStep => ({ step: 'filter-rows', version: 1, params: { condition } });
const set = (...steps: RecipeStep[]) => shop.client.call('recipe.set', { dataset: 'goods', steps });
const versions = () => shop.client.call('recipe.versions', { dataset: 'goods' });
const rows = () => shop.query('SELECT sku FROM goods').then((list) => list.map(([cell]) => cell));

test('every change of the recipe is a version, and one can be gone back to as one change', async () => {
  await set(filter("sku <> 'a'"));
  await set(filter("sku <> 'b'"));
  const list = await versions();
  expect(list.map(({ id, title, steps, current }) => [id, title.en, steps, current])).toEqual([
    ['change:4', 'Keep rows changed', 1, true],
    ['change:3', 'Keep rows', 1, false],
    ['change:2', list[2]?.title.en, 0, false],
  ]);
  const difference = await shop.client.call('recipe.difference', { dataset: 'goods', version: 'change:3' });
  expect(difference.changes.map(({ before, after, params }) => [before, after, params[0]?.before?.en, params[0]?.after?.en])).toEqual([[1, 1, "sku <> 'a'", "sku <> 'b'"]]);
  const reply = await shop.client.call('recipe.go-back', { dataset: 'goods', version: 'change:3' });
  expect(reply.steps[0]?.step.params).toEqual({ condition: "sku <> 'a'" });
  expect(await rows()).toEqual(['b', 'c']);
  await shop.client.call('history.undo', {});
  expect(await rows()).toEqual(['a', 'c']);
});

test('a version with a name outlives a restart and the changes it came from', async () => {
  await set(filter("sku <> 'a'"));
  await shop.client.call('recipe.save-version', { dataset: 'goods', name: ' Before June ' });
  await set();
  await shop.client.call('workspace.close', {});
  await shop.client.call('workspace.open', { path: path.join(shop.folder, 'test.suanpan') });
  const saved = (await versions()).find(({ name }) => name !== null);
  expect([saved?.id, saved?.name, saved?.current]).toEqual(['saved:1', 'Before June', false]);
  await shop.client.call('recipe.go-back', { dataset: 'goods', version: 'saved:1' });
  expect(await rows()).toEqual(['b', 'c']);
  expect((await shop.client.call('history.list', {})).operations.at(-1)?.title.en).toBe('goods: back to the version “Before June”');
  await shop.client.call('recipe.forget-version', { dataset: 'goods', version: 'saved:1' });
  expect((await versions()).some(({ name }) => name !== null)).toBe(false);
  await shop.client.call('history.undo', {});
  expect((await versions()).some(({ name }) => name !== null)).toBe(true);
  await expect(shop.client.call('recipe.go-back', { dataset: 'goods', version: 'saved:9' })).rejects.toThrow(/no version/);
});

test('a table that was removed and comes again starts anew', async () => {
  await set(filter("sku <> 'a'"));
  await shop.client.call('recipe.save-version', { dataset: 'goods', name: 'old' });
  await shop.client.call('datasets.remove', { dataset: 'goods' });
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(shop.folder, 'goods.csv') } }], into: 'goods' });
  const [only, ...more] = await versions();
  expect([only?.steps, more]).toEqual([0, []]);
});

test('any two versions are compared, and their rows are counted when asked for', async () => {
  await set(filter("sku <> 'a'"));
  await set(filter("sku <> 'a'"), filter("sku <> 'b'"));
  await set();
  const difference = await shop.client.call('recipe.difference', { dataset: 'goods', version: 'change:3', until: 'change:4' });
  expect([difference.until?.id, difference.changes.map(({ before, after }) => [before, after]), difference.same]).toEqual(['change:4', [[null, 2]], 1]);
  expect((await shop.client.call('recipe.difference', { dataset: 'goods', version: 'change:3' })).until).toBeNull();
  const count = (version: string) => shop.client.call('recipe.version-rows', { dataset: 'goods', version });
  expect([await count('change:3'), await count('change:4'), await count('change:5')].map(({ rows: found }) => found)).toEqual([2, 1, 3]);
  expect(await rows()).toEqual(['a', 'b', 'c']);
  await set(filter("gone = 'x'"));
  expect((await count('change:6')).error?.en).toMatch(/^Step 1: /);
});
