import { expect, test } from 'vitest';
import { keyOf, usedKey } from './key-of.ts';

const items = (...names: string[]) => ({ template: 'taobao-items', naturalKey: ['订单编号', '子订单编号'], types: Object.fromEntries(names.map((name) => [name, 'text' as const])) });

test.each([
  ['all of it', items('订单编号', '子订单编号', '标题'), ['订单编号', '子订单编号']],
  ['what is there where lines have no number', items('订单编号', '标题'), ['订单编号']],
  ['nothing where orders have none', items('子订单编号', '标题'), []],
  ['nothing where a key that a person chose is not whole', { ...items('订单编号'), keyBy: 'user' as const }, []],
])('the key that a table has: %s', (_, origin, columns) => {
  expect(usedKey(origin)).toEqual(columns);
});

test('what a template knows of its key does not hold for one that a person chose', () => {
  expect(keyOf(items())).toMatchObject({ ofLines: ['子订单编号'], isUnique: true });
  expect(keyOf({ ...items(), keyBy: 'user' })).toMatchObject({ ofLines: [], isUnique: false });
  expect(keyOf({ template: 'shopify-orders', naturalKey: ['Name', 'Lineitem name', 'Lineitem sku'] })).toMatchObject({ ofLines: ['Lineitem name', 'Lineitem sku'], orderId: 'Id', isUnique: false });
});
