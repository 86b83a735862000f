import { SuanpanError } from '#contract/errors';
import type { Grain, MetricsReply, MetricsRequest, MetricsRow, MetricValue, Why } from '#contract/metrics';
import type { Text } from '#contract/values';
import { dayNumber } from '../values/dates.ts';
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
  const value = (metric: CompiledMetric, key: string, now: Pass, then: Pass | null): MetricValue => {
    const why = whyNot(cache, metric, now);
    const result = why === null ? now.value(metric, key) : null;
    return { value: result, previous: then === null || !reaches || why !== null ? null : then.value(metric, key), why: why ?? (result === null ? EMPTY : null) };
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
    notes: [...context.notes, ...notesOf(cache, metrics, period)],
    rowCount: cache.facts.paid.counts.reduce((sum, one) => sum + one, 0),
  };
}

const EMPTY: Why = { code: 'empty', needs: [], message: { en: 'Nothing to divide by in this period', zh: '该期间没有可用于计算的数据' } };

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

  constructor(cache: MetricsCache, metrics: readonly CompiledMetric[], period: Period, grain: Grain | undefined, by: readonly string[], filters: Readonly<Record<string, readonly string[]>>) {
    this.buckets = bucketsOf(period, grain);
    const scope = { from: dayNumber(period.from), to: dayNumber(period.to), buckets: this.buckets.ofDay, by, filters };
    for (const id of new Set(metrics.flatMap((metric) => metric.bases))) {
      const measure = baseOf(id);
      if (supports(cache, measure, [...by, ...Object.keys(filters)])) this.#groups.set(id, aggregate(cache, measure, scope));
    }
  }

  computed(base: string): boolean {
    return this.#groups.has(base);
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
    for (const groups of this.#groups.values()) for (const key of groups.keys()) keys.add(key);
    return [...keys].sort((a, b) => {
      const order = Number(a.split('\u001f')[0]) - Number(b.split('\u001f')[0]);
      return order !== 0 ? order : a < b ? -1 : 1;
    });
  }
}

function notesOf(cache: MetricsCache, metrics: readonly CompiledMetric[], period: Period): Text[] {
  const notes: Text[] = [];
  const young = metrics.filter(({ metric }) => metric.matureAfterDays !== undefined && cache.lastDay !== null && cache.lastDay - dayNumber(period.to) < metric.matureAfterDays);
  if (young.length > 0)
    notes.push({
      en: `${young.map(({ metric }) => metric.title.en).join(', ')}: the last days are not final, refunds still arrive`,
      zh: `${young.map(({ metric }) => metric.title.zh).join('、')}：最近几天尚未定型，退款仍在发生`,
    });
  return notes;
}
