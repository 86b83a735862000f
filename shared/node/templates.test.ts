import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { csv, testShop } from './testing.ts';

const FILE = csv('Bestellung Nr.,Kunde,Datum,Betrag,Menge', 'A-1,k1,2025-06-01,10.50,1', 'A-2,k2,2025-06-02,20.00,2', 'A-3,k1,2025-06-03,5.25,1');
const MAPPING = { entity: 'orders', from: 'bestellungen', fields: { platform_order_id: 'Bestellung Nr.', buyer_ref: 'Kunde', placed_at: 'Datum', paid_amount: 'Betrag' } };

test('a layout is taught once, exported, and known in another workspace', async () => {
  const home = await testShop({ 'bestellungen.csv': FILE });
  const other = await testShop({});
  try {
    const { entities } = await home.client.call('model.get', {});
    expect(entities.length).toBeGreaterThan(0);
    await home.client.call('model.set', { mapping: { version: 1, entities: [MAPPING] } });
    await expect(home.client.call('templates.learn', { dataset: 'bestellungen', title: 'Hofladen', key: ['nowhere'] })).rejects.toMatchObject({ info: { code: 'missing-column' } });
    const [template] = await home.client.call('templates.learn', { dataset: 'bestellungen', title: 'Hofladen', key: ['Bestellung Nr.'] });
    expect(template).toMatchObject({ title: 'Hofladen', naturalKey: ['Bestellung Nr.'], entities: [{ entity: 'orders', fields: MAPPING.fields }] });
    // The next file of the kind goes into the same table, by its new key.
    const july = path.join(home.folder, 'juli.csv');
    fs.writeFileSync(july, csv('Bestellung Nr.,Kunde,Datum,Betrag,Menge', 'A-3,k1,2025-06-03,5.25,1', 'A-4,k3,2025-07-01,7.00,1'));
    expect((await home.client.call('import.run', { files: [{ source: { kind: 'path', path: july } }] }))[0]).toMatchObject({ dataset: 'bestellungen', rowsNew: 1, rowsUnchanged: 1 });
    await home.client.call('history.undo', {});
    const document = path.join(home.folder, 'hofladen.json');
    await home.client.call('templates.export', { id: template?.id ?? '', target: { kind: 'path', path: document } });

    expect(await other.client.call('templates.import', { source: { kind: 'path', path: document } })).toEqual([template]);
    const file = path.join(other.folder, 'irgendwas.csv');
    fs.writeFileSync(file, FILE);
    const source = { kind: 'path', path: file } as const;
    expect((await other.client.call('import.inspect', { source })).tables[0]?.template).toMatchObject({ id: template?.id, report: { en: 'Hofladen' } });
    await other.client.call('import.run', { files: [{ source }] });
    expect(await other.query('SELECT count(*), sum(sales_amount) FROM orders')).toEqual(await home.query('SELECT count(*), sum(sales_amount) FROM orders'));
    // The key holds for the next file: the same order, changed, is no new row.
    fs.writeFileSync(file, csv('Bestellung Nr.,Kunde,Datum,Betrag,Menge', 'A-1,k1,2025-06-01,11.00,1'));
    expect((await other.client.call('import.run', { files: [{ source }] }))[0]).toMatchObject({ rowsNew: 0, rowsUpdated: 1 });
    await other.client.call('templates.forget', { id: template?.id ?? '' });
    expect(await other.client.call('templates.list', {})).toEqual([]);
  } finally {
    home.stop();
    other.stop();
  }
});

test('a layout that is taught again takes the place of the first, and its next file still knows its table', async () => {
  const shop = await testShop({ '库存_2025-06.csv': csv('编码,名称,现存', 'x1,杯子,3', 'x2,碗,5') });
  try {
    const [first] = await shop.client.call('templates.learn', { dataset: '库存', title: '盘点', key: [] });
    const taught = await shop.client.call('templates.learn', { dataset: '库存', title: '仓库盘点', key: ['编码'] });
    expect(taught.map(({ id, title, naturalKey }) => [id, title, naturalKey])).toEqual([[first?.id, '仓库盘点', ['编码']]]);
    const next = path.join(shop.folder, '库存_2025-07.csv');
    fs.writeFileSync(next, csv('编码,名称,现存', 'x1,杯子,9', 'x3,勺,1'));
    expect((await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: next } }] }))[0]).toMatchObject({ dataset: '库存', rowsNew: 1, rowsUpdated: 1 });
  } finally {
    shop.stop();
  }
});

test('a layout that comes as a file is that of the tables that are there, and of one that was taught here', async () => {
  const shop = await testShop({ 'bestellungen.csv': FILE });
  try {
    const document = path.join(shop.folder, 'hofladen.json');
    const columns = ['Bestellung Nr.', 'Kunde', 'Datum', 'Betrag', 'Menge'];
    const { from: _from, ...entity } = MAPPING;
    const template = {
      version: 1,
      id: 'taught_hofladen',
      title: 'Hofladen',
      platform: 'other',
      requires: columns,
      naturalKey: ['Bestellung Nr.'],
      types: { Betrag: 'money' },
      timeZone: 'Europe/Berlin',
      entities: [entity],
    };
    const bring = async (changes: object) => {
      fs.writeFileSync(document, JSON.stringify({ ...template, ...changes }));
      return (await shop.client.call('templates.import', { source: { kind: 'path', path: document } })).map(({ id, title }) => [id, title]);
    };
    expect(await bring({})).toEqual([['taught_hofladen', 'Hofladen']]);
    expect(await bring({ id: 'taught_anders', title: 'Hofladen neu' })).toEqual([['taught_hofladen', 'Hofladen neu']]);
    const next = path.join(shop.folder, 'irgendwas.csv');
    fs.writeFileSync(next, csv(columns.join(','), 'A-1,k1,2025-06-01,11.00,1', 'A-9,k9,2025-07-01,9.00,1'));
    expect((await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: next } }] }))[0]).toMatchObject({ dataset: 'bestellungen', rowsNew: 1, rowsUpdated: 1 });
    expect(await shop.query('SELECT count(*), sum(sales_amount) FROM orders')).toEqual([[4, 452_500]]);
  } finally {
    shop.stop();
  }
});

test.each<[string, unknown]>([
  ['no JSON', 'hello'],
  ['another version', { version: 2 }],
  ['a type that is none', { version: 1, id: 'x', title: 'x', platform: 'other', requires: ['a'], naturalKey: [], types: { a: 'evil' }, timeZone: null, entities: [] }],
  ['a key that is no column', { version: 1, id: 'x', title: 'x', platform: 'other', requires: ['a'], naturalKey: ['b'], types: {}, timeZone: null, entities: [] }],
])('%s is no template', async (_name, document) => {
  const shop = await testShop({});
  try {
    const file = path.join(shop.folder, 't.json');
    fs.writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
    await expect(shop.client.call('templates.import', { source: { kind: 'path', path: file } })).rejects.toMatchObject({ info: { code: 'invalid-document' } });
  } finally {
    shop.stop();
  }
});
