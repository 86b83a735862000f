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

const few = [
  '订单号',
  '邮费(元)',
  '商品',
  '商品id',
  '商品规格',
  '样式ID',
  '商品总价(元)',
  '店铺优惠折扣(元)',
  '平台优惠折扣(元)',
  '用户实付金额(元)',
  '商家实收金额(元)',
  '商品数量(件)',
  '订单状态',
  '售后状态',
];
const row = ['260502-111', 0, 'Cup', '7001', 'Red', '9001', 40, 0, 0, 40, 40, 2, '已收货', '无售后或售后取消'];
const plain = sheet(few, [row]);
const full = sheet([...few, '支付时间', '拼单成功时间', '确认收货时间', '商家编码-规格维度'], [[...row, '2026-05-02 03:30:00', '2026-05-02 03:30:00', '2026-05-09 03:30:00', 'S1']]);

test('a sheet that names a product by its platform’s number alone tells of the line that another names by the merchant’s code', () => {
  expect([plain.template, full.template]).toEqual(['pdd-orders-plain', 'pdd-orders']);
  for (const sheets of [
    [plain, full],
    [full, plain],
  ]) {
    expect(pick(build(sheets), 'order_lines', ['sku', 'qty', 'line_sales'])).toEqual([['S1', 2, 400000]]);
  }
});
