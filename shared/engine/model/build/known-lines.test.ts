import { expect, test } from 'vitest';
import { gather } from '../../table/table.ts';
import { build, pick, type Sheet, sheet } from '../../../../tests/support/model.ts';

const all = sheet(
  ['amazon-order-id', 'merchant-order-id', 'purchase-date', 'last-updated-date', 'order-status', 'sales-channel', 'product-name', 'sku', 'asin', 'item-status', 'quantity', 'currency', 'item-price'],
  [
    ['111-1', '', '2026-05-02 03:30:00', '2026-05-02 03:30:00', 'Shipped', 'Amazon.com', 'Cup', 'S1', 'B1', 'Shipped', 2, 'CNY', 40],
    ['111-1', '', '2026-05-02 03:30:00', '2026-05-02 03:30:00', 'Shipped', 'Amazon.com', 'Pot', 'S2', 'B2', 'Shipped', 1, 'CNY', 10],
  ],
);
const report = sheet(
  ['order-id', 'order-item-id', 'purchase-date', 'payments-date', 'buyer-email', 'buyer-name', 'buyer-phone-number', 'sku', 'product-name', 'quantity-purchased', 'currency', 'item-price'],
  [
    ['111-1', '9002', '2026-05-02 03:30:00', '2026-05-02 03:40:00', 'a@b.c', 'B', '', 'S2', 'Pot', 1, 'CNY', 10],
    ['111-1', '9001', '2026-05-02 03:30:00', '2026-05-02 03:40:00', 'a@b.c', 'B', '', 'S1', 'Cup', 2, 'CNY', 40],
  ],
);
const linesOf = (...sheets: Sheet[]) =>
  pick(build(sheets), 'order_lines', ['sku', 'platform_line_id', 'qty', 'line_sales'])
    .map((line) => line.join(' '))
    .sort();

test('two reports of one platform tell of each line once, whichever comes first', () => {
  expect([all.template, report.template]).toEqual(['amazon-orders', 'amazon-order-report']);
  const expected = ['S1 9001 2 400000', 'S2 9002 1 100000'];
  expect(linesOf(all, report)).toEqual(expected);
  expect(linesOf(report, all)).toEqual(expected);
});

test('lines of different products stay two, though each sheet tells of one', () => {
  const one = (whole: Sheet, row: number): Sheet => ({ ...whole, table: gather(whole.table, Uint32Array.of(row)) });
  const lines = pick(build([one(all, 0), one(report, 0)]), 'order_lines', ['sku', 'platform_line_id', 'qty']);
  expect(lines).toEqual([
    ['S1', null, 2],
    ['S2', '9002', 1],
  ]);
});
