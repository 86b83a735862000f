import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({ 'goods.csv': csv('sku,name,qty', 'a,Cup,1', 'b,cup,2', 'c,Bowl,3', 'd,,4') });
});
afterEach(() => shop.stop());

const STEPS: readonly RecipeStep[] = [
  { step: 'filter-rows', version: 1, params: { condition: 'qty > 1' } },
  { step: 'derive', version: 1, params: { column: 'twice', expression: 'qty * 2' } },
  { step: 'fill', version: 1, params: { columns: ['name'], how: 'down' } },
  { step: 'tidy-text', version: 1, params: { columns: ['name'], case: 'lower' } },
  { step: 'sort-rows', version: 1, params: { columns: ['qty'], descending: true } },
  { step: 'aggregate', version: 1, params: { columns: ['name'], values: [['sum', 'qty', 'qty']] } },
];

test('undo to the start and redo to the end give the tables that were there', async () => {
  const hash = async () => (await shop.client.call('plan.run', { plan: { version: 1 }, folder: '.' })).tableHash['goods'];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.constantFrom(...STEPS), { maxLength: 4 }), { minLength: 1, maxLength: 5 }), async (recipes) => {
      const hashes = [await hash()];
      expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
      let operations = 0;
      for (const steps of recipes) {
        const { cursor } = await shop.client.call('history.list', {});
        await shop.client.call('recipe.set', { dataset: 'goods', steps });
        // A recipe that is the same already is no operation.
        if ((await shop.client.call('history.list', {})).cursor === cursor) continue;
        operations++;
        hashes.push(await hash());
      }
      for (let n = operations; n > 0; n--) {
        expect(await hash()).toBe(hashes[n]);
        await shop.client.call('history.undo', {});
      }
      expect(await hash()).toBe(hashes[0]);
      for (let n = 1; n <= operations; n++) {
        await shop.client.call('history.redo', {});
        expect(await hash()).toBe(hashes[n]);
      }
      expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
    }),
    { numRuns: 12 },
  );
});
