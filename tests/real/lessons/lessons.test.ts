import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PlanDocument } from '#contract/documents';
import { type TestShop, testShop } from '#node/testing';

// Public lessons in cleaning, done by plan files; `expected.py` worked out what has to come out with pandas 1.5.3 of Debian.

const DATA = path.resolve('../shared/data');
const here = import.meta.dirname;
const expected = JSON.parse(fs.readFileSync(path.join(here, 'expected.json'), 'utf8'));
const planOf = (name: string) => JSON.parse(fs.readFileSync(path.join(here, `${name}.plan.json`), 'utf8')) as PlanDocument;

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const run = (plan: PlanDocument, folder = DATA) => shop.client.call('plan.run', { plan, folder });

describe.skipIf(!fs.existsSync(DATA))('lessons', () => {
  test('Online Retail: services out, cancellations paired with their sales, spellings of descriptions and countries made one', async () => {
    const want = expected['online-retail'];
    await run(planOf('online-retail'));
    const recipe = await shop.client.call('recipe.get', { dataset: 'retail' });
    expect(recipe.sourceRows).toBe(want.rows);
    expect(recipe.steps.map(({ state }) => state).every((state) => state === 'ok')).toBe(true);
    expect((recipe.steps[0]?.rowsBefore ?? 0) - (recipe.steps[0]?.rowsAfter ?? 0)).toBe(want.services);
    expect((recipe.steps[8]?.rowsBefore ?? 0) - (recipe.steps[8]?.rowsAfter ?? 0)).toBe(want.pairs * 2);
    const clusters = await shop.client.call('cluster.find', { dataset: 'retail', column: 'Description', method: 'fingerprint' });
    const values = clusters.flatMap(({ values: spellings, proposed }) => spellings.filter(({ text }) => text !== proposed).map(({ text }) => [text, proposed]));
    const steps = [...recipe.steps.map(({ step }) => step), { step: 'replace-values', version: 1, params: { column: 'Description', values } }];
    await shop.client.call('recipe.set', { dataset: 'retail', steps });
    expect(await shop.query('SELECT count(*), sum(Quantity), sum(amount), count(DISTINCT Description) FROM retail')).toEqual([[want.left, want.quantity, want.amount, want.descriptions]]);
    expect((await shop.query('SELECT DISTINCT Country FROM retail WHERE Country IS NOT NULL ORDER BY 1')).flat()).toEqual(want.countries);
    expect(await shop.client.call('checks.run', { dataset: 'retail' })).toMatchObject([{ state: 'passes' }, { state: 'fails' }]);

    // The workspace as a plan gives the same table elsewhere.
    const file = path.join(shop.folder, 'lesson.plan.json');
    await shop.client.call('plan.export', { target: { kind: 'path', path: file } });
    const plan = JSON.parse(fs.readFileSync(file, 'utf8')) as PlanDocument;
    const first = (await run({ version: 1 })).tableHash;
    shop.stop();
    shop = await testShop({});
    expect((await run(plan, path.dirname(file))).tableHash).toEqual(first);
  });

  test('two price lists of different columns become one table of prices', async () => {
    const want = expected['price-lists'];
    await run(planOf('price-lists'));
    const recipe = await shop.client.call('recipe.get', { dataset: 'may' });
    expect([recipe.sourceRows, (recipe.steps[0]?.rowsAfter ?? 0) - recipe.sourceRows]).toEqual(want.rows);
    expect(await shop.query('SELECT count(*), sum(price) FROM may')).toEqual([[want.prices, want.sum]]);
    expect(Object.fromEntries((await shop.query('SELECT place, sum(price) FROM may GROUP BY 1')) as [string, number][])).toEqual(want.byPlace);
  });

  test('a report of two tables on top of each other is taken apart', async () => {
    const want = expected['stacked-report'];
    await run(planOf('stacked-report'));
    const facts = async (table: string) => (await shop.query(`SELECT count(*), sum("GROSS AMT"), CAST(round(sum(PCS)) AS INTEGER) FROM "${table}"`))[0];
    expect(await facts('first')).toEqual([want.rows[0], want.gross[0], want.pieces[0]]);
    expect(await facts('second')).toEqual([want.rows[1], want.gross[1], want.pieces[1]]);
  });

  test('Olist: seven tables are joined one after the other, the fan-out is known before', async () => {
    const want = expected['olist'];
    const file = (name: string) => `olist-subset/olist_${name}_dataset.csv`;
    const names = ['orders', 'order_items', 'order_payments', 'order_reviews', 'customers', 'products', 'sellers'];
    await run({ version: 1, import: names.map((name) => ({ files: [file(name)], into: `olist_${name}` })) });
    const joins = [
      ['order_items', 'order_id'],
      ['order_payments', 'order_id'],
      ['order_reviews', 'order_id'],
      ['customers', 'customer_id'],
      ['products', 'product_id'],
      ['sellers', 'seller_id'],
    ] as const;
    let left = 'olist_orders';
    const sizes: number[] = [];
    for (const [right, key] of joins) {
      const request = { left, right: `olist_${right}`, on: { [key]: key }, how: 'left' as const, into: `with_${right}` };
      const before = await shop.client.call('join.run', { ...request, dryRun: true });
      await shop.client.call('join.run', request);
      left = request.into;
      const { rows } = await shop.client.call('recipe.get', { dataset: left });
      expect(before.rowsResult).toBe(rows);
      expect(before.warnings.length > 0).toBe(before.rowsResult > before.rowsLeft);
      sizes.push(rows);
    }
    expect(sizes).toEqual(want.rows);
  });
});
