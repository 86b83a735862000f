import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { type TestShop, testShop } from './testing.ts';

// Cells of large tables are fetched from the store when a step asks how they stood in the file.
let shop: TestShop;
const ROWS = 100_000;
const paid = (row: number) => (row % 1000 === 7 ? '¥1.2万' : `¥${row % 97}.50`);
beforeAll(async () => {
  const lines = Array.from({ length: ROWS }, (_, row) => `2025/3/${1 + (row % 28)} 8:05,${paid(row)},${row % 3 === 0 ? 'yes' : 'no'}`);
  shop = await testShop({ 'large.csv': ['at,paid,ok', ...lines, ''].join('\n') });
});
afterAll(() => shop.stop());

it('reads them as another type, also behind a filter, and after the workspace was opened anew', async () => {
  expect(await shop.query('SELECT min(paid), count(DISTINCT at), max(ok) FROM large')).toEqual([[5000, 28, 1]]);
  const steps: RecipeStep[] = [
    { step: 'filter-rows', version: 1, params: { condition: 'ok' } },
    { step: 'set-type', version: 1, params: { column: 'paid', type: 'text' } },
    { step: 'set-type', version: 1, params: { column: 'at', type: 'text' } },
  ];
  const texts = async () => [...(await shop.query('SELECT at, paid FROM large ORDER BY _row LIMIT 2')), ...(await shop.query("SELECT 'thousands', count(*) FROM large WHERE paid = '¥1.2万'"))];
  const expected = [
    ['2025/3/1 8:05', '¥0.50'],
    ['2025/3/4 8:05', '¥3.50'],
    ['thousands', 33],
  ];
  await shop.client.call('recipe.set', { dataset: 'large', steps });
  expect(await texts()).toEqual(expected);
  await shop.client.call('history.undo', {});
  expect(await shop.query('SELECT min(paid) FROM large')).toEqual([[5000]]);
  await shop.client.call('workspace.close', {});
  await shop.client.call('workspace.open', { path: path.join(shop.folder, 'test.suanpan') });
  await shop.client.call('recipe.set', { dataset: 'large', steps });
  expect(await texts()).toEqual(expected);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});
