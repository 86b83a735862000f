import type { Cell, ColumnType } from '#contract/values';
import { type Table, tableOf } from '../table/table.ts';

// The golden shop of metrics.md section 8, as far as orders, lines, products and returns go. Money in yuan here, stored in 1/10,000.

const money = (yuan: number | null): number | null => (yuan === null ? null : Math.round(yuan * 10_000));

const ORDER_COLUMNS: readonly (readonly [string, ColumnType])[] = [
  ['order_key', 'id'],
  ['platform', 'enum'],
  ['shop_id', 'id'],
  ['platform_order_id', 'id'],
  ['customer_id', 'id'],
  ['placed_at', 'instant'],
  ['paid_at', 'instant'],
  ['placed_date', 'date'],
  ['paid_date', 'date'],
  ['order_status', 'enum'],
  ['seller_discount', 'money'],
  ['campaign_id', 'id'],
  ['ship_country', 'text'],
  ['ship_province', 'text'],
  ['ship_city', 'text'],
  ['sales_channel', 'text'],
  ['device', 'text'],
  ['payment_method', 'text'],
  ['is_test', 'bool'],
  ['is_fake', 'bool'],
  ['sales_amount', 'money'],
  ['is_paid', 'bool'],
  ['buyer_seq', 'int'],
];

type OrderRow = readonly [
  key: string,
  customer: string | null,
  placed: string,
  paid: string | null,
  status: string,
  sales: number,
  seq: number | null,
  more?: Readonly<{ discount?: number; campaign?: string; platform?: string; province?: string; test?: 1; fake?: 1 }>,
];

const ORDERS: readonly OrderRow[] = [
  ['d1', 'c1', '2024-12-15', '2024-12-15', 'completed', 100, 1],
  ['d2', 'c4', '2024-12-20', '2024-12-20', 'completed', 60, 1],
  ['o1', 'c1', '2025-01-02', '2025-01-02', 'completed', 100, 2, { province: '浙江省' }],
  ['o2', 'c2', '2025-01-03', '2025-01-03', 'completed', 60, 1, { platform: 'jd' }],
  ['o3', 'c1', '2025-01-10', '2025-01-10', 'shipped', 120, 3, { discount: 10, province: '浙江省' }],
  ['o4', null, '2025-01-11', '2025-01-11', 'paid', 50, null],
  ['o5', 'c3', '2025-01-12', null, 'cancelled', 100, null],
  // Goods of 90 and a platform subsidy of 10.
  ['o6', 'c3', '2025-01-15', '2025-01-16', 'completed', 100, 1, { campaign: 'C1', platform: 'jd' }],
  ['o7', 'c2', '2025-01-16', '2025-01-16', 'closed', 30, 2, { campaign: 'C1' }],
  ['o8', 'c9', '2025-01-17', '2025-01-17', 'completed', 999, null, { test: 1 }],
  ['o9', 'c9', '2025-01-17', '2025-01-17', 'completed', 888, null, { fake: 1 }],
];

const LINES: readonly (readonly [order: string, sku: string, qty: number, sales: number | null, gift: 0 | 1])[] = [
  ['d1', 'A', 1, 100, 0],
  ['d2', 'B', 2, 60, 0],
  ['o1', 'A', 1, 100, 0],
  ['o2', 'B', 2, 60, 0],
  ['o3', 'A', 1, 92.3077, 0],
  ['o3', 'B', 1, 27.6923, 0],
  ['o3', 'C', 1, null, 1],
  ['o4', 'C', 1, 50, 0],
  ['o6', 'A', 1, 100, 0],
  ['o7', 'B', 1, 30, 0],
];

const RETURNS: readonly (readonly [
  id: string,
  order: string,
  kind: string,
  status: string,
  requested: string,
  completed: string | null,
  qty: number | null,
  refund: number,
  paid: string,
  customer: string,
])[] = [
  ['r1', 'o2', 'return_refund', 'success', '2025-01-18', '2025-01-20', 1, 30, '2025-01-03', 'c2'],
  ['r2', 'o7', 'refund_only', 'success', '2025-01-16', '2025-01-17', null, 30, '2025-01-16', 'c2'],
  ['r3', 'o1', 'return_refund', 'open', '2025-01-21', null, 1, 100, '2025-01-02', 'c1'],
];

/** The canonical tables of the golden shop. */
export function goldenShop(): ReadonlyMap<'orders' | 'order_lines' | 'customers' | 'products' | 'returns', Table> {
  return new Map([
    ['orders', ordersTable(ORDERS)],
    ['order_lines', linesTable()],
    ['products', productsTable()],
    ['returns', returnsTable()],
    [
      'customers',
      tableOf(
        [['customer_id', 'id']],
        ['c1', 'c2', 'c3', 'c4', 'c9'].map((id) => [id]),
      ),
    ],
  ]);
}

function ordersTable(orders: readonly OrderRow[]): Table {
  return tableOf(
    ORDER_COLUMNS,
    orders.map(([key, customer, placed, paid, status, sales, seq, more = {}]): Cell[] => [
      key,
      more.platform ?? 'tmall',
      'T1',
      key,
      customer,
      `${placed} 01:00:00`,
      paid === null ? null : `${paid} 01:00:00`,
      placed,
      paid,
      status,
      money(more.discount ?? null),
      more.campaign ?? null,
      'CN',
      more.province ?? null,
      null,
      null,
      null,
      null,
      more.test ?? 0,
      more.fake ?? 0,
      money(sales),
      paid === null ? 0 : 1,
      seq,
    ]),
  );
}

function linesTable(): Table {
  return tableOf(
    [
      ['line_key', 'id'],
      ['order_key', 'id'],
      ['sku', 'id'],
      ['title', 'text'],
      ['qty', 'int'],
      ['line_sales', 'money'],
      ['unit_cost', 'money'],
      ['is_gift', 'bool'],
    ],
    LINES.map(([order, sku, qty, sales, gift]) => [`${order}#${sku}`, order, sku, `Product ${sku}`, qty, money(sales), null, gift]),
  );
}

function productsTable(): Table {
  return tableOf(
    [
      ['sku', 'id'],
      ['spu_id', 'id'],
      ['title', 'text'],
      ['category_l1', 'text'],
      ['brand', 'text'],
      ['cost_price', 'money'],
    ],
    [
      ['A', 'S1', 'Product A', 'Home', 'Lu', money(40)],
      ['B', 'S1', 'Product B', 'Home', 'Ming', money(10)],
      ['C', 'S2', 'Product C', 'Tea', null, null],
    ],
  );
}

function returnsTable(): Table {
  return tableOf(
    [
      ['return_key', 'id'],
      ['return_id', 'id'],
      ['order_key', 'id'],
      ['platform', 'enum'],
      ['shop_id', 'id'],
      ['sku', 'id'],
      ['requested_at', 'instant'],
      ['completed_at', 'instant'],
      ['completed_date', 'date'],
      ['kind', 'enum'],
      ['status', 'enum'],
      ['qty', 'int'],
      ['refund_amount', 'money'],
      ['is_credit', 'bool'],
      ['paid_date', 'date'],
      ['customer_id', 'id'],
      ['ship_country', 'text'],
      ['ship_province', 'text'],
    ],
    RETURNS.map(([id, order, kind, status, requested, completed, qty, refund, paid, customer]) => {
      const platform = order === 'o2' ? 'jd' : 'tmall';
      return [
        id,
        id,
        order,
        platform,
        'T1',
        null,
        `${requested} 01:00:00`,
        completed === null ? null : `${completed} 01:00:00`,
        completed,
        kind,
        status,
        qty,
        money(refund),
        0,
        paid,
        customer,
        'CN',
        null,
      ];
    }),
  );
}
