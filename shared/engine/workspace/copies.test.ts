import { expect, test } from 'vitest';
import { inOrderOfDownload, placeAmong } from './copies.ts';

const order = (...names: string[]) => inOrderOfDownload(names.map((name) => ({ name }))).map(({ name }) => name);

test('later downloads of a file are imported behind the earlier ones', () => {
  expect(order('orders (1).csv', 'orders.csv')).toEqual(['orders.csv', 'orders (1).csv']);
  expect(order('a.csv', 'orders(10).csv', 'orders(2).csv', 'b.csv', 'Orders.csv')).toEqual(['a.csv', 'Orders.csv', 'orders(2).csv', 'orders(10).csv', 'b.csv']);
  // A year in brackets is no copy; other files stay as they were given.
  expect(order('b.csv', 'a (2024).csv', 'a.csv')).toEqual(['b.csv', 'a (2024).csv', 'a.csv']);
});

test.each([
  ['of a later day', ['orders_20260501.csv', 'orders_20260508.csv'], 'orders_20260515.csv', 2],
  ['of an earlier day', ['orders_20260501.csv', 'orders_20260515.csv', 'orders_20260522.csv'], 'orders_20260508.csv', 1],
  ['of the same days, downloaded again', ['o 2026-05-01-2026-05-07.csv', 'o 2026-05-08-2026-05-14.csv'], 'o 2026-05-01-2026-05-07 (1).csv', 1],
  ['of another name', ['orders_20260515.csv'], 'export_20260508.csv', 1],
  ['without a day', ['orders_20260515.csv'], 'orders.csv', 1],
])('the place of a file %s', (_, names, name, place) => {
  expect(placeAmong(names, name)).toBe(place);
});
