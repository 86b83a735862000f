import { describe, expect, it } from 'vitest';
import { goldenShop } from '../testing/golden-shop.ts';
import { catalogueInfo, metricRows, METRICS, prepareCache, queryMetrics, salesDrivers, scopeInfo } from './index.ts';

const cache = prepareCache(goldenShop());
const context = { currency: 'CNY', notes: [] };
const JANUARY = { from: '2025-01-01', to: '2025-01-31' } as const;

describe('golden shop, January (metrics.md 8)', () => {
  // Money in 1/10,000, ratios rounded to four places.
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
    ['known_buyers', 3],
    ['repeat_buyers', 2],
    ['discounts', 10_0000],
    ['units', 8],
    ['line_sales_m', 460_0000],
    ['cogs', 160_0000],
    ['costed_sales', 410_0000],
    ['refunds', 60_0000],
    ['refunds_cohort', 60_0000],
    ['refund_h', 72],
    ['refund_timed', 2],
    ['avg_refund_h', 36],
    ['refund_orders', 2],
    ['return_orders', 1],
    ['returned_units', 1],
    ['net_sales', 400_0000],
    ['gross_profit', 250_0000],
  ])('%s is %d', (id, expected) => {
    expect(queryMetrics(cache, { ids: [id], ...JANUARY }, context).total[id]?.value).toBe(expected);
  });

  it.each([
    ['aov', 76_6667],
    ['customer_price', 115_0000],
    ['unit_price_avg', 57_5000],
  ])('%s is %d, to the nearest 1/10,000', (id, expected) => {
    expect(Math.round(queryMetrics(cache, { ids: [id], ...JANUARY }, context).total[id]?.value as number)).toBe(expected);
  });

  it.each([
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
    expect(queryMetrics(cache, { ids: [id], ...JANUARY }, context).total[id]?.value).toBeCloseTo(expected, 4);
  });

  it('checks every metric of the catalogue above', () => {
    const lit = catalogueInfo(cache).filter((metric) => metric.state === 'lit');
    expect(lit.map((metric) => metric.id)).toEqual(METRICS.map((metric) => metric.id));
    expect(METRICS.map((metric) => metric.id)).toEqual([...METRICS.map((metric) => metric.id)].sort());
    expect(METRICS).toHaveLength(44);
  });

  it('compares with the days just before and with a year earlier', () => {
    const previous = queryMetrics(cache, { ids: ['sales', 'orders'], ...JANUARY, compare: 'previous' }, context);
    expect(previous.compared).toEqual({ from: '2024-12-01', to: '2024-12-31' });
    expect(previous.total).toMatchObject({ sales: { value: 460_0000, previous: 160_0000 }, orders: { value: 6, previous: 2 } });
    const year = queryMetrics(cache, { ids: ['sales'], ...JANUARY, compare: 'year' }, context);
    expect(year).toMatchObject({ compared: { from: '2024-01-01', to: '2024-01-31' }, total: { sales: { previous: null } } });
  });

  it('gives weeks from Monday, months and quarters', () => {
    const rows = (grain: 'week' | 'month' | 'quarter', from: string) =>
      queryMetrics(cache, { ids: ['sales'], from, to: '2025-01-31', grain }, context).rows.map((row) => [row.bucket, row.metrics.sales?.value]);
    expect(rows('week', '2025-01-01')).toEqual([
      ['2024-12-30', 160_0000],
      ['2025-01-06', 170_0000],
      ['2025-01-13', 130_0000],
      ['2025-01-20', 0],
      ['2025-01-27', 0],
    ]);
    expect(rows('month', '2024-12-01')).toEqual([
      ['2024-12-01', 160_0000],
      ['2025-01-01', 460_0000],
    ]);
    expect(rows('quarter', '2024-12-01')).toEqual([
      ['2024-10-01', 160_0000],
      ['2025-01-01', 460_0000],
    ]);
  });

  it('breaks down, filters, and computes totals instead of adding them up', () => {
    const reply = queryMetrics(cache, { ids: ['sales', 'buyers'], ...JANUARY, by: ['platform'] }, context);
    expect(reply.rows.map((row) => [row.dimensions.platform, row.metrics.sales?.value, row.metrics.buyers?.value])).toEqual([
      ['jd', 160_0000, 2],
      ['tmall', 300_0000, 3],
    ]);
    // c2 bought on both platforms and is one buyer.
    expect(reply.total.buyers?.value).toBe(4);
    expect(queryMetrics(cache, { ids: ['sales'], ...JANUARY, filters: { new_returning: ['new'] } }, context).total.sales?.value).toBe(160_0000);
    expect(queryMetrics(cache, { ids: ['line_sales_m'], ...JANUARY, by: ['category'] }, context).rows.map((row) => [row.dimensions.category, row.metrics.line_sales_m?.value])).toEqual([
      ['Home', 410_0000],
      ['Tea', 50_0000],
    ]);
  });

  it('says why a number is missing', () => {
    const empty = queryMetrics(cache, { ids: ['aov'], from: '2025-02-01', to: '2025-02-02' }, context);
    expect(empty.total.aov).toMatchObject({ value: null, why: { code: 'empty' } });
    const bare = prepareCache(new Map([['orders', goldenShop().get('orders')]] as const) as ReturnType<typeof goldenShop>);
    expect(queryMetrics(bare, { ids: ['gross_margin'], ...JANUARY }, context).total.gross_margin).toMatchObject({ value: null, why: { code: 'locked' } });
    expect(() => queryMetrics(cache, { ids: ['nonsense'], ...JANUARY }, context)).toThrow('unknown metric: nonsense');
    expect(() => queryMetrics(cache, { ids: ['sales'], ...JANUARY, by: ['nonsense'] }, context)).toThrow('unknown dimension: nonsense');
  });

  it('says of rates that are too young for their refunds that they are, instead of showing them low', () => {
    // The last refund is of the 20th: days after the 5th are younger than 15 days.
    const week = (id: string) =>
      queryMetrics(cache, { ids: [id], ...JANUARY, grain: 'week' }, context).rows.map((row) => [row.bucket, row.metrics[id]?.value ?? null, row.metrics[id]?.why?.code ?? null]);
    expect(week('refund_order_rate')).toEqual([
      ['2024-12-30', 0.5, null],
      ['2025-01-06', null, 'immature'],
      ['2025-01-13', null, 'immature'],
      ['2025-01-20', null, 'immature'],
      ['2025-01-27', null, 'immature'],
    ]);
    // A sum is what is known so far; it says that it is not final.
    expect(week('refunds_cohort')).toEqual([
      ['2024-12-30', 30_0000, null],
      ['2025-01-06', 0, 'immature'],
      ['2025-01-13', 30_0000, 'immature'],
      ['2025-01-20', 0, 'immature'],
      ['2025-01-27', 0, 'immature'],
    ]);
    // The month has both: its rate is shown and marked.
    expect(queryMetrics(cache, { ids: ['refund_rate'], ...JANUARY }, context).total.refund_rate).toMatchObject({ value: expect.closeTo(0.1304, 4), why: { code: 'immature' } });
    expect(queryMetrics(cache, { ids: ['refund_rate'], from: '2024-12-01', to: '2025-01-05' }, context).total.refund_rate).toMatchObject({ value: expect.closeTo(30 / 320, 6), why: null });
    // By refund day nothing is young.
    expect(queryMetrics(cache, { ids: ['refunds'], ...JANUARY }, context).total.refunds?.why).toBeNull();
  });

  it('warns of buyers who may be older than the data, and of few known buyers', () => {
    const notes = (ids: string[], more: object = {}) => queryMetrics(cache, { ids, ...JANUARY, ...more }, context).notes.map((note) => note.en);
    expect(notes(['new_buyers'])).toEqual(['New buyers: the data begins on 2024-12-15, buyers of before count as new']);
    expect(notes(['sales'])).toEqual([]);
    expect(notes(['buyers'])).toEqual([]);
    // From the 10th to the 11th one order of two names its buyer.
    expect(notes(['buyers'], { from: '2025-01-10', to: '2025-01-11' })).toEqual(['Paying buyers: only 50% of the paid orders name their buyer']);
    expect(queryMetrics(cache, { ids: ['buyers', 'orders'], from: '2025-01-11', to: '2025-01-11' }, context).total).toMatchObject({
      buyers: { value: null, why: { code: 'no-identity' } },
      orders: { value: 1, why: null },
    });
  });

  it('hides the margin where few costs are known', () => {
    // o4 sold C, whose cost nobody knows, for 50; o6 sold A for 100: two thirds are covered.
    const filtered = queryMetrics(cache, { ids: ['gross_margin', 'gross_profit'], from: '2025-01-11', to: '2025-01-16', by: ['platform'] }, context);
    expect(filtered.rows.map((row) => [row.dimensions.platform, row.metrics.gross_margin?.value, row.metrics.gross_margin?.why?.code ?? null, row.metrics.gross_profit?.value])).toEqual([
      ['jd', 0.6, null, 60_0000],
      ['tmall', null, 'low-coverage', 20_0000],
    ]);
  });

  it('has rows behind every base number that add up to it', () => {
    for (const metric of METRICS.filter((candidate) => candidate.measure !== undefined)) {
      const value = queryMetrics(cache, { ids: [metric.id], ...JANUARY }, context).total[metric.id]?.value;
      expect([metric.id, metricRows(cache, { metric: metric.id, ...JANUARY }).sum]).toEqual([metric.id, value]);
    }
  });

  it('has the rows of the numerator and of the denominator of a ratio', () => {
    expect(metricRows(cache, { metric: 'aov', ...JANUARY, part: 'numerator' })).toMatchObject({ part: 'numerator', sum: 460_0000, total: 6 });
    expect(metricRows(cache, { metric: 'aov', ...JANUARY, part: 'denominator' })).toMatchObject({ part: 'denominator', sum: 6, total: 6 });
    expect(metricRows(cache, { metric: 'refund_rate', ...JANUARY, part: 'numerator' })).toMatchObject({ sum: 60_0000, total: 2 });
  });

  it('knows its scope', () => {
    expect(scopeInfo(cache, { currency: 'CNY', timeZone: 'Asia/Shanghai' })).toMatchObject({ from: '2024-12-15', to: '2025-01-16', counts: { orders: 8, products: 3 } });
  });
});

describe('drivers', () => {
  it('split the change of sales into parts that add up', () => {
    const reply = salesDrivers(cache, { ...JANUARY, compare: 'previous' }, context);
    expect(reply).toMatchObject({ before: 160_0000, after: 460_0000, why: null });
    expect(reply.factors.reduce((sum, factor) => sum + factor.effect, 0)).toBe(300_0000);
    // Ang (2005): L(after, before) · ln(ratio); 284.0815·ln 3 = 312.09, 284.0815·ln(76.667/80) = −12.09.
    expect(reply.factors.map((factor) => [factor.id, Math.round(factor.effect / 100)])).toEqual([
      ['orders', 31209],
      ['aov', -1209],
    ]);
  });

  it('say so when there is nothing to compare with', () => {
    expect(salesDrivers(cache, { from: '2024-12-01', to: '2024-12-31', compare: 'previous' }, context)).toMatchObject({ factors: [], why: { code: 'no-comparison' } });
  });
});
