import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

const DATA = path.resolve('../shared/data');
const shops: TestShop[] = [];
afterEach(() => {
  for (const shop of shops.splice(0)) shop.stop();
});

async function open(files: Readonly<Record<string, string>> = {}): Promise<TestShop> {
  const shop = await testShop(files);
  shops.push(shop);
  return shop;
}

async function bring(shop: TestShop, name: string, text: string, into?: string) {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, text);
  const [reply] = await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file } }], ...(into !== undefined && { into }) });
  if (reply === undefined) throw new Error('no reply');
  return reply;
}

const ticket = (id: number, state = 'open') => `T${1000 + id},${state},room ${id % 9},${id * 3}`;
const tickets = (from: number, to: number, state?: (id: number) => string) => csv('ticket_id,state,room,minutes', ...Array.from({ length: to - from }, (_, i) => ticket(from + i, state?.(from + i))));

describe('a table that no template knows', () => {
  test('the second file brings its key: changed rows are changed, and the import says by what', async () => {
    const shop = await open({ 'week 1.csv': tickets(0, 100) });
    const reply = await bring(
      shop,
      'week 2.csv',
      tickets(20, 120, (id) => (id < 30 ? 'closed' : 'open')),
      'week_1',
    );
    expect(reply).toMatchObject({
      rowsNew: 20,
      rowsUpdated: 10,
      rowsUnchanged: 70,
      key: { used: true, proposal: { columns: ['ticket_id'], reason: { en: 'ticket_id: 100 of 100 different, 80 found again' } } },
    });
    expect(await shop.query('SELECT count(*), count(DISTINCT ticket_id) FROM week_1')).toEqual([[120, 120]]);
    expect(await shop.client.call('datasets.key', { dataset: 'week_1' })).toMatchObject({ columns: ['ticket_id'], by: 'data' });
    const { operations } = await shop.client.call('history.list', {});
    expect(operations.at(-1)?.title.en).toBe('Imported 1 file into week 1; rows told apart by ticket_id');
    // It stays the key, and is no news any more.
    const third = await bring(shop, 'week 3.csv', tickets(119, 125), 'week_1');
    expect(third).toMatchObject({ rowsNew: 5, rowsUnchanged: 1 });
    expect(third.key).toBeUndefined();
  });

  test('files that come in at once are told apart as they are one by one, also where the last has no row of those before', async () => {
    const files = { 'week 1.csv': tickets(0, 100), 'week 1 (1).csv': tickets(0, 100, (id) => (id < 3 ? 'closed' : 'open')), 'week 2.csv': tickets(100, 150) };
    const shop = await open();
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(shop.folder, name), text);
    const replies = await shop.client.call('import.run', { files: Object.keys(files).map((name) => ({ source: { kind: 'path', path: path.join(shop.folder, name) } })) });
    expect(replies.map(({ rowsNew, rowsUpdated, rowsUnchanged, key }) => [rowsNew, rowsUpdated, rowsUnchanged, key?.used])).toEqual([
      [100, 0, 0, true],
      [0, 3, 97, true],
      [50, 0, 0, true],
    ]);
    const all = await shop.client.call('datasets.list', {});
    expect(all.map(({ rows }) => rows)).toEqual([150]);
  });

  test('where the key is found with them, the file of the later day counts in whatever order they come, together or one by one', async () => {
    const dated = (day: string, to: number, state: string): readonly [string, string] => [
      `tickets_2025-06-${day}.csv`,
      csv('ticket_id,created,state,minutes', ...Array.from({ length: to }, (_, id) => `T${1000 + id},2025-06-${String(1 + (id % 9)).padStart(2, '0')} 10:00:00,${id < 10 ? state : 'open'},${id * 3}`)),
    ];
    const [early, late] = [dated('03', 100, 'open'), dated('10', 120, 'closed')];
    const states = (shop: TestShop) => shop.query('SELECT state, count(*) FROM tickets GROUP BY 1 ORDER BY 1');
    const rows = [
      ['closed', 10],
      ['open', 110],
    ];
    const together = await open();
    for (const [name, text] of [early, late]) fs.writeFileSync(path.join(together.folder, name), text);
    const replies = await together.client.call('import.run', { files: [late, early].map(([name]) => ({ source: { kind: 'path', path: path.join(together.folder, name) } })) });
    expect(replies.map(({ rowsNew, rowsUpdated, rowsUnchanged }) => [rowsNew, rowsUpdated, rowsUnchanged])).toEqual([
      [20, 10, 90],
      [100, 0, 0],
    ]);
    expect(await states(together)).toEqual(rows);
    const single = await open({ [late[0]]: late[1] });
    const second = await bring(single, ...early);
    expect([second.rowsNew, second.rowsUpdated, second.rowsUnchanged]).toEqual([0, 0, 100]);
    expect(await states(single)).toEqual(rows);
    // A key that is chosen does the same.
    const chosen = await open({ [late[0]]: late[1] });
    await bring(chosen, early[0], csv(...early[1].trim().split('\n').slice(0, 15)));
    expect(await states(chosen)).toEqual([
      ['closed', 10],
      ['open', 120],
    ]);
    await chosen.client.call('datasets.set-key', { dataset: 'tickets', columns: ['ticket_id'] });
    expect(await states(chosen)).toEqual(rows);
  });

  test('what is not certain is offered, used by one click, and undone', async () => {
    const shop = await open({ 'week 1.csv': tickets(0, 100) });
    const reply = await bring(
      shop,
      'week 2.csv',
      tickets(80, 180, (id) => (id < 85 ? 'closed' : 'open')),
      'week_1',
    );
    expect(reply).toMatchObject({ rowsNew: 85, rowsUpdated: 0, key: { used: false, proposal: { columns: ['ticket_id'], found: 20, sure: false } } });
    const rows = async () => (await shop.query('SELECT count(*) FROM week_1'))[0]?.[0];
    expect(await rows()).toBe(185);
    expect(await shop.client.call('datasets.set-key', { dataset: 'week_1', columns: ['ticket_id'] })).toMatchObject({ columns: ['ticket_id'], by: 'user' });
    expect(await rows()).toBe(180);
    await shop.client.call('history.undo', {});
    expect(await rows()).toBe(185);
    expect(await shop.client.call('datasets.key', { dataset: 'week_1' })).toMatchObject({ columns: [], by: null, proposals: [{ columns: ['ticket_id'] }] });
  });

  test('who says that there is no key is not asked again', async () => {
    const shop = await open({ 'week 1.csv': tickets(0, 100) });
    await shop.client.call('datasets.set-key', { dataset: 'week_1', columns: [] });
    const reply = await bring(
      shop,
      'week 2.csv',
      tickets(20, 120, () => 'closed'),
      'week_1',
    );
    expect(reply).toMatchObject({ rowsNew: 100, rowsUpdated: 0 });
    expect(reply.key).toBeUndefined();
  });

  test('a file that is looked at says by what its rows will be found again', async () => {
    const shop = await open({ 'week 1.csv': tickets(0, 100) });
    const file = path.join(shop.folder, 'week 2.csv');
    fs.writeFileSync(file, tickets(20, 120));
    const inspected = await shop.client.call('import.inspect', { source: { kind: 'path', path: file }, into: 'week_1' });
    expect(inspected.tables[0]?.key).toMatchObject({ columns: ['ticket_id'], found: 80, sure: true });
    const alone = await shop.client.call('import.inspect', { source: { kind: 'path', path: path.join(shop.folder, 'week 1.csv') } });
    expect(alone.tables[0]?.key).toMatchObject({ columns: ['ticket_id'], different: 100 });
  });

  test('a plan says the key, so that its files give the same table whatever portions they come in', async () => {
    const shop = await open({ 'week 1.csv': tickets(0, 100) });
    await bring(
      shop,
      'week 2.csv',
      tickets(80, 180, (id) => (id < 85 ? 'closed' : 'open')),
      'week_1',
    );
    await shop.client.call('datasets.set-key', { dataset: 'week_1', columns: ['ticket_id'] });
    const target = path.join(shop.folder, 'plan.json');
    await shop.client.call('plan.export', { target: { kind: 'path', path: target } });
    const plan = JSON.parse(fs.readFileSync(target, 'utf8')) as { keys: unknown };
    expect(plan.keys).toEqual({ week_1: ['ticket_id'] });
    const other = await open();
    await other.client.call('plan.run', { plan: plan as never, folder: shop.folder });
    expect(await other.query('SELECT count(*) FROM week_1')).toEqual([[180]]);
  });

  test('a key stays when its only file is read again; a column that is not there is refused', async () => {
    const shop = await open({ 'week 1.csv': tickets(0, 100) });
    await shop.client.call('datasets.set-key', { dataset: 'week_1', columns: ['ticket_id'] });
    const [source] = await shop.client.call('import.sources', {});
    await shop.client.call('import.reread', { source: source?.id ?? 0, options: { types: { minutes: 'text' } } });
    expect(await shop.client.call('datasets.key', { dataset: 'week_1' })).toMatchObject({ columns: ['ticket_id'], by: 'user' });
    await expect(shop.client.call('datasets.set-key', { dataset: 'week_1', columns: ['nothing'] })).rejects.toMatchObject({ info: { code: 'missing-column' } });
  });
});

describe.skipIf(!fs.existsSync(path.join(DATA, 'olist-subset')))('public data in two overlapping slices', () => {
  /** The first and the last rows of a file, as two exports, a tenth apart; every tenth row of what they share has changed. */
  function slices(file: string, change: (line: string) => string): [string, string] {
    const [header = '', ...lines] = fs.readFileSync(path.join(DATA, file), 'utf8').trimEnd().split('\n');
    const cut = Math.floor(lines.length / 10);
    return [csv(header, ...lines.slice(0, -cut)), csv(header, ...lines.slice(cut).map((line, i) => (i < lines.length - 2 * cut && i % 10 === 0 ? change(line) : line)))];
  }

  test.each([
    ['olist-subset/olist_orders_dataset.csv', (line: string) => line.replace(/,(delivered|shipped|invoiced|processing|canceled|unavailable|created|approved),/, ',lost,'), ['order_id']],
    ['olist-subset/olist_order_items_dataset.csv', (line: string) => line.replace(/,[\d.]+$/, ',0.01'), ['order_id', 'order_item_id']],
    ['olist-subset/olist_order_payments_dataset.csv', (line: string) => line.replace(/,[\d.]+$/, ',0.01'), ['order_id', 'payment_sequential']],
    ['olist-subset/olist_products_dataset.csv', (line: string) => line.replace(/,[\d.]*$/, ',1'), ['product_id']],
  ])('%s', async (file, change, columns) => {
    const [first, second] = slices(file, change);
    const shop = await open({ 'export.csv': first });
    const reply = await bring(shop, 'export 2.csv', second, 'export');
    expect(reply.key).toMatchObject({ used: true, proposal: { columns, sure: true } });
    const rows = first.split('\n').length - 2;
    const cut = reply.rowsNew;
    expect(reply.rowsUpdated).toBeGreaterThan(rows / 20);
    expect(reply.rowsUpdated + reply.rowsUnchanged).toBe(reply.rowsRead - cut);
    expect((await shop.query('SELECT count(*) FROM export'))[0]?.[0]).toBe(rows + cut);
  });

  test('Online Retail has equal lines in one invoice: no columns tell its rows apart, and the nearest are told', async () => {
    const days = fs
      .readdirSync(path.join(DATA, 'online-retail'))
      .filter((name) => name.endsWith('.csv'))
      .sort();
    const text = (from: number, to: number) => {
      const files = days.slice(from, to).map((name) =>
        fs
          .readFileSync(path.join(DATA, 'online-retail', name), 'utf8')
          .trimEnd()
          .split('\n'),
      );
      return csv(files[0]?.[0] ?? '', ...files.flatMap((lines) => lines.slice(1)));
    };
    const shop = await open({ 'sales.csv': text(0, 6) });
    const reply = await bring(shop, 'sales 2.csv', text(2, 8), 'sales');
    expect(reply.key).toBeUndefined();
    const key = await shop.client.call('datasets.key', { dataset: 'sales' });
    expect(key).toMatchObject({ columns: [], by: null, proposals: [], nearest: { columns: ['InvoiceNo', 'StockCode'] } });
    expect(key.nearest?.different).toBeLessThan(key.nearest?.rows ?? 0);
  });
});
