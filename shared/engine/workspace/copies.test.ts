import { expect, test } from 'vitest';
import { inOrderOfDownload } from './copies.ts';

const order = (...names: string[]) => inOrderOfDownload(names.map((name) => ({ name }))).map(({ name }) => name);

test('later downloads of a file are imported behind the earlier ones', () => {
  expect(order('orders (1).csv', 'orders.csv')).toEqual(['orders.csv', 'orders (1).csv']);
  expect(order('a.csv', 'orders(10).csv', 'orders(2).csv', 'b.csv', 'Orders.csv')).toEqual(['a.csv', 'Orders.csv', 'orders(2).csv', 'orders(10).csv', 'b.csv']);
  // A year in brackets is no copy; other files stay as they were given.
  expect(order('b.csv', 'a (2024).csv', 'a.csv')).toEqual(['b.csv', 'a (2024).csv', 'a.csv']);
});
