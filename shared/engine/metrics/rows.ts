import { SuanpanError } from '#contract/errors';
import type { RowsReply, RowsRequest } from '#contract/metrics';
import type { Cell, ColumnType, Text } from '#contract/values';
import { cellAt, columnOf } from '../table/table.ts';
import { dayNumber } from '../values/dates.ts';
import { rowTest } from './aggregate.ts';
import type { Fact, MetricsCache } from './cache.ts';
import type { Measure, View } from './define.ts';
import { metricById, resolvePeriod } from './evaluate.ts';
import { inputsOf, ratioParts } from './formula.ts';

const SHOWN: Readonly<Record<View, readonly string[]>> = {
  orders: ['platform', 'platform_order_id', 'placed_at', 'order_status', 'customer_id', 'sales_amount'],
  paid: ['platform', 'platform_order_id', 'paid_at', 'order_status', 'customer_id', 'sales_amount'],
  lines: ['order_key', 'sku', 'title', 'qty', 'line_sales'],
  refunds: ['platform', 'return_id', 'order_key', 'kind', 'completed_at', 'refund_amount'],
};

const TITLES: Readonly<Record<string, Text>> = {
  platform: { en: 'Channel', zh: '渠道' },
  platform_order_id: { en: 'Order', zh: '订单号' },
  placed_at: { en: 'Placed (UTC)', zh: '下单时间 (UTC)' },
  paid_at: { en: 'Paid (UTC)', zh: '付款时间 (UTC)' },
  order_status: { en: 'State', zh: '状态' },
  customer_id: { en: 'Buyer', zh: '买家' },
  sales_amount: { en: 'Sales', zh: '销售额' },
  order_key: { en: 'Order', zh: '订单' },
  sku: { en: 'SKU', zh: '商家编码' },
  title: { en: 'Title', zh: '标题' },
  qty: { en: 'Pieces', zh: '件数' },
  line_sales: { en: 'Sales', zh: '销售额' },
  return_id: { en: 'Case', zh: '售后单号' },
  kind: { en: 'Kind', zh: '类型' },
  completed_at: { en: 'Refunded (UTC)', zh: '退款时间 (UTC)' },
  refund_amount: { en: 'Refund', zh: '退款金额' },
  value: { en: 'Counts as', zh: '计入' },
};

/**
 * The rows behind a number: the column `value` of all of them adds up to it. For a ratio, those of its numerator or denominator;
 * for a sum or difference, those of its first part.
 */
export function metricRows(cache: MetricsCache, request: RowsRequest): RowsReply {
  const period = resolvePeriod(cache, request);
  const { base, part } = baseFor(request.metric, request.part ?? 'numerator');
  const measure = metricById(base).metric.measure as Measure;
  const fact = cache.facts[measure.view];
  const passes = rowTest(fact, measure, { from: dayNumber(period.from), to: dayNumber(period.to), filters: request.filters ?? {} });
  const value = countOf(fact, measure);
  const rows: number[] = [];
  const values: number[] = [];
  let sum = 0;
  for (let row = 0; row < fact.rows; row++) {
    if (!passes(row)) continue;
    const counts = value(row);
    if (counts === null) continue;
    rows.push(row);
    values.push(counts);
    sum += counts;
  }
  const shown = SHOWN[measure.view].filter((name) => columnOf(fact.table, name) !== undefined);
  const offset = request.offset ?? 0;
  const page = rows.slice(offset, offset + (request.limit ?? 200));
  const valueType: ColumnType = metricById(base).metric.unit === 'money' ? 'money' : 'number';
  return {
    columns: [
      ...shown.map((name) => ({ name, type: columnOf(fact.table, name)?.type ?? 'text', title: TITLES[name] ?? { en: name, zh: name } })),
      { name: 'value', type: valueType, title: TITLES.value as Text },
    ],
    rows: page.map((row, i): Cell[] => [
      ...shown.map((name) => {
        const column = columnOf(fact.table, name);
        return column === undefined ? null : cellAt(column, row);
      }),
      values[offset + i] as number,
    ]),
    total: rows.length,
    sum,
    part,
  };
}

/** The base measure whose rows are shown for a metric. */
function baseFor(id: string, wanted: 'numerator' | 'denominator'): { base: string; part: RowsReply['part'] } {
  const { metric, formula } = metricById(id);
  if (formula === null) {
    if (metric.measure === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `unknown metric: ${id}`, zh: `没有指标 ${id}` } });
    return { base: id, part: 'whole' };
  }
  const ratio = ratioParts(formula);
  if (ratio !== null) return { base: baseFor(wanted === 'numerator' ? ratio.numerator : ratio.denominator, 'numerator').base, part: wanted };
  const inputs = inputsOf(formula);
  const first = inputs[wanted === 'numerator' ? 0 : inputs.length - 1];
  return { base: baseFor((first as { id: string }).id, 'numerator').base, part: wanted };
}

/** What a row counts as. Of several rows of one person the first counts 1, the others 0, so that distinct counts add up too. */
function countOf(fact: Fact, measure: Measure): (row: number) => number | null {
  if (measure.aggregate === 'count') return () => 1;
  if (measure.aggregate === 'sum') {
    const values = fact.number(measure.of as string);
    const factors = measure.times === undefined ? null : fact.number(measure.times);
    return (row) => {
      const value = factors === null ? (values[row] as number) : (values[row] as number) * (factors[row] as number);
      return Number.isNaN(value) ? null : value;
    };
  }
  const texts = fact.texts(measure.of as string);
  const seen = new Map<number, number>();
  const countsAt = measure.aggregate === 'distinct' ? 1 : 2;
  return (row) => {
    const code = texts?.codes[row] ?? 0;
    if (code === 0) return measure.orElse === undefined ? null : 1;
    const times = (seen.get(code) ?? 0) + 1;
    seen.set(code, times);
    return times === countsAt ? 1 : 0;
  };
}
