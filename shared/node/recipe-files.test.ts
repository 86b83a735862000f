import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { csv, testShop } from './testing.ts';

const STEPS = [{ step: 'derive', version: 1, params: { column: 'double', expression: 'qty * 2' } }];

test('a recipe goes into a file and out of it, and follows other names', async () => {
  const shop = await testShop({ 'may.csv': csv('sku,qty', 'a,1'), 'june.csv': csv('code,pieces', 'b,2') });
  try {
    const { client, folder } = shop;
    await client.call('recipe.set', { dataset: 'may', steps: STEPS });
    const file = path.join(folder, 'may.recipe.json');
    expect(await client.call('recipe.export', { dataset: 'may', target: { kind: 'path', path: file } })).toMatchObject({ rows: 1 });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual({ version: 1, steps: STEPS });
    const { steps } = await client.call('recipe.read', { source: { kind: 'path', path: file } });
    expect(steps).toEqual(STEPS);
    expect((await client.call('recipe.set', { dataset: 'june', steps: [...steps], dryRun: true })).needs?.missing).toEqual([{ position: 1, column: 'qty' }]);
    const followed = await client.call('recipe.follow', { steps, names: { qty: 'pieces' } });
    expect(followed).toEqual([{ step: 'derive', version: 1, params: { column: 'double', expression: '[pieces] * 2' } }]);
    await client.call('recipe.set', { dataset: 'june', steps: followed });
    expect(await shop.query('SELECT double FROM june')).toEqual([[4]]);
    await client.call('history.undo', {});
    expect((await client.call('recipe.get', { dataset: 'june' })).steps).toEqual([]);
  } finally {
    shop.stop();
  }
});

test.each<[string, string]>([
  ['no JSON', 'hello'],
  ['a list', '[]'],
  ['another version', '{"version":2,"steps":[]}'],
  ['no steps', '{"version":1}'],
  ['a step without a name', '{"version":1,"steps":[{"params":{}}]}'],
])('%s is no recipe', async (_name, text) => {
  const shop = await testShop({});
  try {
    const file = path.join(shop.folder, 'x.json');
    fs.writeFileSync(file, text);
    await expect(shop.client.call('recipe.read', { source: { kind: 'path', path: file } })).rejects.toMatchObject({ info: { code: 'invalid-document' } });
  } finally {
    shop.stop();
  }
});
