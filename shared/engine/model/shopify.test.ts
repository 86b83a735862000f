import { describe, expect, it } from 'vitest';
import type { Cell } from '#contract/values';
import { build, pick, sheet } from '../../../tests/support/model.ts';
import { rowsOf, tableOf } from '../table/table.ts';

const HEADERS = ['Name', 'Email', 'Financial Status', 'Paid at', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem sku'];

/** The first row of an order of one mug, which has its fields. */
const order = (name: string, price: number, status: string, paid: Cell, email: Cell = 'a@example.com'): Cell[] => [
  name,
  email,
  status,
  paid,
  price,
  0,
  0,
  price,
  '2025-06-01 10:00:00',
  1,
  'Mug',
  price,
  'MUG',
];

describe('Shopify orders of several shops with one number', () => {
  const rows = (name: string, price: number, id: string, email: string): Cell[][] => [
    [...order(name, price, 'paid', '2025-06-01 10:00:00', email), id],
    [name, email, null, null, null, null, null, null, null, 1, 'Tea', 1, `TEA-${id}`, null],
  ];
  const expected = [
    ['shopify:main:#1001', 10_0000],
    ['shopify:main:#1001/222', 99_0000],
  ];
  it('are counted apart by their Id, with their own lines', () => {
    const canonical = build([sheet([...HEADERS, 'Id'], [...rows('#1001', 10, '111', 'a@example.com'), ...rows('#1001', 99, '222', 'b@example.com')])]);
    expect(pick(canonical, 'orders', ['order_key', 'paid_amount'])).toEqual(expected);
    expect(pick(canonical, 'order_lines', ['order_key', 'sku'])).toEqual([
      ['shopify:main:#1001', 'MUG'],
      ['shopify:main:#1001', 'TEA-111'],
      ['shopify:main:#1001/222', 'MUG'],
      ['shopify:main:#1001/222', 'TEA-222'],
    ]);
    expect(canonical.notes.map(({ en }) => en)).toEqual(['1 order number stands for orders of several shops, such as #1001: they are counted apart; name the shop of each file']);
  });

  it('are counted apart when each stands in a table of its own', () => {
    const tables = [sheet([...HEADERS, 'Id'], rows('#1001', 10, '111', 'a@example.com')), { ...sheet([...HEADERS, 'Id'], rows('#1001', 99, '222', 'b@example.com')), id: 'other' }];
    expect(pick(build(tables), 'orders', ['order_key', 'paid_amount'])).toEqual(expected);
    const named = tables.map((table, i) => ({ ...table, shop: `shop ${i + 1}` }));
    const canonical = build(named);
    expect(pick(canonical, 'orders', ['order_key', 'paid_amount'])).toEqual([
      ['shopify:shop 1:#1001', 10_0000],
      ['shopify:shop 2:#1001', 99_0000],
    ]);
    expect(canonical.notes).toEqual([]);
  });

  it('stay one order where the Id is the same or not named', () => {
    const again = { ...sheet([...HEADERS, 'Id'], [[...order('#1001', 10, 'refunded', '2025-06-01 10:00:00'), '111']]), id: 'again' };
    const plain = { ...sheet(HEADERS, [order('#1001', 10, 'paid', '2025-06-01 10:00:00')]), id: 'plain' };
    expect(pick(build([sheet([...HEADERS, 'Id'], rows('#1001', 10, '111', 'a@example.com')), again, plain]), 'orders', ['order_key'])).toEqual([['shopify:main:#1001']]);
  });
});

describe('buyers of Shopify', () => {
  it('are known by the first phone of their order, with its apostrophe or without', () => {
    const canonical = build([
      sheet(
        [...HEADERS, 'Phone', 'Shipping Phone', 'Billing Phone'],
        [
          [...order('#1', 10, 'paid', '2025-06-01 10:00:00', null), "'+8613900000001", null, null],
          [...order('#2', 10, 'paid', '2025-06-02 10:00:00', null), null, '+86 139 0000 0001', '13900000009'],
          [...order('#3', 10, 'paid', '2025-06-03 10:00:00', null), null, null, '13900000001'],
          [...order('#4', 10, 'paid', '2025-06-04 10:00:00', null), null, null, null],
        ],
      ),
    ]);
    const [[first], ...others] = pick(canonical, 'orders', ['customer_id', 'buyer_seq']) as [Cell[], ...Cell[][]];
    expect(first).not.toBeNull();
    expect(others).toEqual([
      [first, 2],
      [first, 3],
      [null, null],
    ]);
    for (const table of canonical.tables.values()) expect(JSON.stringify(rowsOf(table))).not.toMatch(/13900000001/);
  });

  it.each(['Phone', 'Shipping Phone', 'Billing Phone'])('are known by %s where it is the only one', (column) => {
    const canonical = build([sheet([...HEADERS, column], [[...order('#1', 10, 'paid', '2025-06-01 10:00:00', null), '13900000001']])]);
    expect(pick(canonical, 'orders', ['buyer_seq'])).toEqual([[1]]);
  });
});

describe('Shopify orders with a time of cancelling', () => {
  it('are cancelled before they were paid, else closed', () => {
    const at = '2025-06-02 10:00:00';
    const canonical = build([
      sheet(
        [...HEADERS, 'Fulfillment Status', 'Cancelled at', 'Refunded Amount'],
        [
          [...order('#1', 10, 'voided', '2025-06-01 10:00:00'), 'unfulfilled', at, 0],
          [...order('#2', 10, 'pending', null), 'unfulfilled', at, 0],
          [...order('#3', 10, 'refunded', '2025-06-01 10:00:00'), 'fulfilled', at, 10],
          [...order('#4', 10, 'paid', '2025-06-01 10:00:00'), 'fulfilled', null, 0],
        ],
      ),
    ]);
    expect(pick(canonical, 'orders', ['platform_order_id', 'order_status', 'is_paid'])).toEqual([
      ['#1', 'cancelled', 0],
      ['#2', 'cancelled', 0],
      ['#3', 'closed', 1],
      ['#4', 'shipped', 1],
    ]);
  });

  it('are no model for sheets that tell the end of every order as its closing', () => {
    const plain = tableOf(
      [
        ['订单号', 'id'],
        ['下单时间', 'instant'],
        ['付款时间', 'instant'],
        ['关闭时间', 'instant'],
        ['订单状态', 'text'],
        ['实付金额', 'money'],
      ],
      [
        ['1', '2025-06-01 10:00:00', '2025-06-01 10:00:00', '2025-06-08 10:00:00', '交易成功', 10_0000],
        ['2', '2025-06-01 10:00:00', null, '2025-06-08 10:00:00', '待付款', 10_0000],
      ],
    );
    expect(pick(build([{ id: 'sales', template: null, table: plain }]), 'orders', ['platform_order_id', 'order_status'])).toEqual([
      ['1', 'completed'],
      ['2', 'cancelled'],
    ]);
  });
});
