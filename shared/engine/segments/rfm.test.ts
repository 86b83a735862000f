import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../table/table.ts';
import { tableOf } from '../table/table.ts';
import { addDays, dayNumber } from '../values/dates.ts';
import { classOf, quintileBounds } from './classes.ts';
import { rfmMembers } from './members.ts';
import { REGIONS, regionOf } from './regions.ts';
import { rfm } from './rfm.ts';

type Order = readonly [key: string, customer: string | null, paid: string | null, sales: number, isTest?: number];

function ordersTable(orders: readonly Order[]): Table {
  return tableOf(
    [
      ['order_key', 'id'],
      ['customer_id', 'id'],
      ['paid_date', 'date'],
      ['sales_amount', 'money'],
      ['is_paid', 'bool'],
      ['is_test', 'bool'],
      ['is_fake', 'bool'],
    ],
    orders.map(([key, customer, paid, sales, isTest]) => [key, customer, paid, sales, paid === null ? 0 : 1, isTest ?? 0, 0]),
  );
}

// Five people, one in each fifth of recency: a ordered yesterday, e eleven months ago.
const FIVE: readonly Order[] = [
  ['a1', 'a', '2025-06-29', 100_0000],
  ['a2', 'a', '2025-06-01', 100_0000],
  ['a3', 'a', '2025-05-01', 100_0000],
  ['a4', 'a', '2025-04-01', 100_0000],
  ['b1', 'b', '2025-06-20', 50_0000],
  ['c1', 'c', '2025-05-01', 30_0000],
  ['c2', 'c', '2025-04-01', 30_0000],
  ['d1', 'd', '2025-02-01', 20_0000],
  ['e1', 'e', '2024-08-01', 500_0000],
  ['e2', 'e', '2024-07-31', 1_0000],
  ['e3', 'e', '2024-07-30', 1_0000],
  ['e4', 'e', '2024-07-29', 1_0000],
  ['e5', 'e', '2024-07-28', 1_0000],
  ['guest', null, '2025-06-30', 10_0000],
  ['unpaid', 'b', null, 999_0000],
  ['test', 'b', '2025-06-30', 999_0000, 1],
];

describe('rfm', () => {
  it('places each person in the cell of its recency and frequency', () => {
    const reply = rfm(ordersTable(FIVE), { to: '2025-06-30' }, { currency: 'CNY' });
    expect(reply).toMatchObject({ from: '2024-07-01', to: '2025-06-30', customers: 5, unidentifiedOrders: 1, identityCoverage: 13 / 14, currency: 'CNY' });
    expect(reply.cuts.recency).toEqual([1, 10, 60, 149, 333]);
    expect(reply.cuts.frequency).toEqual([1, 2, 3, 4, 5]);
    expect(reply.cells.filter((cell) => cell.customers > 0)).toEqual([
      { r: 2, f: 1, region: 'dormant', customers: 1, sales: 20_0000, netSales: 20_0000 },
      { r: 4, f: 1, region: 'new', customers: 1, sales: 50_0000, netSales: 50_0000 },
      { r: 3, f: 2, region: 'cooling', customers: 1, sales: 60_0000, netSales: 60_0000 },
      { r: 5, f: 4, region: 'champions', customers: 1, sales: 400_0000, netSales: 400_0000 },
      { r: 1, f: 5, region: 'cant-lose', customers: 1, sales: 504_0000, netSales: 504_0000 },
    ]);
    expect(reply.regions.find((region) => region.id === 'champions')).toMatchObject({ customers: 1, share: 0.2, sales: 400_0000, spend: 400_0000, salesShare: 400 / 1034, before: null });
  });

  it('counts 30 days earlier as it would have been asked then', () => {
    const history: Order[] = [...FIVE, ['b0', 'b', '2025-05-15', 1], ['old', 'f', '2023-01-01', 1]];
    const now = rfm(ordersTable(history), { to: '2025-06-30' }, { currency: 'CNY' });
    const then = rfm(ordersTable(history), { to: '2025-05-31' }, { currency: 'CNY' });
    expect(then.customers).toBe(5);
    expect(now.regions.map((region) => region.before)).toEqual(then.regions.map((region) => region.customers));
  });

  it('lists the people of regions and cells by spend, with codes only', () => {
    expect(rfmMembers(ordersTable(FIVE), { to: '2025-06-30', regions: ['cant-lose', 'champions'] })).toMatchObject({
      total: 2,
      rows: [
        ['e', 'cant-lose', '2024-08-01', 333, 5, 504_0000, 504_0000, 1, 5, 5],
        ['a', 'champions', '2025-06-29', 1, 4, 400_0000, 400_0000, 5, 4, 4],
      ],
    });
    expect(rfmMembers(ordersTable(FIVE), { to: '2025-06-30', cells: [{ r: 4, f: 1 }] }).rows.map((row) => row[0])).toEqual(['b']);
    expect(rfmMembers(ordersTable(FIVE), { to: '2025-06-30', offset: 4, limit: 10 })).toMatchObject({ total: 5, rows: [['d']].map((row) => expect.arrayContaining(row)) });
  });

  it('warns when few orders name their buyer, and says so when none does', () => {
    const few = rfm(ordersTable([...FIVE.slice(0, 1), ['x', null, '2024-07-01', 1], ['y', null, '2025-06-30', 1]]), {}, { currency: 'CNY' });
    expect(few.warnings.map((warning) => warning.en)).toEqual([
      'Only 1 known customer in this window: five classes need at least five people. Set your own cut points, or a longer window',
      'Only 33% of the orders name their buyer: the segments stand for a part of the customers',
    ]);
    const none = rfm(ordersTable([['x', null, '2025-06-30', 1]]), { days: 1 }, { currency: 'CNY' });
    expect(none).toMatchObject({ customers: 0, identityCoverage: 0 });
    expect(none.warnings.map((warning) => warning.en)).toEqual(['No order names its buyer: import an order export with buyers to see segments']);
    expect(() => rfm(ordersTable([]), {}, { currency: 'CNY' })).toThrow('no paid orders');
    expect(() => rfm(ordersTable(FIVE), { days: 0 }, { currency: 'CNY' })).toThrow('1 to 3660');
  });

  it('places people by what they spent after refunds', () => {
    const returns = tableOf(
      [
        ['order_key', 'id'],
        ['customer_id', 'id'],
        ['paid_date', 'date'],
        ['completed_date', 'date'],
        ['status', 'enum'],
        ['refund_amount', 'money'],
        ['is_credit', 'bool'],
      ],
      [
        // The whole of e's large order came back: of the most spent the least is left.
        ['e1', 'e', '2024-08-01', '2024-08-09', 'success', 500_0000, 0],
        // Not done, done after the window, of an order that does not count: none of these.
        ['a1', 'a', '2025-06-29', null, 'open', 100_0000, 0],
        ['b1', 'b', '2025-06-20', '2025-07-01', 'success', 50_0000, 0],
        ['test', 'b', '2025-06-30', '2025-06-30', 'success', 999_0000, 0],
        // A credit names no order that was imported.
        ['C77', 'c', '2025-06-01', '2025-06-01', 'success', 10_0000, 1],
      ],
    );
    const rows = (given?: Table) => rfmMembers(ordersTable(FIVE), { to: '2025-06-30' }, given).rows.map(([code, , , , , sales, net, , , m]) => [code, sales, net, m]);
    expect(rows(returns)).toEqual([
      ['e', 504_0000, 4_0000, 1],
      ['a', 400_0000, 400_0000, 5],
      ['c', 60_0000, 50_0000, 3],
      ['b', 50_0000, 50_0000, 3],
      ['d', 20_0000, 20_0000, 2],
    ]);
    expect(rows().map(([code, , , m]) => [code, m])).toEqual([
      ['e', 5],
      ['a', 4],
      ['c', 3],
      ['b', 2],
      ['d', 1],
    ]);
    const reply = rfm(ordersTable(FIVE), { to: '2025-06-30' }, { currency: 'CNY', returns });
    expect(reply.regions.find((region) => region.id === 'cant-lose')).toMatchObject({ sales: 504_0000, netSales: 4_0000 });
    expect(reply.cuts.monetary).toEqual([4_0000, 20_0000, 50_0000, 400_0000, 400_0000]);
  });

  it('does not know with fewer people than classes, and says why', () => {
    const four = FIVE.filter(([, customer]) => customer !== 'e');
    const reply = rfm(ordersTable(four), { to: '2025-06-30' }, { currency: 'CNY' });
    expect(reply).toMatchObject({ customers: 4, why: { code: 'too-few' } });
    expect(reply.cells.every((cell) => cell.customers === 0 && cell.sales === 0)).toBe(true);
    expect(reply.regions.every((region) => region.customers === 0)).toBe(true);
    expect(rfmMembers(ordersTable(four), { to: '2025-06-30' }).rows.map(([code, region, , , , , , r, f, m]) => [code, region, r, f, m])).toEqual([
      ['a', null, null, null, null],
      ['c', null, null, null, null],
      ['b', null, null, null, null],
      ['d', null, null, null, null],
    ]);
    expect(rfmMembers(ordersTable(four), { to: '2025-06-30', regions: ['champions'] }).total).toBe(0);
    // With cut points of one's own nothing is a fifth of anybody.
    const own = rfm(ordersTable(four), { to: '2025-06-30', cuts: { recency: [0, 5, 30, 90, 180], monetary: [0, 1, 2, 3, 4] } }, { currency: 'CNY' });
    expect(own.why).toBeNull();
    expect(own.cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(4);
    expect(rfm(ordersTable(FIVE), { to: '2025-06-30' }, { currency: 'CNY' }).why).toBeNull();
  });

  it('says when all people are alike', () => {
    const alike = ['a', 'b', 'c', 'd', 'e', 'f'].map((customer): Order => [customer, customer, '2025-06-01', 10_0000]);
    expect(rfm(ordersTable(alike), { to: '2025-06-30', days: 30 }, { currency: 'CNY' }).warnings.map((warning) => warning.en)).toEqual([
      'All customers bought last at the same time: recency tells nobody apart',
      'All customers spent the same: money tells nobody apart',
    ]);
  });

  it('takes own cut points', () => {
    const reply = rfm(ordersTable(FIVE), { to: '2025-06-30', cuts: { recency: [0, 5, 30, 90, 180] } }, { currency: 'CNY' });
    expect(reply.cells.filter((cell) => cell.customers > 0).map(({ r, f }) => [r, f])).toEqual([
      [2, 1],
      [4, 1],
      [3, 2],
      [5, 4],
      [1, 5],
    ]);
    expect(() => rfm(ordersTable(FIVE), { cuts: { recency: [0, 5, 5, 90, 180] } }, { currency: 'CNY' })).toThrow('ascending');
  });

  it('names nine regions that fill the grid', () => {
    const filled = new Set<string>();
    for (let r = 1; r <= 5; r++) for (let f = 1; f <= 5; f++) filled.add(regionOf(r, f));
    expect([...filled].sort()).toEqual(REGIONS.map((region) => region.id).sort());
    // The picture of the mock, from five orders down to one, the longest silence first.
    expect([5, 4, 3, 2, 1].map((f) => [1, 2, 3, 4, 5].map((r) => regionOf(r, f)).join(' '))).toEqual([
      'cant-lose cant-lose loyal loyal champions',
      'at-risk at-risk loyal loyal champions',
      'at-risk at-risk cooling promising promising',
      'lost dormant cooling promising promising',
      'lost dormant cooling new new',
    ]);
  });
});

describe('quintileBounds', () => {
  it.each([
    [
      [10, 20, 30, 40, 50],
      [10, 20, 30, 40, 50],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [1, 3, 5, 7, 9],
    ],
    [
      [5, 5, 5, 5, 5],
      [5, 6, 6, 6, 6],
    ],
    [
      [1, 1, 1, 1, 9],
      [1, 9, 9, 9, 9],
    ],
    [[], []],
  ])('%j begins its classes at %j', (values, bounds) => {
    expect(quintileBounds(Float64Array.from(values))).toEqual(bounds);
  });

  it('never parts equal values, and keeps order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 200 }), (values) => {
        const bounds = quintileBounds(Float64Array.from(values));
        const sorted = [...values].sort((a, b) => a - b);
        for (const value of values) {
          // Independent of the bounds: the share of smaller values decides.
          const below = sorted.filter((other) => other < value).length;
          expect(classOf(value, bounds)).toBe(Math.min(5, Math.floor((5 * below) / values.length) + 1));
        }
      }),
    );
  });
});

describe('rfm on random orders', () => {
  it('holds everybody once, and sales add up', () => {
    const order = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', null), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 9999 }));
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 80 }), (drawn) => {
        const orders = drawn.map(([customer, day, sales], i): Order => [`o${i}`, customer, addDays('2024-01-01', day), sales]);
        const reply = rfm(ordersTable(orders), { to: '2025-06-30' }, { currency: 'CNY' });
        const inside = orders.filter(([, customer, paid]) => customer !== null && dayNumber(paid as string) >= dayNumber('2024-07-01'));
        expect(reply.customers).toBe(new Set(inside.map(([, customer]) => customer)).size);
        expect(reply.why === null).toBe(reply.customers >= 5);
        expect(reply.cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(reply.why === null ? reply.customers : 0);
        if (reply.why !== null) return;
        expect(reply.regions.reduce((sum, region) => sum + region.sales, 0)).toBe(inside.reduce((sum, [, , , sales]) => sum + sales, 0));
      }),
    );
  });
});
