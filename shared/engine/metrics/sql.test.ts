import fc from 'fast-check';
import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grain } from '#contract/metrics';
import { cellAt, type Table, tableOf } from '../table/table.ts';
import { goldenShop } from '../testing/golden-shop.ts';
import { addDays } from '../values/dates.ts';
import { supports } from './aggregate.ts';
import { CATALOGUE, DIMENSIONS, measureSql, METRICS, type MetricsCache, prepareCache, queryMetrics, VIEWS } from './index.ts';
import type { Measure } from './define.ts';
import { formulaSql } from './formula.ts';

type Tables = ReturnType<typeof goldenShop>;

let SQL: SqlJsStatic;
beforeAll(async () => {
  SQL = await initSqlJs();
});

/** The canonical tables in a database, with the views. */
function load(tables: Tables): Database {
  const database = new SQL.Database();
  for (const [name, table] of tables) {
    const names = table.columns.map((column) => `"${column.name}"`);
    database.run(`CREATE TABLE ${name} (${names.join(', ')})`);
    const insert = database.prepare(`INSERT INTO ${name} VALUES (${names.map(() => '?').join(', ')})`);
    for (let row = 0; row < table.rows; row++) insert.run(table.columns.map((column) => cellAt(column, row)));
    insert.free();
  }
  for (const view of Object.values(VIEWS)) database.run(view);
  return database;
}

const BUCKETS: Readonly<Record<Grain, (column: string) => string>> = {
  day: (column) => column,
  week: (column) => `date(${column}, '-6 days', 'weekday 1')`,
  month: (column) => `substr(${column}, 1, 7) || '-01'`,
  quarter: (column) => `substr(${column}, 1, 5) || printf('%02d', (CAST(substr(${column}, 6, 2) AS INTEGER) - 1) / 3 * 3 + 1) || '-01'`,
  year: (column) => `substr(${column}, 1, 4) || '-01-01'`,
};

interface Question {
  readonly from: string;
  readonly to: string;
  readonly grain?: Grain;
  readonly by?: readonly string[];
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

const keyOf = (bucket: string | null, labels: readonly (string | null)[]) => JSON.stringify([bucket, ...labels]);

/** A base measure by SQL: group → value, groups of value 0 left out, as no rows and 0 are the same to a sum and a count. */
function bySql(database: Database, measure: Measure, { from, to, grain, by = [], filters = {} }: Question): Map<string, number> {
  const { sql, params } = measureSql(measure, { from, to, by, filters, ...(grain && { bucket: BUCKETS[grain] }) });
  const statement = database.prepare(sql);
  statement.bind(params);
  const groups = new Map<string, number>();
  while (statement.step()) {
    const cells = statement.get();
    const labels = cells.slice(1, -1).map((cell) => (cell === null ? null : String(cell)));
    const value = Number(cells.at(-1));
    if (value !== 0) groups.set(keyOf(grain === undefined ? null : String(cells[0]), labels), value);
  }
  statement.free();
  return groups;
}

function byLoops(cache: MetricsCache, id: string, question: Question): Map<string, number> {
  const groups = new Map<string, number>();
  for (const row of queryMetrics(cache, { ids: [id], ...question }, { currency: 'CNY', notes: [] }).rows) {
    const value = row.metrics[id]?.value ?? 0;
    if (value !== 0)
      groups.set(
        keyOf(
          row.bucket,
          (question.by ?? []).map((dimension) => row.dimensions[dimension] ?? null),
        ),
        value,
      );
  }
  return groups;
}

const sorted = (groups: Map<string, number>) => [...groups].sort(([a], [b]) => (a < b ? -1 : 1));

function holdEqual(tables: Tables, questions: readonly Question[]): number {
  const cache = prepareCache(tables);
  // Test orders alone are no shop.
  if (cache.firstDay === null) return 0;
  const database = load(tables);
  let compared = 0;
  for (const { id, measure } of METRICS) {
    if (measure === undefined) continue;
    for (const question of questions) {
      if (!supports(cache, measure, [...(question.by ?? []), ...Object.keys(question.filters ?? {})])) continue;
      // Metrics of data that is not there are locked on screen; SQL would just say 0. What is only not final yet has its value.
      const why = queryMetrics(cache, { ids: [id], ...question }, { currency: 'CNY', notes: [] }).total[id]?.why ?? null;
      if (why !== null && why.code !== 'immature') continue;
      expect([id, question, sorted(byLoops(cache, id, question))]).toEqual([id, question, sorted(bySql(database, measure, question))]);
      compared++;
    }
  }
  database.close();
  return compared;
}

const JANUARY = { from: '2025-01-01', to: '2025-01-31' };
const WINTER = { from: '2024-12-01', to: '2025-01-31' };

describe('SQL and loops', () => {
  it('agree on the golden shop for every measure, grain, dimension and filter', () => {
    const questions: Question[] = [
      JANUARY,
      WINTER,
      ...(['day', 'week', 'month', 'quarter', 'year'] as const).map((grain) => ({ ...WINTER, grain })),
      ...DIMENSIONS.map(({ id }) => ({ ...WINTER, by: [id] })),
      { ...WINTER, grain: 'week', by: ['platform', 'new_returning'] },
      { ...WINTER, grain: 'month', by: ['sku', 'brand'] },
      { ...WINTER, filters: { platform: ['jd'] } },
      { ...WINTER, filters: { platform: ['jd', 'nowhere'], new_returning: ['new'] } },
      { ...WINTER, filters: { province: [''] } },
      { ...WINTER, filters: { platform: ['nowhere'] } },
      { ...WINTER, filters: { platform: [] } },
      { ...WINTER, filters: { platform: ['tmall'], sku: ['A', 'B'] }, by: ['category'] },
    ];
    expect(holdEqual(goldenShop(), questions)).toBeGreaterThan(250);
  });

  it('agree on every formula', () => {
    const cache = prepareCache(goldenShop());
    const database = load(goldenShop());
    for (const { metric, formula, bases } of CATALOGUE.values()) {
      if (formula === null) continue;
      const columns = bases.map((base) => `${bySql(database, CATALOGUE.get(base)?.metric.measure as Measure, JANUARY).get(keyOf(null, [])) ?? 0} AS "${base}"`);
      // A formula over formulas is unfolded to the measures.
      const unfold = (id: string): string => {
        const inner = CATALOGUE.get(id)?.formula ?? null;
        return inner === null ? `"${id}"` : `(${formulaSql(inner, unfold)})`;
      };
      const [value] = database.exec(`SELECT ${formulaSql(formula, unfold)} FROM (SELECT ${columns.join(', ')})`)[0]?.values[0] ?? [];
      const loops = queryMetrics(cache, { ids: [metric.id], ...JANUARY }, { currency: 'CNY', notes: [] }).total[metric.id]?.value;
      expect([metric.id, loops]).toEqual([metric.id, expect.closeTo(value as number, 9)]);
    }
    database.close();
  });

  it('agree on random shops', () => {
    fc.assert(
      fc.property(randomShop, fc.constantFrom<Grain | undefined>(undefined, 'day', 'week', 'month'), fc.subarray(['platform', 'new_returning', 'sku'], { maxLength: 2 }), (tables, grain, by) => {
        const question: Question = { from: '2025-01-05', to: '2025-02-20', by, ...(grain && { grain }) };
        holdEqual(tables, [question, { ...question, filters: { platform: ['tmall', 'jd'] } }]);
      }),
      { numRuns: 100 },
    );
  });
});

// Random shops as the builder would write them: buyers numbered in time, lines and returns that may name unknown orders and products.
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2025-01-01', days));
const randomOrder = fc.record({
  platform: fc.constantFrom('tmall', 'jd', 'other'),
  customer: fc.constantFrom('c1', 'c2', 'c3', null),
  placed: day,
  paid: fc.boolean(),
  later: fc.integer({ min: 0, max: 3 }),
  sales: fc.integer({ min: 0, max: 5000 }),
  discount: fc.option(fc.integer({ min: 0, max: 100 })),
  status: fc.constantFrom('paid', 'cancelled', 'completed'),
  test: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? 1 : 0)),
});
const randomLine = fc.record({
  order: fc.nat(25),
  sku: fc.constantFrom('A', 'B', 'C', 'X'),
  qty: fc.integer({ min: 1, max: 5 }),
  sales: fc.option(fc.integer({ min: 0, max: 900 })),
  gift: fc.constantFrom(0, 0, 0, 1),
});
const randomReturn = fc.record({
  order: fc.nat(25),
  kind: fc.constantFrom('return_refund', 'refund_only', 'exchange'),
  status: fc.constantFrom('success', 'success', 'open'),
  completed: fc.option(day),
  // Half hours are exact numbers: sums do not depend on their order.
  hour: fc.option(fc.integer({ min: 0, max: 9 })),
  qty: fc.option(fc.integer({ min: 1, max: 3 })),
  refund: fc.integer({ min: 0, max: 900 }),
  credit: fc.constantFrom(0, 0, 1),
});

const randomShop: fc.Arbitrary<Tables> = fc
  .tuple(fc.array(randomOrder, { minLength: 1, maxLength: 20 }), fc.array(randomLine, { maxLength: 30 }), fc.array(randomReturn, { maxLength: 12 }))
  .map(([orders, lines, returns]) => {
    const golden = goldenShop();
    const columnsOf = (name: 'orders' | 'order_lines' | 'returns') => (golden.get(name) as Table).columns.map((column) => [column.name, column.type] as const);
    const fill = (name: 'orders' | 'order_lines' | 'returns', rows: readonly Readonly<Record<string, string | number | null>>[]): Table =>
      tableOf(
        columnsOf(name),
        rows.map((row) => columnsOf(name).map(([column]) => row[column] ?? null)),
      );
    const seen = new Map<string, number>();
    const paidOn = orders.map((order) => (order.paid ? addDays(order.placed, order.later) : null));
    const inTime = orders.map((_, i) => i).sort((a, b) => ((paidOn[a] ?? '') < (paidOn[b] ?? '') ? -1 : 1));
    const seq = new Map<number, number>();
    for (const i of inTime) {
      const { customer, test } = orders[i] as (typeof orders)[number];
      if (customer === null || paidOn[i] === null || test === 1) continue;
      seen.set(customer, (seen.get(customer) ?? 0) + 1);
      seq.set(i, seen.get(customer) as number);
    }
    return new Map([
      ...golden,
      [
        'orders',
        fill(
          'orders',
          orders.map((order, i) => ({
            order_key: `o${i}`,
            platform: order.platform,
            shop_id: 'main',
            platform_order_id: `o${i}`,
            customer_id: order.customer,
            placed_date: order.placed,
            paid_date: paidOn[i] ?? null,
            order_status: order.status,
            seller_discount: order.discount,
            is_test: order.test,
            is_fake: 0,
            sales_amount: order.sales,
            is_paid: order.paid ? 1 : 0,
            buyer_seq: seq.get(i) ?? null,
          })),
        ),
      ],
      [
        'order_lines',
        fill(
          'order_lines',
          lines.map((line, i) => ({ line_key: `l${i}`, order_key: `o${line.order}`, sku: line.sku, qty: line.qty, line_sales: line.sales, is_gift: line.gift })),
        ),
      ],
      [
        'returns',
        fill(
          'returns',
          returns.map((item, i) => ({
            return_id: `r${i}`,
            order_key: `o${item.order}`,
            platform: orders[item.order]?.platform ?? 'other',
            kind: item.kind,
            status: item.status,
            completed_date: item.completed,
            completed_at: item.completed === null ? null : `${item.completed} 1${item.hour ?? 0}:30:00`,
            requested_at: item.completed === null || item.hour === null ? null : `${addDays(item.completed, -2)} 01:00:00`,
            qty: item.qty,
            refund_amount: item.refund,
            is_credit: item.credit,
            paid_date: paidOn[item.order] ?? null,
          })),
        ),
      ],
    ]) as Tables;
  });
