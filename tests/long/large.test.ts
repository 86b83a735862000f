// Tables of half a million rows and more are not kept in memory beside what is made of them: what is asked afterwards is read back.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { testShop } from '../../shared/node/testing.ts';
import { orders as ordersOf } from '../../build/bench/orders.mjs';
import { writePinduoduo } from '../../build/bench/pinduoduo-file.mjs';

const ROWS = 500_000;

test('a large export of a platform is counted, changed by a later one, and measured as a small one', async () => {
  const shop = await testShop({});
  const file = path.join(shop.folder, 'orders.csv');
  writePinduoduo(file, ordersOf(ROWS));
  const run = async (name: string) => (await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(shop.folder, name) } }] }))[0];
  const first = await run('orders.csv');
  expect(first).toMatchObject({ rowsRead: ROWS, rowsNew: ROWS, rowsUpdated: 0 });
  const [[orders, paid] = []] = await shop.query('SELECT count(*), sum(paid_amount) FROM orders');
  expect(orders).toBe(ROWS);
  expect(await shop.query(`SELECT sum("用户实付金额(元)") FROM "${first?.dataset}"`)).toEqual([[paid]]);

  const [header, ...lines] = fs.readFileSync(file, 'utf8').slice(0, 2_000_000).split('\n');
  const later = lines.slice(0, 1000).map((line) => line.replace(/,[^,]*$/, ',退款成功'));
  fs.writeFileSync(path.join(shop.folder, 'later.csv'), [header, ...later, ''].join('\n'));
  const reply = await run('later.csv');
  expect(reply).toMatchObject({ rowsRead: 1000, rowsNew: 0 });
  expect((reply?.rowsUpdated ?? 0) + (reply?.rowsUnchanged ?? 0)).toBe(1000);
  expect(reply?.rowsUpdated).toBeGreaterThan(900);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
  shop.stop();
});
