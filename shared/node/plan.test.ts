import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { PlanDocument } from '#contract/documents';
import { type TestShop, testShop } from './testing.ts';

const SAMPLE = path.resolve('out/resources/sample');
const shops: TestShop[] = [];
afterEach(() => {
  for (const shop of shops.splice(0)) shop.stop();
});

async function open(): Promise<TestShop> {
  const shop = await testShop({});
  shops.push(shop);
  return shop;
}
const run = async (shop: TestShop, plan: PlanDocument) => (await shop.client.call('plan.run', { plan, folder: shop.folder })).tableHash;

// Files of every platform: CSV in GBK, workbooks of several sheets, several files a table.
test.skipIf(!fs.existsSync(SAMPLE))(
  'the sample shop as a plan gives the same tables and the same sales',
  async () => {
    const shop = await open();
    const files = fs
      .readdirSync(SAMPLE)
      .filter((name) => /\.(csv|xlsx|xls)$/.test(name))
      .map((name) => ({ source: { kind: 'path' as const, path: path.join(SAMPLE, name) } }));
    await shop.client.call('import.run', { files });
    await shop.client.call('model.accept', {});
    const [dataset] = await shop.client.call('datasets.list', {});
    const id = dataset?.id ?? '';
    const branch = await shop.client.call('datasets.branch', { dataset: id, name: 'further' });
    await shop.client.call('recipe.set', { dataset: branch.id, steps: [{ step: 'row-number', version: 1, params: { name: 'no' } }] });
    const hashes = await run(shop, { version: 1 });
    const sales = 'SELECT count(*), sum(paid_amount) FROM orders';
    const file = path.join(shop.folder, 'plan.json');
    await shop.client.call('plan.export', { target: { kind: 'path', path: file } });

    const other = await open();
    expect(await run(other, JSON.parse(fs.readFileSync(file, 'utf8')) as PlanDocument)).toEqual(hashes);
    expect(await other.query(sales)).toEqual(await shop.query(sales));
    expect(Object.keys(hashes).length).toBeGreaterThan(5);
  },
  120_000,
);

test('codes in the place of people differ between workspaces, the hashes of the tables do not', async () => {
  const columns = 'name,sum';
  const codesOf = async (phone: string) => {
    const shop = await open();
    fs.writeFileSync(path.join(shop.folder, 'people.csv'), `${columns}\n${phone},5\nben@shop.example,7\n`);
    const hashes = await run(shop, {
      version: 1,
      import: [{ files: ['people.csv'], into: 'people' }],
      recipes: { people: { steps: [{ step: 'mask', version: 1, params: { columns: ['name'], how: 'code' } }] } },
      branches: [{ from: 'people', into: 'further' }],
    });
    return { hashes, codes: await shop.query('SELECT name FROM people') };
  };
  const [first, second, another] = [await codesOf('anna@shop.example'), await codesOf('anna@shop.example'), await codesOf('cara@shop.example')];
  expect(first.codes).not.toEqual(second.codes);
  expect(first.hashes).toEqual(second.hashes);
  expect(first.hashes['people']).not.toBe(another.hashes['people']);
  expect(Object.keys(first.hashes)).toEqual(['people', 'further']);
});
