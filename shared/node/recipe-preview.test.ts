import { expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { testShop } from './testing.ts';

const step = (id: string, params: Record<string, unknown>): RecipeStep => ({ step: id, version: 1, params });
const SALES = ['sku,qty', ...Array.from({ length: 200_000 }, (_, i) => `SKU-${i % 9},${i % 5}`)].join('\n');

test('steps are looked at before they are taken, and while they are written', async () => {
  const shop = await testShop({ 'sales.csv': SALES });
  try {
    const { client, query } = shop;
    const steps = [step('filter-rows', { condition: '[qty] > 1' }), step('derive', { column: 'double', expression: '[qty] * 2' })];
    const page = { dataset: 'sales', steps, step: 1, limit: 2 };
    const before = await client.call('datasets.page', page);
    expect([before.total, before.columns.map(({ name }) => name)]).toEqual([120_000, ['sku', 'qty']]);
    expect(await client.call('datasets.page', { ...page, view: 'removed' })).toMatchObject({ total: 80_000 });
    expect((await client.call('datasets.profile', { dataset: 'sales', steps, step: 2 })).map(({ name }) => name)).toEqual(['sku', 'qty', 'double']);
    const dry = await client.call('recipe.set', { dataset: 'sales', steps, dryRun: true, upTo: 1 });
    expect([dry.steps.length, dry.rows]).toEqual([1, 120_000]);
    expect(await query('SELECT count(*) FROM sales')).toEqual([[200_000]]);

    await client.call('datasets.page', page);
    const order: string[] = [];
    const written = client.call('recipe.set', { dataset: 'sales', steps }).then(() => order.push('written'));
    await client.call('datasets.page', { ...page, offset: 100 }).then(() => order.push('shown'));
    await written;
    expect(order).toEqual(['shown', 'written']);
    expect(await query('SELECT count(*), sum(double) FROM sales')).toEqual([[120_000, 2 * 40_000 * (2 + 3 + 4)]]);

    // What was tried before a change says nothing of the table after it.
    await client.call('history.undo', {});
    expect(await client.call('datasets.page', { dataset: 'sales', limit: 1 })).toMatchObject({ total: 200_000 });
    expect(await client.call('datasets.page', page)).toMatchObject({ total: 120_000 });
  } finally {
    shop.stop();
  }
});
