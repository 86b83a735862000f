import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangesView } from '#contract/changes';
import type { RecipeStep } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
let now = '2026-05-01 10:00:00';
const FIRST = Array.from({ length: 30 }, (_, i) => `A${100 + i},Buyer ${i},paid,${i + 0.5}`);

beforeEach(async () => {
  now = '2026-05-01 10:00:00';
  shop = await testShop({}, { now: () => now });
  await bring('goods.csv', ...FIRST);
});
afterEach(() => shop.stop());

const recipe = (...steps: RecipeStep[]) => shop.client.call('recipe.set', { dataset: 'goods', steps });
const filter: RecipeStep = { step: 'filter-rows', version: 1, params: { condition: 'paid > 2' } };
const moments = () => shop.client.call('changes.moments', { dataset: 'goods' });
const compare = (n: number, key = ['no']) => shop.client.call('changes.compare', { dataset: 'goods', n, key });
const counts = ({ added, removed, changed, same }: Awaited<ReturnType<typeof compare>>) => [added, removed, changed, same];
const view = async (n: number, name: ChangesView, reveal = false) => {
  const page = await shop.client.call('changes.page', { dataset: 'goods', n, key: ['no'], view: name, reveal });
  return { total: page.total, rows: Array.from({ length: page.total }, (_, row) => page.columns.map(({ values }) => values[row])), before: page.before };
};
async function bring(name: string, ...lines: string[]): Promise<void> {
  fs.writeFileSync(path.join(shop.folder, name), csv('no,buyer,state,paid', ...lines));
  await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(shop.folder, name) }, options: { types: { paid: 'money' } } }], into: 'goods' });
}

describe('what changed in a table', () => {
  test('since an import: rows of files and steps of that time against those of now', async () => {
    await recipe(filter);
    now = '2026-05-09 10:00:00';
    await bring('more.csv', 'B1,Zoe,paid,70', 'B2,Yan,paid,80');
    const list = await moments();
    expect(list.moments.map(({ n, imported }) => [n, imported])).toEqual([
      [4, true],
      [3, false],
      [2, true],
    ]);
    expect([list.lastImport, list.week]).toEqual([3, 3]);
    const reply = await compare(3);
    expect(counts(reply)).toEqual([2, 0, 0, 28]);
    expect(reply.columns.map(({ name, sumThen, sumNow }) => [name, sumThen === null ? null : (sumNow ?? 0) - sumThen]).at(-1)?.[0]).toBe('paid');
    expect((await view(3, 'added')).rows.map(([no, buyer]) => [no, buyer])).toEqual([
      ['B1', 'Z***'],
      ['B2', 'Y***'],
    ]);
    expect((await view(3, 'added', true)).rows[0]?.[1]).toBe('Zoe');
    // Before the filter was set two rows more were there.
    expect(counts(await compare(2))).toEqual([2, 2, 0, 28]);
    expect((await view(2, 'removed')).rows.map(([no]) => no)).toEqual(['A100', 'A101']);
  });

  test('since steps changed: cells then and now, column by column', async () => {
    await recipe({ step: 'derive', version: 1, params: { column: 'net', expression: 'paid * 2' } }, { step: 'replace-values', version: 1, params: { column: 'state', values: [['paid', 'done']] } });
    const reply = await compare(2);
    expect(reply.columns.map(({ name, state, changed }) => [name, state, changed])).toEqual([
      ['no', 'same', 0],
      ['buyer', 'same', 0],
      ['state', 'same', 30],
      ['paid', 'same', 0],
      ['net', 'added', 0],
    ]);
    const { total, rows, before } = await view(2, 'changed');
    expect([total, rows[0]?.[2], before?.find(({ name }) => name === 'state')?.values[0]]).toEqual([30, 'done', 'paid']);
    expect(before?.some(({ name }) => name === 'net')).toBe(false);
    await shop.client.call('history.undo', {});
    expect(counts(await compare(2))).toEqual([0, 0, 0, 30]);
  });

  test('by all cells where there is no key, and keys are proposed', async () => {
    const list = await moments();
    expect(list.key).toEqual([]);
    expect(list.suggested[0]).toEqual({ columns: ['no'], share: 1 });
    await recipe({ step: 'replace-values', version: 1, params: { column: 'state', values: [['paid', 'done']] } });
    expect(counts(await compare(2, []))).toEqual([30, 30, 0, 0]);
  });

  test('before the table was there: said plainly, and since when it is', async () => {
    expect((await moments()).week).toBeNull();
    expect((await moments()).lastImport).toBeNull();
    await expect(compare(1)).rejects.toThrow(/was not there yet/);
  });

  test('as a file, masked unless revealed', async () => {
    await bring('more.csv', 'B1,Zoe,paid,70');
    await recipe({ step: 'filter-rows', version: 1, params: { condition: "no <> 'A100'" } }, { step: 'edit-cells', version: 1, params: { cells: ['1\t3\tstate\tlost'] } });
    const target = { kind: 'path', path: path.join(shop.folder, 'changes.csv') } as const;
    const reply = await shop.client.call('changes.export', { dataset: 'goods', n: 2, key: ['no'], target, lang: 'en' });
    expect(reply.rows).toBe(3);
    expect(fs.readFileSync(target.path, 'utf8').replace('\ufeff', '').split('\r\n')).toEqual([
      'change,no,buyer,state,paid,state (before)',
      'added,B1,Z***,paid,70.0000,',
      'removed,A100,B***,paid,0.5000,',
      'changed,A101,B***,lost,1.5000,paid',
      '',
    ]);
  });

  test('a file that was read again is compared as it was read then', async () => {
    await shop.client.call('import.reread', { source: 1, options: { types: { paid: 'text' } } });
    const reply = await compare(2);
    expect(reply.columns.find(({ name }) => name === 'paid')).toMatchObject({ state: 'retyped', typeNow: 'text' });
    expect(counts(reply).slice(0, 2)).toEqual([0, 0]);
  });

  test('columns that a step renamed are the same columns, also as the key, and people in them stay masked', async () => {
    const names = [
      ['no', 'order'],
      ['buyer', 'who'],
    ];
    await recipe({ step: 'rename-columns', version: 1, params: { names } }, { step: 'filter-rows', version: 1, params: { condition: "order <> 'A100'" } });
    const reply = await compare(2, ['order']);
    expect(counts(reply)).toEqual([0, 1, 0, 29]);
    expect(reply.columns.map(({ name, nameThen, state }) => [name, nameThen, state])).toEqual([
      ['order', 'no', 'same'],
      ['who', 'buyer', 'same'],
      ['state', null, 'same'],
      ['paid', null, 'same'],
    ]);
    const page = await shop.client.call('changes.page', { dataset: 'goods', n: 2, key: ['order'], view: 'removed' });
    expect(page.columns.map(({ name, values }) => [name, values[0]]).slice(0, 2)).toEqual([
      ['order', 'A100'],
      ['who', 'B***'],
    ]);
  });

  test('the key of the files is known under its new name', async () => {
    await shop.client.call('templates.learn', { dataset: 'goods', title: 'Goods', key: ['no'] });
    expect((await moments()).key).toEqual(['no']);
    await recipe({ step: 'rename-columns', version: 1, params: { names: [['no', 'order']] } });
    expect((await moments()).key).toEqual(['order']);
    await recipe({ step: 'remove-columns', version: 1, params: { columns: ['no'] } });
    expect((await moments()).key).toEqual([]);
  });

  test('a version whose name was forgotten is no longer told by it', async () => {
    await recipe(filter);
    await shop.client.call('recipe.save-version', { dataset: 'goods', name: 'June' });
    expect((await moments()).moments.map(({ name }) => name)).toEqual(['June', null, null]);
    await shop.client.call('recipe.forget-version', { dataset: 'goods', version: 'saved:1' });
    expect((await moments()).moments.map(({ name }) => name)).toEqual([null, null]);
  });

  test('a table that goes on from another one changes with it', async () => {
    const made = await shop.client.call('datasets.branch', { dataset: 'goods', name: 'rest' });
    await recipe(filter);
    const list = await shop.client.call('changes.moments', { dataset: made.id });
    expect(list.moments.map(({ n }) => n)).toEqual([4, 3]);
    const reply = await shop.client.call('changes.compare', { dataset: made.id, n: 3, key: ['no'] });
    expect([reply.removed, reply.past.rows, reply.rows]).toEqual([2, 30, 28]);
  });
});
