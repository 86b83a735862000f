import fs from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import type { PlanDocument } from '#contract/documents';
import type { ArrivingTable } from '#contract/import';
import { csv, testPorts, testShop } from './testing.ts';

const MAY = csv('Sku,Style,Size,TP,MRP,Ajio,Myntra,Paytm,Flipkart,Limeroad,Snapdeal', 'A1,S,M,10,20,30,31,32,33,34,35');
const MARCH = csv('Sku,Style,Size,TP 1,TP 2,MRP,Ajio,Myntra,Paytm,Flipkart,Limeroad,Snapdeal', 'B1,S,M,11,12,22,33,34,35,36,37,38');
const STOCK = csv('Sku,left', 'A1,4');

test('where files go is told before, as the import then does it: in one batch, into tables that are there, and where the user says', async () => {
  const shop = await testShop({ 'stock.csv': STOCK });
  try {
    const { client, folder } = shop;
    const files = { 'may.csv': MAY, 'march.csv': MARCH, 'stock2.csv': csv('Sku,left', 'B1,5') };
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
    const intos: Readonly<Record<string, string>>[] = [{}, { 'march.csv': 'march' }, { 'march.csv': 'stock' }];
    for (const into of intos) {
      const sources = Object.keys(files).map((name) => ({ source: { kind: 'path' as const, path: path.join(folder, name) }, ...(into[name] !== undefined && { into: into[name] }) }));
      const tables: ArrivingTable[] = [];
      for (const request of sources) {
        const inspected = await client.call('import.inspect', request);
        for (const table of inspected.tables)
          tables.push({
            columns: table.columns.map(({ name }) => name),
            template: table.template?.id ?? null,
            shop: null,
            name: table.ownName,
            ...(request.into !== undefined && { into: request.into }),
          });
      }
      const places = await client.call('import.places', { tables });
      const replies = await client.call('import.run', { files: sources });
      const names = new Map((await client.call('datasets.list', {})).map(({ id, name }) => [id, name]));
      expect(places.map(({ dataset, drift }) => [dataset, drift])).toEqual(replies.map(({ dataset, drift }) => [names.get(dataset), drift]));
      if (into === intos[0])
        expect(places).toEqual([
          { dataset: 'may', isNew: true, drift: null, remembered: [] },
          { dataset: 'may', isNew: true, drift: { added: ['TP 1', 'TP 2'], lost: ['TP'], renamed: [] }, remembered: [] },
          { dataset: 'stock', isNew: false, drift: null, remembered: [] },
        ]);
      if (into === intos[1]) expect(places[1]).toEqual({ dataset: 'march', isNew: true, drift: null, remembered: [] });
      await client.call('history.undo', {});
    }
  } finally {
    shop.stop();
  }
});

test('each table of a workbook goes where the user says, the others where they belong; a plan does the same', async () => {
  const shop = await testShop({ 'goods.csv': csv('Sku,left', 'A1,4') });
  const other = await testShop({});
  try {
    const { client, folder } = shop;
    const book = XLSX.utils.book_new();
    const add = (name: string, rows: string[][]) => XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
    add('orders', [
      ['No', 'Name', 'Paid'],
      ['1', 'cup', '5'],
    ]);
    add('store', [
      ['Sku', 'left'],
      ['B1', '9'],
    ]);
    add('shelf', [
      ['Sku', 'left'],
      ['C1', '7'],
    ]);
    const file = path.join(folder, 'may.xlsx');
    fs.writeFileSync(file, new Uint8Array(XLSX.write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer));
    const request = { source: { kind: 'path' as const, path: file }, intoTables: { shelf: 'shelves', orders: 'sold' } };
    const inspected = await client.call('import.inspect', request);
    expect(inspected.tables.map(({ name, goesTo }) => [name, goesTo?.dataset ?? null])).toEqual([
      ['orders', null],
      ['store', 'goods'],
      ['shelf', null],
    ]);
    const replies = await client.call('import.run', { files: [request] });
    expect(replies.map(({ dataset, rowsNew }) => [dataset, rowsNew])).toEqual([
      ['sold', 1],
      ['goods', 1],
      ['shelves', 1],
    ]);
    const target = path.join(folder, 'plan.json');
    await client.call('plan.export', { target: { kind: 'path', path: target } });
    const plan = JSON.parse(fs.readFileSync(target, 'utf8')) as PlanDocument;
    expect(plan.import?.map(({ into, intoTables }) => into ?? intoTables)).toEqual(['goods', { orders: 'sold', store: 'goods', shelf: 'shelves' }]);
    await other.client.call('plan.run', { plan, folder });
    expect((await other.client.call('datasets.list', {})).map(({ id, rows }) => [id, rows])).toEqual((await client.call('datasets.list', {})).map(({ id, rows }) => [id, rows]));
  } finally {
    shop.stop();
    other.stop();
  }
});

test('of the tables of a database those come in that were chosen', async () => {
  const shop = await testShop({});
  const { loadSqlite } = await import('#engine/store/sqljs');
  const ports = testPorts();
  const { sql } = await loadSqlite(ports.files, ports.resource('sql-wasm.wasm'));
  ports.remove();
  const database = new sql.Database();
  database.run("CREATE TABLE orders (no TEXT, amount REAL); INSERT INTO orders VALUES ('A1', 5), ('A2', 6); CREATE TABLE stock (sku TEXT, n INTEGER); INSERT INTO stock VALUES ('s1', 3)");
  const file = path.join(shop.folder, 'shop.db');
  fs.writeFileSync(file, database.export());
  const source = { kind: 'path', path: file } as const;
  const card = (await shop.client.call('import.inspect', { source })).tables[0]?.detections.find(({ id }) => id === 'table');
  expect(card?.choices.map(({ label, selected }) => [label.en, selected])).toEqual([
    ['All', true],
    ['orders', false],
    ['stock', false],
  ]);
  const options = card?.choices.find(({ label }) => label.en === 'stock')?.options ?? {};
  const { tables } = await shop.client.call('import.inspect', { source, options });
  expect(tables.map(({ name }) => name)).toEqual(['stock']);
  // From there the other ones are one click away again.
  expect(tables[0]?.detections.find(({ id }) => id === 'table')?.choices.map(({ label }) => label.en)).toContain('All');
  expect(await shop.client.call('import.run', { files: [{ source, options }] })).toMatchObject([{ rowsNew: 1 }]);
  expect(await shop.client.call('import.sources', {})).toMatchObject([{ file: 'shop.db · stock', rows: 1 }]);
  shop.stop();
});

test('the long order report of Taobao with a column renamed, one more and one less belongs to the table of the week before', async () => {
  const header = (buyer: string, last: string) =>
    `订单编号,${buyer},买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货地址,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,退款金额,${last}`;
  const row = (n: number, state: string, last = 'x') => `88000000000000000${n},tb${n},5.00,0.00,5.00,5.00,${state},浙江省 杭州市,2025-06-0${n} 10:00:00,2025-06-0${n} 10:01:00,杯子,1,0.00,${last}`;
  const shop = await testShop({ 'ExportOrderList202506041012.csv': csv(header('买家会员名', '发票抬头'), row(1, '卖家已发货，等待买家确认'), row(2, '交易成功'), row(3, '交易成功')) });
  try {
    const { client, folder } = shop;
    const file = path.join(folder, 'ExportOrderList202506061012 (1).csv');
    fs.writeFileSync(file, csv(header('买家昵称', '是否88VIP'), row(1, '交易成功'), row(2, '交易成功', ''), row(4, '交易成功')));
    const [reply] = await client.call('import.run', { files: [{ source: { kind: 'path', path: file } }] });
    expect(reply).toMatchObject({ rowsNew: 1, rowsUpdated: 1, rowsUnchanged: 1, drift: { added: ['是否88VIP'], lost: ['发票抬头'], renamed: [{ from: '买家昵称', to: '买家会员名' }] } });
    expect((await client.call('datasets.list', {})).map(({ name, rows }) => [name, rows])).toEqual([['ExportOrderList', 4]]);
  } finally {
    shop.stop();
  }
});

test('a table of other columns than one of its name has a name of its own, told before', async () => {
  const shop = await testShop({ 'orders.csv': csv('no,amount', '1,5') });
  try {
    const { client, folder } = shop;
    const file = path.join(folder, 'orders_2025-06-02.csv');
    fs.writeFileSync(file, csv('place,keeper,left', 'A,Li,3'));
    expect(await client.call('import.places', { tables: [{ columns: ['place', 'keeper', 'left'], template: null, shop: null, name: 'orders' }] })).toEqual([
      { dataset: 'orders 2', isNew: true, drift: null, remembered: [] },
    ]);
    await client.call('import.run', { files: [{ source: { kind: 'path', path: file } }] });
    expect((await client.call('datasets.list', {})).map(({ name }) => name)).toEqual(['orders', 'orders 2']);
  } finally {
    shop.stop();
  }
});

test('a table without rows is not said to be filled', async () => {
  const shop = await testShop({ 'none.csv': csv('no,amount'), 'some.csv': csv('no,amount,day', '1,5,2025-06-01') });
  try {
    expect((await shop.client.call('datasets.list', {})).map(({ name, rows, quality }) => [name, rows, quality])).toEqual([
      ['none', 0, null],
      ['some', 1, 1],
    ]);
  } finally {
    shop.stop();
  }
});
