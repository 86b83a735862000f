import type { MetricInfo, ScopeReply } from '#contract/metrics';
import type { Text } from '#contract/values';
import { dayText } from '../values/dates.ts';
import { platformTitle } from '../values/platforms.ts';
import { provinceByName } from '../values/provinces.ts';
import type { MetricsCache } from './cache.ts';
import { CATALOGUE } from './catalogue.ts';
import { METRICS } from './catalogue/registry.ts';
import type { Measure } from './define.ts';
import { supports } from './aggregate.ts';
import { lastFullMonth } from './periods.ts';
import { missingNeeds, UNLOCK } from './unlock.ts';

/** Dimensions by which numbers can be broken down and filtered. */
export const DIMENSIONS: readonly { readonly id: string; readonly title: Text }[] = [
  { id: 'platform', title: { en: 'Channel', zh: '渠道' } },
  { id: 'shop', title: { en: 'Shop', zh: '店铺' } },
  { id: 'country', title: { en: 'Country', zh: '国家' } },
  { id: 'province', title: { en: 'Province', zh: '省份' } },
  { id: 'city', title: { en: 'City', zh: '城市' } },
  { id: 'category', title: { en: 'Category', zh: '类目' } },
  { id: 'brand', title: { en: 'Brand', zh: '品牌' } },
  { id: 'sku', title: { en: 'Product', zh: '商品' } },
  { id: 'new_returning', title: { en: 'New or returning', zh: '新老客' } },
  { id: 'payment_method', title: { en: 'Payment', zh: '支付方式' } },
  { id: 'sales_channel', title: { en: 'Sales channel', zh: '销售渠道' } },
  { id: 'device', title: { en: 'Device', zh: '设备' } },
  { id: 'kind', title: { en: 'Kind of return', zh: '售后类型' } },
];

const VALUE_TITLES: Readonly<Record<string, Text>> = { new: { en: 'New', zh: '新客' }, returning: { en: 'Returning', zh: '老客' } };

/** A dimension's value as it is shown. */
export function valueTitle(dimension: string, value: string | null): Text {
  if (value === null || value === '') return { en: 'Unknown', zh: '未知' };
  if (dimension === 'platform') return platformTitle(value);
  if (dimension === 'new_returning' && Object.hasOwn(VALUE_TITLES, value)) return VALUE_TITLES[value] as Text;
  const province = dimension === 'province' ? provinceByName(value) : undefined;
  return province === undefined ? { en: value, zh: value } : { en: province.english, zh: province.short };
}

/** The catalogue with what is lit and what is locked. */
export function catalogueInfo(cache: MetricsCache): MetricInfo[] {
  return METRICS.map((metric): MetricInfo => {
    const missing = missingNeeds(cache, metric.needs);
    const bases = (CATALOGUE.get(metric.id)?.bases ?? []).map((id) => CATALOGUE.get(id)?.metric.measure as Measure);
    return {
      id: metric.id,
      title: metric.title,
      definition: metric.definition,
      formula: metric.formula ?? describeMeasure(metric.measure as Measure),
      unit: metric.unit,
      good: metric.good,
      rod: metric.rod,
      onBoard: metric.onBoard === true,
      additive: metric.measure !== undefined && (metric.measure.aggregate === 'sum' || metric.measure.aggregate === 'count'),
      state: missing.length === 0 ? 'lit' : 'locked',
      unlock: missing.map((need) => UNLOCK[need]),
      dimensions: DIMENSIONS.filter(({ id }) => bases.every((base) => supports(cache, base, [id]))).map(({ id }) => id),
      notes: metric.notes ?? [],
    };
  });
}

function describeMeasure({ aggregate, of, times, view, date }: Measure): string {
  const what = of === undefined ? 'rows' : times === undefined ? of : `${of} × ${times}`;
  return `${aggregate}(${what}) of ${view} by ${date}`;
}

/** What the data covers: days, dimensions with their values, counts. */
export function scopeInfo(cache: MetricsCache, context: { readonly currency: string; readonly timeZone: string }): ScopeReply {
  const { paid } = cache.facts;
  const { firstDay, lastDay } = cache;
  return {
    from: firstDay === null ? null : dayText(firstDay),
    to: lastDay === null ? null : dayText(lastDay),
    currency: context.currency,
    timeZone: context.timeZone,
    lastFullMonth: firstDay === null || lastDay === null ? null : lastFullMonth(firstDay, lastDay),
    dimensions: DIMENSIONS.flatMap(({ id, title }) => {
      const values = countValues(cache, id);
      // A dimension with one value tells nothing apart.
      return values.length < 2 ? [] : [{ id, title, values: values.slice(0, 200).map(([value, orders]) => ({ value, title: valueTitle(id, value), orders })) }];
    }),
    counts: { orders: paid.counts.reduce((sum, one) => sum + one, 0), customers: cache.customers, products: cache.products },
  };
}

function countValues(cache: MetricsCache, dimension: string): [string, number][] {
  const { paid } = cache.facts;
  const texts = paid.texts(dimension);
  if (texts === null) return [];
  const counts = new Uint32Array(texts.dictionary.size);
  for (let row = 0; row < paid.rows; row++) if (paid.counts[row] === 1) counts[texts.codes[row] as number] = (counts[texts.codes[row] as number] as number) + 1;
  const values: [string, number][] = [];
  for (let code = 1; code < counts.length; code++) if ((counts[code] as number) > 0) values.push([texts.dictionary.text(code) as string, counts[code] as number]);
  return values.sort((a, b) => b[1] - a[1]);
}
