import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const bring = async (name: string, text: string) => {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, text);
  const [reply] = await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file } }] });
  if (reply === undefined) throw new Error('no reply');
  return reply;
};

describe('next month', () => {
  test('renamed, reordered, new and lost columns go into the same table, mapped once', async () => {
    await bring('订单_2025-06.csv', csv('单号,数量,金额,备注', 'A1,1,10.00,x', 'A2,2,20.00,y'));
    const july = await bring('订单_2025-07.csv', csv('数量,单号,金额（元）,渠道', '3,B1,30.00,PC'));
    expect([july.rowsNew, july.drift]).toEqual([1, { added: ['渠道'], lost: ['备注'], renamed: [{ from: '金额（元）', to: '金额' }] }]);
    const august = await bring('订单_2025-08.csv', csv('数量,单号,金额（元）,渠道', '4,C1,40.00,PC'));
    expect(august.drift).toEqual({ added: [], lost: ['备注'], renamed: [] });
    expect(await shop.query('SELECT 单号, 数量, 金额, 备注, 渠道 FROM 订单 ORDER BY 数量')).toEqual([
      ['A1', 1, 100_000, 'x', null],
      ['A2', 2, 200_000, 'y', null],
      ['B1', 3, 300_000, null, 'PC'],
      ['C1', 4, 400_000, null, 'PC'],
    ]);
  });

  test('another kind of sheet gets a table of its own', async () => {
    await bring('a.csv', csv('sku,stock,place', 'x,1,A', 'y,2,B'));
    const other = await bring('b.csv', csv('sku,price,colour', 'x,9.99,red', 'y,8.99,blue'));
    expect([other.dataset, other.drift]).toEqual(['b', null]);
  });
});
