import { expect, test } from 'vitest';
import type { DatasetMapping } from '#contract/model';
import { firstPair } from './firstPair.ts';

const mapped = (dataset: string, entity: string, platform: string): DatasetMapping => ({
  dataset,
  entity,
  mapping: { entity, from: dataset, fields: { platform: { const: platform } } },
  matches: [],
  columns: [],
  missing: [],
  byUser: false,
});
const ids = (...names: string[]) => names.map((id) => ({ id }));

test('lines and orders of one platform come first', () => {
  const model = [mapped('shopify', 'orders', 'shopify'), mapped('shopify', 'order_lines', 'shopify'), mapped('items', 'order_lines', 'tmall'), mapped('orders', 'orders', 'tmall')];
  expect(firstPair(ids('shopify', 'traffic', 'items', 'orders'), model)).toEqual(['items', 'orders']);
});

test('else the first two tables', () => expect(firstPair(ids('a', 'b', 'c'), [mapped('a', 'orders', 'jd')])).toEqual(['a', 'b']));

test('one table has no partner', () => expect(firstPair(ids('a'), [])).toEqual(['a', '']));
