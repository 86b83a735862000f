import { SuanpanError } from '#contract/errors';
import type { Grain, MetricsReply, MetricsRequest, MetricsRow, MetricValue, Why } from '#contract/metrics';
import type { Text } from '#contract/values';
import { addDays, dayNumber, dayText } from '../values/dates.ts';
import { aggregate, type Groups, groupKey, supports } from './aggregate.ts';
import type { MetricsCache } from './cache.ts';
import { CATALOGUE, type CompiledMetric } from './catalogue.ts';
import { evaluateFormula } from './formula.ts';
import { missingNeeds, UNLOCK } from './unlock.ts';
import { bucketsOf, comparedPeriod, lastFullMonth, type Period } from './periods.ts';

/** The metric of that id. @throws SuanpanError `not-found` */
export function metricById(id: string): CompiledMetric {
  const found = CATALOGUE.get(id);
  if (found === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `unknown metric: ${id}`, zh: `没有指标 ${id}` } });
  return found;
}

/** The asked period, or the last full month. @throws SuanpanError `no-data`, `invalid-params` */
export function resolvePeriod(cache: MetricsCache, request: Pick<MetricsRequest, 'from' | 'to'>): Period {
  if (cache.firstDay === null || cache.lastDay === null) {
    throw new SuanpanError({ code: 'no-data', message: { en: 'There are no orders yet', zh: '还没有订单数据' }, hint: { en: 'Import an order export', zh: '请导入订单报表' } });
  }
  const month = lastFullMonth(cache.firstDay, cache.lastDay);
  const period = { from: request.from ?? (request.to === undefined ? month.from : request.to), to: request.to ?? (request.from === undefined ? month.to : request.from) };
  for (const day of [period.from, period.to]) if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw invalidPeriod(`invalid day: ${day}`, `日期无效：${day}`);
  if (period.from > period.to) throw invalidPeriod('the period ends before it begins', '期间的结束早于开始');
  if (dayNumber(period.to) - dayNumber(period.from) > 40_000) throw invalidPeriod('the period is too long', '期间过长');
  return period;
}

const invalidPeriod = (en: string, zh: string) => new SuanpanError({ code: 'invalid-params', message: { en, zh } });

/**
 * Evaluates metrics over the column cache: every base measure is one pass, ratios are computed from sums at the asked grain, and
 * totals are computed, never added up.
 *
 * @throws SuanpanError `no-data`, `not-found`, `invalid-params`
 */
export function queryMetrics(cache: MetricsCache, request: MetricsRequest, context: { readonly currency: string; readonly notes: readonly Text[] }): MetricsReply {
  const period = resolvePeriod(cache, request);
  const compared = request.compare === undefined ? null : comparedPeriod(period, request.compare);
  const metrics = request.ids.map(metricById);
  const by = request.by ?? [];
  const filters = request.filters ?? {};
  const used = [...Object.keys(filters), ...by];
  for (const dimension of used) {
    if (!metrics.some((metric) => metric.bases.every((id) => supports(cache, baseOf(id), [dimension]))))
      throw new SuanpanError({ code: 'invalid-params', message: { en: `unknown dimension: ${dimension}`, zh: `没有维度 ${dimension}` } });
  }
  const pass = (of: Period, grain: Grain | undefined, dimensions: readonly string[]) => new Pass(cache, metrics, of, grain, dimensions, filters);
  const current = pass(period, request.grain, by);
  const before = compared === null ? null : pass(compared, request.grain, by);
  const whole = pass(period, undefined, []);
  const wholeBefore = compared === null ? null : pass(compared, undefined, []);
  const reaches = compared !== null && cache.firstDay !== null && dayNumber(compared.to) >= cache.firstDay;
  const nobody = identityCoverage(whole) === 0;
  const value = (metric: CompiledMetric, key: string, now: Pass, then: Pass | null): MetricValue => {
    const why = whyNot(cache, metric, now) ?? (nobody && metric.metric.needs.includes('identity') ? NOBODY : null) ?? guarded(metric, key, now);
    const young = why === null ? immature(cache, metric, now.rangeOf(key)) : null;
    // A rate of days that are all too young would only look low; a sum is what is known so far.
    const result = why !== null || (young?.wholly === true && metric.formula !== null) ? null : now.value(metric, key);
    const reason = why ?? young?.why ?? (result === null ? EMPTY : null);
    return { value: result, previous: then === null || !reaches || why !== null ? null : then.value(metric, key), why: reason };
  };
  const rows = current.keys(request.grain !== undefined && by.length === 0).map((key): MetricsRow => {
    const [bucket, ...labels] = key.split('\u001f');
    return {
      bucket: current.buckets.labels[Number(bucket)] ?? null,
      dimensions: Object.fromEntries(by.map((dimension, i) => [dimension, labels[i] === '\u0000' ? null : (labels[i] ?? null)])),
      metrics: Object.fromEntries(metrics.map((metric) => [metric.metric.id, value(metric, key, current, before)])),
    };
  });
  return {
    period,
    compared,
    currency: context.currency,
    rows,
    total: Object.fromEntries(metrics.map((metric) => [metric.metric.id, value(metric, '0', whole, wholeBefore)])),
    notes: [...context.notes, ...notesOf(cache, metrics, period, identityCoverage(whole))],
    rowCount: cache.facts.paid.counts.reduce((sum, one) => sum + one, 0),
  };
}

const EMPTY: Why = { code: 'empty', needs: [], message: { en: 'Nothing to divide by in this period', zh: '该期间没有可用于计算的数据' } };

const NOBODY: Why = { code: 'no-identity', needs: ['identity'], message: { en: 'No order of this scope names its buyer', zh: '该范围内的订单均无买家身份' } };

/** Below this share of orders with a known buyer, numbers about buyers carry a warning. */
const ENOUGH_IDENTITY = 0.6;

/** Share of paid orders whose buyer is known; `null` without orders or when no metric about buyers was asked for. */
function identityCoverage(whole: Pass): number | null {
  if (!whole.computed('known_orders') || !whole.computed('orders')) return null;
  const all = whole.value(metricById('orders'), '0') ?? 0;
  return all === 0 ? null : (whole.value(metricById('known_orders'), '0') ?? 0) / all;
}

/** A ratio that stands on too little of the data has no value. */
function guarded({ metric }: CompiledMetric, key: string, now: Pass): Why | null {
  if (metric.guard === undefined) return null;
  const share = now.value(metricById(metric.guard.metric), key);
  return share !== null && share < metric.guard.least ? { code: 'low-coverage', needs: [], message: metric.guard.message } : null;
}

/** Whether days of a range are too young for a metric to be final, and whether all of them are. */
function immature(cache: MetricsCache, { metric }: CompiledMetric, range: Period): { readonly wholly: boolean; readonly why: Why } | null {
  const { matureAfterDays } = metric;
  if (matureAfterDays === undefined || cache.asOf === null || cache.asOf - dayNumber(range.to) >= matureAfterDays) return null;
  const days = matureAfterDays;
  return {
    wholly: cache.asOf - dayNumber(range.from) < days,
    why: {
      code: 'immature',
      needs: [],
      message:
        days === 1
          ? { en: 'The last day is not final yet', zh: '最后一天尚未定型' }
          : { en: `The last ${days} days are not final yet: refunds still arrive`, zh: `最近 ${days} 天尚未定型，退款仍在发生` },
    },
  };
}

function baseOf(id: string) {
  const { measure } = metricById(id).metric;
  if (measure === undefined) throw new Error(`not a base measure: ${id}`);
  return measure;
}

/** Why a metric has no value at all here: data that is not imported, or a dimension its rows do not have. */
function whyNot(cache: MetricsCache, { metric, bases }: CompiledMetric, pass: Pass): Why | null {
  const missing = missingNeeds(cache, metric.needs);
  if (missing.length > 0) {
    const identity = missing.includes('identity') && missing.length === 1;
    return { code: identity ? 'no-identity' : 'locked', needs: missing, message: UNLOCK[missing[0] as keyof typeof UNLOCK] };
  }
  const unsupported = bases.some((id) => !pass.computed(id));
  return unsupported ? { code: 'locked', needs: [], message: { en: 'Not known by this breakdown or filter', zh: '无法按此维度或筛选计算' } } : null;
}

/** All base measures of some metrics over one period. */
class Pass {
  readonly buckets: ReturnType<typeof bucketsOf>;
  readonly #groups = new Map<string, Groups>();
  /** Base measures of the asked metrics; others only serve to judge them. */
  readonly #asked: ReadonlySet<string>;
  readonly #period: Period;

  constructor(cache: MetricsCache, metrics: readonly CompiledMetric[], period: Period, grain: Grain | undefined, by: readonly string[], filters: Readonly<Record<string, readonly string[]>>) {
    this.buckets = bucketsOf(period, grain);
    const scope = { from: dayNumber(period.from), to: dayNumber(period.to), buckets: this.buckets.ofDay, by, filters };
    const guards = metrics.flatMap(({ metric }) => (metric.guard === undefined ? [] : metricById(metric.guard.metric).bases));
    const identity = metrics.some(({ metric }) => metric.needs.includes('identity')) ? ['known_orders', 'orders'] : [];
    this.#asked = new Set(metrics.flatMap((metric) => metric.bases));
    this.#period = period;
    for (const id of new Set([...this.#asked, ...guards, ...identity])) {
      const measure = baseOf(id);
      if (supports(cache, measure, [...by, ...Object.keys(filters)])) this.#groups.set(id, aggregate(cache, measure, scope));
    }
  }

  computed(base: string): boolean {
    return this.#groups.has(base);
  }

  /** The days that a group is about. */
  rangeOf(key: string): Period {
    const bucket = Number(key.split('\u001f')[0]);
    const { labels } = this.buckets;
    const first = labels[bucket] ?? this.#period.from;
    const next = labels[bucket + 1] ?? null;
    return { from: first < this.#period.from ? this.#period.from : first, to: next === null ? this.#period.to : addDays(next, -1) };
  }

  /** Sums and counts of no rows are 0; a ratio of them is nothing. */
  value({ metric, formula }: CompiledMetric, key: string): number | null {
    if (formula === null) return this.#groups.get(metric.id)?.get(key) ?? (this.#groups.has(metric.id) ? 0 : null);
    return evaluateFormula(formula, (id) => this.value(metricById(id), key));
  }

  /** Every group in order: all buckets when asked (a day without orders is a day with 0), else those with rows. */
  keys(everyBucket: boolean): string[] {
    if (everyBucket) return this.buckets.labels.map((_, bucket) => groupKey(bucket, []));
    const keys = new Set<string>();
    for (const [id, groups] of this.#groups) if (this.#asked.has(id)) for (const key of groups.keys()) keys.add(key);
    return [...keys].sort((a, b) => {
      const order = Number(a.split('\u001f')[0]) - Number(b.split('\u001f')[0]);
      return order !== 0 ? order : a < b ? -1 : 1;
    });
  }
}

function notesOf(cache: MetricsCache, metrics: readonly CompiledMetric[], period: Period, coverage: number | null): Text[] {
  const notes: Text[] = [];
  const young = metrics.filter((metric) => immature(cache, metric, period) !== null);
  if (young.length > 0) notes.push({ en: `${titles(young, 'en')}: the last days are not final yet`, zh: `${titles(young, 'zh')}：最近几天尚未定型` });
  const early = metrics.filter(({ metric }) => metric.historyDays !== undefined && cache.firstDay !== null && dayNumber(period.from) - cache.firstDay < metric.historyDays);
  if (early.length > 0)
    notes.push({
      en: `${titles(early, 'en')}: the data begins on ${dayText(cache.firstDay as number)}, buyers of before count as new`,
      zh: `${titles(early, 'zh')}：数据始于 ${dayText(cache.firstDay as number)}，此前的买家会被计为新客`,
    });
  const about = metrics.filter(({ metric }) => metric.needs.includes('identity'));
  if (about.length > 0 && coverage !== null && coverage > 0 && coverage < ENOUGH_IDENTITY)
    notes.push({
      en: `${titles(about, 'en')}: only ${Math.floor(coverage * 100)}% of the paid orders name their buyer`,
      zh: `${titles(about, 'zh')}：仅 ${Math.floor(coverage * 100)}% 的已付款订单有买家身份`,
    });
  return notes;
}

const titles = (metrics: readonly CompiledMetric[], lang: 'en' | 'zh'): string => metrics.map(({ metric }) => metric.title[lang]).join(lang === 'en' ? ', ' : '、');
