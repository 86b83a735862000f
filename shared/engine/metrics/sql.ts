import type { Condition, Measure } from './define.ts';

// The same measures as SQL, for queries, exports and other engines. A test holds both ways equal.

/** Views over the canonical tables (metrics.md 2), as far as these tables reach. */
export const VIEWS: Readonly<Record<string, string>> = {
  v_orders: `CREATE VIEW v_orders AS SELECT *, CASE WHEN buyer_seq = 1 THEN 'new' WHEN buyer_seq > 1 THEN 'returning' END AS new_returning FROM orders WHERE is_test = 0 AND is_fake = 0`,
  v_paid: `CREATE VIEW v_paid AS SELECT * FROM v_orders WHERE is_paid = 1`,
  v_lines: `CREATE VIEW v_lines AS SELECT l.line_key, l.order_key, l.sku, l.title, l.qty, l.line_sales, l.is_gift, COALESCE(l.unit_cost, p.cost_price) AS cost, p.category_l1, p.brand, p.spu_id,
    o.platform, o.shop_id, o.paid_date, o.customer_id, o.buyer_seq, o.new_returning, o.campaign_id, o.ship_country, o.ship_province, o.ship_city, o.sales_channel, o.device, o.payment_method
    FROM order_lines l JOIN v_paid o ON o.order_key = l.order_key LEFT JOIN products p ON p.sku = l.sku`,
  v_refunds: `CREATE VIEW v_refunds AS SELECT r.*, (strftime('%s', r.completed_at) - strftime('%s', r.requested_at)) / 3600.0 AS refund_hours FROM returns r LEFT JOIN v_paid o ON o.order_key = r.order_key WHERE r.status = 'success' AND (r.is_credit = 1 OR o.order_key IS NOT NULL)`,
};

const VIEW_NAMES = { orders: 'v_orders', paid: 'v_paid', lines: 'v_lines', refunds: 'v_refunds' } as const;
const ALIASES: Readonly<Record<string, string>> = {
  shop: 'shop_id',
  country: 'ship_country',
  province: 'ship_province',
  city: 'ship_city',
  campaign: 'campaign_id',
  category: 'category_l1',
  spu: 'spu_id',
};

export interface SqlScope {
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** SQL over the date column that names the bucket; absent: no grain. */
  readonly bucket?: (column: string) => string;
}

/** A measure as a SELECT with bound parameters: `bucket`, the dimensions, `value`. */
export function measureSql(measure: Measure, scope: SqlScope): { sql: string; params: (string | number)[] } {
  const params: (string | number)[] = [scope.from, scope.to];
  const name = (dimension: string) => `"${ALIASES[dimension] ?? dimension}"`;
  const dims = scope.by.map(name);
  const bucket = scope.bucket === undefined ? "''" : scope.bucket(measure.date);
  const where = [`${measure.date} BETWEEN ? AND ?`];
  for (const condition of measure.where ?? []) where.push(conditionSql(condition, params));
  for (const [dimension, values] of Object.entries(scope.filters)) {
    const known = values.filter((value) => value !== '');
    const parts = [...(known.length > 0 ? [`${name(dimension)} IN (${known.map(() => '?').join(', ')})`] : []), ...(values.includes('') ? [`${name(dimension)} IS NULL`] : [])];
    params.push(...known);
    where.push(`(${parts.length === 0 ? '0' : parts.join(' OR ')})`);
  }
  const from = `${VIEW_NAMES[measure.view]} WHERE ${where.join(' AND ')}`;
  const groups = [bucket, ...dims].map((_, i) => i + 1).join(', ');
  if (measure.aggregate === 'repeat') {
    const inner = `SELECT ${[`${bucket} AS bucket`, ...dims].join(', ')} FROM ${from} AND "${measure.of}" IS NOT NULL GROUP BY ${[bucket, ...dims, `"${measure.of}"`].join(', ')} HAVING COUNT(*) >= 2`;
    return { sql: `SELECT ${['bucket', ...dims, 'COUNT(*) AS value'].join(', ')} FROM (${inner}) GROUP BY ${groups}`, params };
  }
  return { sql: `SELECT ${[`${bucket} AS bucket`, ...dims, `${aggregateSql(measure)} AS value`].join(', ')} FROM ${from} GROUP BY ${groups}`, params };
}

function aggregateSql({ aggregate, of, times, orElse }: Measure): string {
  if (aggregate === 'count') return 'COUNT(*)';
  if (aggregate === 'sum') return `COALESCE(SUM("${of}"${times === undefined ? '' : ` * "${times}"`}), 0)`;
  return orElse === undefined ? `COUNT(DISTINCT "${of}")` : `COUNT(DISTINCT COALESCE("${of}", "${orElse}"))`;
}

function conditionSql({ column, is, values = [] }: Condition, params: (string | number)[]): string {
  if (is === 'known') return `"${column}" IS NOT NULL`;
  params.push(...values);
  return `"${column}" IN (${values.map(() => '?').join(', ')})`;
}
