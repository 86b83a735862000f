import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await testShop({});
});

afterEach(() => shop.stop());

async function bring(name: string, text: string, options?: ImportOptions) {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, text);
  const [reply] = await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file }, ...(options !== undefined && { options }) }] });
  if (reply === undefined) throw new Error('no reply');
  return reply;
}

const stock = (b: number) => csv('sku,name,stock', 'A,a,50', `B,b,${b}`, 'C,c,40');

test('files of a series keep their days apart, also rows that did not change', async () => {
  const first = await bring('stock_2025-06-01.csv', stock(60));
  const second = await bring('stock_2025-06-02.csv', stock(61));
  expect([first.dataset, second.dataset, second.rowsNew, second.rowsUnchanged]).toEqual([first.dataset, first.dataset, 3, 0]);
  expect(await shop.query(`SELECT file_date, sum(stock) FROM "${first.dataset}" GROUP BY 1 ORDER BY 1`)).toEqual([
    ['2025-06-01', 150],
    ['2025-06-02', 151],
  ]);
  // The file of the same day under another name, as a second download has it.
  const again = await bring('stock_2025-06-02 (1).csv', `${stock(61)}`);
  expect([again.rowsNew, again.rowsUnchanged]).toEqual([0, 3]);
  const { ok, problems } = await shop.client.call('workspace.verify', {});
  expect([ok, problems]).toEqual([true, []]);
});

const inventory = (a: number) => csv('Handle,Title,SKU,Location,Available (not editable),On hand (current)', `cup,Cup,A,Main,${a - 1},${a}`, 'cup,Cup,B,Main,4,5');

test('so does stock of a known layout, whose key takes the day in', async () => {
  const first = await bring('inventory_export_2026-05-01.csv', inventory(10));
  const second = await bring('inventory_export_2026-05-02.csv', inventory(8));
  expect([first.template, second.dataset, second.rowsNew, second.rowsUpdated, second.findings]).toEqual(['shopify-inventory', first.dataset, 2, 0, []]);
  expect(await shop.query(`SELECT file_date, sum("On hand (current)") FROM "${first.dataset}" GROUP BY 1 ORDER BY 1`)).toEqual([
    ['2026-05-01', 15],
    ['2026-05-02', 13],
  ]);
  const again = await bring('inventory_export_2026-05-02 (1).csv', inventory(7));
  expect([again.rowsNew, again.rowsUpdated, again.rowsUnchanged]).toEqual([0, 1, 1]);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

test('stock of a known layout that says no day is told, and stays when one with its day comes', async () => {
  const first = await bring('inventory_export.csv', inventory(10));
  expect(first.findings.map(({ code }) => code)).toEqual(['snapshot-undated']);
  const second = await bring('inventory_export_2026-05-02.csv', inventory(8));
  expect([second.dataset, second.rowsNew]).toEqual([first.dataset, 2]);
  expect(await shop.query(`SELECT file_date, sum("On hand (current)") FROM "${first.dataset}" GROUP BY 1 ORDER BY 1`)).toEqual([
    [null, 15],
    ['2026-05-02', 13],
  ]);
});

test('Chinese tables call it in Chinese; a row set aside is mended all the same', async () => {
  const reply = await bring('日报_20250601.csv', csv('渠道,成交,备注', '自然,50,', '直播,70,好', '付费,30,红,大'), { joinFields: 3 });
  expect(await shop.query(`SELECT 渠道, 成交, 备注, 文件日期 FROM "${reply.dataset}"`)).toEqual([
    ['自然', 50, null, '2025-06-01'],
    ['直播', 70, '好', '2025-06-01'],
    ['付费', 30, '红,大', '2025-06-01'],
  ]);
});

test.each<[string, string, string, ImportOptions | undefined]>([
  ['a table with days of its own', 'sales_2025-06-01.csv', csv('day,n', '2025-06-01,1'), undefined],
  ['a file that says no day', 'stock.csv', stock(60), undefined],
  ['a file that says two', 'stock_2025-06-01_2025-06-30.csv', stock(60), undefined],
  ['a list without numbers', 'names_2025-06-01.csv', csv('sku,name', 'A,a', 'B,b'), undefined],
  ['a table of months', 'monthly_2024-03-05.csv', csv('month,revenue', '2024-01,100', '2024-02,200'), undefined],
  ['a table of weeks', 'weekly_2024-03-05.csv', csv('w,revenue', '2024-W01,100', '2024-W02,200'), undefined],
  ['a list of orders', 'orders_2024-03-05.csv', csv('order_id,amount,status', '5001,10,paid', '5002,20,paid'), undefined],
  ['a picture', 'IMG_20190102.csv', stock(60), undefined],
  ['a product', 'sku20191231.csv', stock(60), undefined],
  ['one that was told so', 'stock_2025-06-01.csv', stock(60), { fileDay: false }],
])('%s has no such column', async (_, name, text, options) => {
  const { columns } = await bring(name, text, options);
  expect(columns.map((column) => column.name)).not.toContain('file_date');
});

test('the card says so, and leaves it out by one click', async () => {
  const file = path.join(shop.folder, 'stock_2025-06-01.csv');
  fs.writeFileSync(file, stock(60));
  const look = async (options: ImportOptions) => (await shop.client.call('import.inspect', { source: { kind: 'path', path: file }, options })).tables[0];
  const table = await look({});
  const card = table?.detections.find(({ id }) => id === 'file-day');
  // It stands in no line of the file.
  expect(table?.preview[0]?.cells).toEqual(['sku', 'name', 'stock', '']);
  expect(table?.detections.map(({ id }) => id)).not.toContain('provenance');
  expect([table?.columns.at(-1)?.name, card?.value.en, card?.choices.map(({ label, selected }) => [label.en, selected])]).toEqual([
    'file_date',
    '2025-06-01',
    [
      ['As a column', true],
      ['Leave out', false],
    ],
  ]);
  const without = await look(card?.choices[1]?.options ?? {});
  expect([without?.columns.length, without?.detections.find(({ id }) => id === 'file-day')?.value.en]).toEqual([3, 'Left out']);
});

test('each file of an archive has its own day', async () => {
  const { zipSync, strToU8 } = await import('fflate');
  const file = path.join(shop.folder, 'stock.zip');
  fs.writeFileSync(file, zipSync({ 'a/stock_2025-06-01.csv': strToU8(stock(60)), 'a/stock_2025-06-02.csv': strToU8(stock(61)) }));
  const replies = await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file } }] });
  const [dataset] = new Set(replies.map((reply) => reply.dataset));
  expect(await shop.query(`SELECT file_date, sum(stock) FROM "${dataset}" GROUP BY 1 ORDER BY 1`)).toEqual([
    ['2025-06-01', 150],
    ['2025-06-02', 151],
  ]);
});
