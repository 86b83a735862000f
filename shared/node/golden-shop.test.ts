import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricsReply } from '#contract/metrics';
import { csv, type TestShop, testShop } from './testing.ts';

// The golden shop of metrics.md section 8 as sheets, through import, mapping, building and evaluation. Money in yuan.

const ORDERS = csv(
  'no,cust,placed,paid,state,goods,shipping,discount,subsidy,promo,test,fake',
  'd1,c1,2024-12-15 01:00:00,2024-12-15 01:00:00,completed,100,0,,,,0,0',
  'd2,c4,2024-12-20 01:00:00,2024-12-20 01:00:00,completed,60,0,,,,0,0',
  'o1,c1,2025-01-02 01:00:00,2025-01-02 01:00:00,completed,100,10,,,,0,0',
  'o2,c2,2025-01-03 01:00:00,2025-01-03 01:00:00,completed,60,0,,,,0,0',
  'o3,c1,2025-01-10 01:00:00,2025-01-10 01:00:00,shipped,120,0,10,,,0,0',
  'o4,,2025-01-11 01:00:00,2025-01-11 01:00:00,paid,50,0,,,,0,0',
  'o5,c3,2025-01-12 01:00:00,,cancelled,100,0,,,,0,0',
  'o6,c3,2025-01-15 01:00:00,2025-01-16 01:00:00,completed,90,0,,10,C1,0,0',
  'o7,c2,2025-01-16 01:00:00,2025-01-16 01:00:00,closed,30,0,,,C1,0,0',
  'o8,c9,2025-01-17 01:00:00,2025-01-17 01:00:00,completed,999,0,,,,1,0',
  'o9,c9,2025-01-17 01:00:00,2025-01-17 01:00:00,completed,888,0,,,,0,1',
);
// The 120 of o3 are spread over 100 and 30: 92.3077 and 27.6923.
const LINES = csv('no,code,pieces,price,gift', 'd1,A,1,100,0', 'd2,B,2,30,0', 'o1,A,1,100,0', 'o2,B,2,30,0', 'o3,A,1,100,0', 'o3,B,1,30,0', 'o3,C,1,0,1', 'o4,C,1,50,0', 'o6,A,1,100,0', 'o7,B,1,30,0');
const GOODS = csv('code,name,kind,cost', 'A,Product A,Home,40', 'B,Product B,Home,10', 'C,Product C,Tea,');
const RETURNS = csv(
  'case,no,kind,state,asked,done,pieces,refund',
  'r1,o2,return_refund,success,2025-01-18 01:00:00,2025-01-20 01:00:00,1,30',
  'r2,o7,refund_only,success,2025-01-16 01:00:00,2025-01-17 01:00:00,,30',
  'r3,o1,return_refund,open,2025-01-21 01:00:00,,1,100',
);

describe('the golden shop from its sheets', () => {
  let shop: TestShop;
  let reply: MetricsReply;
  const ids = [
    ...[
      'sales',
      'gmv',
      'orders',
      'orders_placed',
      'cancelled_orders',
      'paid_of_placed',
      'buyers',
      'new_buyers',
      'new_sales',
      'known_orders',
      'discounts',
      'units',
      'line_sales_m',
      'cogs',
      'costed_sales',
    ],
    ...[
      'refunds',
      'refunds_cohort',
      'refund_orders',
      'return_orders',
      'returned_units',
      'refund_h',
      'refund_timed',
      'net_sales',
      'aov',
      'customer_price',
      'units_per_order',
      'unit_price_avg',
      'discount_rate',
    ],
    ...['pay_rate', 'cancel_rate', 'gross_margin', 'gross_profit', 'cost_coverage', 'refund_rate', 'refund_order_rate', 'return_rate', 'return_unit_rate', 'new_buyer_share', 'returning_sales_share'],
    ...['identity_coverage', 'avg_refund_h', 'repeat_rate', 'repeat_buyers', 'known_buyers'],
  ];

  beforeAll(async () => {
    shop = await testShop({ 'o.csv': ORDERS, 'l.csv': LINES, 'g.csv': GOODS, 'r.csv': RETURNS });
    const platform = { const: 'tmall' };
    await shop.client.call('model.set', {
      mapping: {
        version: 1,
        entities: [
          {
            entity: 'orders',
            from: 'o',
            amounts: 'per-order',
            fields: {
              platform,
              platform_order_id: 'no',
              buyer_ref: 'cust',
              placed_at: 'placed',
              paid_at: 'paid',
              order_status: 'state',
              goods_amount: 'goods',
              shipping_fee: 'shipping',
              seller_discount: 'discount',
              platform_subsidy: 'subsidy',
              campaign_id: 'promo',
              is_test: 'test',
              is_fake: 'fake',
            },
          },
          { entity: 'order_lines', from: 'l', fields: { platform, order_key: 'no', sku: 'code', qty: 'pieces', unit_price: 'price', is_gift: 'gift' } },
          { entity: 'products', from: 'g', fields: { sku: 'code', title: 'name', category_l1: 'kind', cost_price: 'cost' } },
          {
            entity: 'returns',
            from: 'r',
            fields: { platform, return_id: 'case', order_key: 'no', kind: 'kind', status: 'state', requested_at: 'asked', completed_at: 'done', qty: 'pieces', refund_amount: 'refund' },
          },
        ],
      },
    });
    reply = await shop.client.call('metrics.query', { ids, from: '2025-01-01', to: '2025-01-31' });
  });
  afterAll(() => shop.stop());

  it.each([
    ['sales', 460_0000],
    ['gmv', 560_0000],
    ['orders', 6],
    ['orders_placed', 7],
    ['cancelled_orders', 1],
    ['paid_of_placed', 6],
    ['buyers', 4],
    ['new_buyers', 2],
    ['new_sales', 160_0000],
    ['known_orders', 5],
    ['discounts', 10_0000],
    ['units', 8],
    ['line_sales_m', 460_0000],
    ['cogs', 160_0000],
    ['costed_sales', 410_0000],
    ['refunds', 60_0000],
    ['refunds_cohort', 60_0000],
    ['refund_orders', 2],
    ['return_orders', 1],
    ['returned_units', 1],
    ['refund_h', 72],
    ['refund_timed', 2],
    ['net_sales', 400_0000],
    ['gross_profit', 250_0000],
    ['customer_price', 115_0000],
    ['avg_refund_h', 36],
    ['repeat_buyers', 2],
    ['known_buyers', 3],
  ])('%s is %d', (id, expected) => {
    expect(reply.total[id]?.value).toBe(expected);
  });

  it.each([
    ['aov', 766_667],
    ['unit_price_avg', 575_000],
    ['gross_margin', 0.6098],
    ['cost_coverage', 0.8913],
    ['refund_rate', 0.1304],
    ['refund_order_rate', 0.3333],
    ['return_rate', 0.1667],
    ['return_unit_rate', 0.125],
    ['repeat_rate', 0.6667],
    ['new_buyer_share', 0.5],
    ['returning_sales_share', 0.6522],
    ['identity_coverage', 0.8333],
    ['units_per_order', 1.3333],
    ['discount_rate', 0.0213],
    ['pay_rate', 0.8571],
    ['cancel_rate', 0.1429],
  ])('%s is %d', (id, expected) => {
    expect(reply.total[id]?.value).toBeCloseTo(expected, expected > 1000 ? -1 : 4);
  });

  it('spreads a discount over the lines to the last unit, gifts apart', async () => {
    expect(await shop.query("SELECT sku, line_sales, is_gift FROM order_lines WHERE order_key = 'tmall:*:o3' ORDER BY sku")).toEqual([
      ['A', 92_3077, 0],
      ['B', 27_6923, 0],
      ['C', null, 1],
    ]);
  });

  it('leaves no metric of the catalogue unlooked at', async () => {
    expect((await shop.client.call('metrics.catalogue', {})).map(({ id }) => id).sort()).toEqual([...ids].sort());
  });
});
