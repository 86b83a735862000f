import type { DriversReply, MetricsRequest } from '#contract/metrics';
import type { Text } from '#contract/values';
import type { MetricsCache } from './cache.ts';
import { queryMetrics } from './evaluate.ts';

/**
 * Splits the change of sales into orders and average order value, so that the effects add up to the change exactly
 * (logarithmic mean Divisia index, additive form: B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide",
 * Energy Policy 33 (2005) 867–871).
 */
export function salesDrivers(cache: MetricsCache, request: Omit<MetricsRequest, 'ids' | 'grain' | 'by'>, context: { readonly currency: string; readonly notes: readonly Text[] }): DriversReply {
  const { total } = queryMetrics(cache, { ...request, compare: request.compare ?? 'previous', ids: ['sales', 'orders', 'aov'] }, context);
  const now = (id: string) => total[id]?.value ?? null;
  const then = (id: string) => total[id]?.previous ?? null;
  const [after, before] = [now('sales'), then('sales')];
  if (after === null || before === null || after <= 0 || before <= 0) {
    return {
      metric: 'sales',
      before: before ?? 0,
      after: after ?? 0,
      factors: [],
      sentence: { en: 'Not enough history to compare', zh: '历史数据不足，无法比较' },
      why: { code: 'no-comparison', needs: [], message: { en: 'There are no sales in the period compared with', zh: '对比期间没有销售' } },
    };
  }
  const factors = lmdi(before, after, [
    { id: 'orders', before: then('orders') as number, after: now('orders') as number },
    { id: 'aov', before: then('aov') as number, after: now('aov') as number },
  ]);
  const titles: Readonly<Record<string, Text>> = { orders: { en: 'Orders', zh: '订单数' }, aov: { en: 'Order value', zh: '笔单价' } };
  return { metric: 'sales', before, after, factors: factors.map((factor) => ({ ...factor, title: titles[factor.id] as Text })), sentence: sentenceOf(after - before, factors), why: null };
}

interface Factor {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

/** Effects of factors whose product is the total; rounding goes to the largest so that they add up to the last digit. */
export function lmdi(before: number, after: number, factors: readonly Factor[]): (Factor & { effect: number })[] {
  const weight = after === before ? after : (after - before) / Math.log(after / before);
  const effects = factors.map((factor) => Math.round(weight * Math.log(factor.after / factor.before)));
  const rest = Math.round(after - before) - effects.reduce((sum, effect) => sum + effect, 0);
  const largest = effects.reduce((best, effect, i) => (Math.abs(effect) > Math.abs(effects[best] as number) ? i : best), 0);
  return factors.map((factor, i) => ({ ...factor, effect: (effects[i] as number) + (i === largest ? rest : 0) }));
}

function sentenceOf(change: number, factors: readonly (Factor & { effect: number })[]): Text {
  if (change === 0) return { en: 'Sales did not change', zh: '销售额没有变化' };
  const same = factors.filter((factor) => Math.sign(factor.effect) === Math.sign(change));
  const main = same.reduce((best, factor) => (Math.abs(factor.effect) > Math.abs(best.effect) ? factor : best), same[0] ?? (factors[0] as Factor & { effect: number }));
  const other = factors.find((factor) => factor.id !== main.id);
  const against = other !== undefined && Math.sign(other.effect) === -Math.sign(change);
  const up = change > 0;
  const share = Math.round((Math.abs(main.effect) / Math.abs(change)) * 100);
  if (main.id === 'orders') {
    return {
      en: `${up ? 'More' : 'Fewer'} orders did most of it${against ? '; the value of an order worked the other way' : ` (${share}%)`}`,
      zh: `主要由于订单${up ? '增加' : '减少'}${against ? '，笔单价起了相反作用' : `（占 ${share}%）`}`,
    };
  }
  return {
    en: `Orders were worth ${up ? 'more' : 'less'}, that did most of it${against ? '; their number worked the other way' : ` (${share}%)`}`,
    zh: `主要由于笔单价${up ? '上升' : '下降'}${against ? '，订单数起了相反作用' : `（占 ${share}%）`}`,
  };
}
