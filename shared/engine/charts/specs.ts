import type { ChartReply, DriversReply, MetricInfo, MetricsReply } from '#contract/metrics';
import type { RfmReply } from '#contract/segments';
import { type Lang, MONEY_SCALE, type Text } from '#contract/values';
import { currencySymbol, shortDay, shortMoney, showChange, showMetric } from './format.ts';
import { dark } from './themes/dark.ts';
import { light } from './themes/light.ts';

export interface ChartStyle {
  readonly theme: 'light' | 'dark';
  readonly lang: Lang;
  readonly width: number;
  readonly height: number;
}

type Spec = Record<string, unknown>;

const INK = { light: { text: '#1B1D21', muted: '#8D9096', onDark: '#FFFFFF', surface: '#FFFFFF' }, dark: { text: '#ECEDEF', muted: '#8D9096', onDark: '#101216', surface: '#181B20' } } as const;
const COLOURS = { light: { main: '#1F5FAE', good: '#139475', bad: '#C46C22', other: '#A9ABB0' }, dark: { main: '#67AAEF', good: '#3A8D7F', bad: '#F2803A', other: '#6B727D' } } as const;

function frame({ theme, width, height }: ChartStyle, body: Spec): Spec {
  return { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', config: theme === 'light' ? light : dark, width, height, autosize: { type: 'fit', contains: 'padding' }, ...body };
}

/** Axis labels: ¥120k and ¥1.28M in English, 12万 and 128.5万 in Chinese, as a Vega expression. */
function moneyLabels(currency: string, lang: Lang): string {
  if (lang === 'zh') return "abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '~r') + '亿' : abs(datum.value) >= 1e4 ? format(datum.value / 1e4, '~r') + '万' : format(datum.value, ',~r')";
  const symbol = currencySymbol(currency).replaceAll("'", "\\'");
  return `(datum.value < 0 ? '\u2212' : '') + '${symbol}' + (abs(datum.value) >= 1e6 ? format(abs(datum.value) / 1e6, '~r') + 'M' : abs(datum.value) >= 1e3 ? format(abs(datum.value) / 1e3, '~r') + 'k' : format(abs(datum.value), ',~r'))`;
}

function axisLabels(metric: MetricInfo, currency: string, lang: Lang): string {
  if (metric.unit === 'money') return moneyLabels(currency, lang);
  if (metric.unit === 'ratio') return "format(datum.value, '~%')";
  return "format(datum.value, ',~r')";
}

const scaled = (value: number | null, metric: MetricInfo) => (value === null ? null : metric.unit === 'money' ? value / MONEY_SCALE : value);

/** A metric by day (or another grain): a solid line with an area, the compared period as a grey dash. */
export function dailyChart(reply: MetricsReply, metric: MetricInfo, style: ChartStyle): ChartReply {
  const { lang } = style;
  const points = reply.rows.flatMap((row, i) => {
    const value = row.metrics[metric.id];
    const bucket = row.bucket ?? '';
    return value === undefined
      ? []
      : [
          {
            i,
            day: bucket,
            label: shortDay(bucket, lang),
            value: scaled(value.value, metric),
            previous: scaled(value.previous, metric),
            shown: showMetric(value.value, metric.unit, reply.currency),
            shownBefore: showMetric(value.previous, metric.unit, reply.currency),
            change: showChange(value.value, value.previous, metric.unit, lang) ?? '',
          },
        ];
  });
  const step = Math.max(1, Math.ceil(points.length / 8));
  const ticks = points
    .filter((_, i) => i % step === 0 || i === points.length - 1)
    .filter((_, i, all) => i !== all.length - 2 || points.length % step !== 1 || all.length < 4)
    .map((point) => point.i);
  const labels = JSON.stringify(points.map((point) => point.label));
  const x = {
    field: 'i',
    type: 'quantitative',
    scale: { domain: [0, Math.max(1, points.length - 1)], nice: false, zero: false },
    axis: { values: ticks, title: null, grid: false, labelFlush: true, labelExpr: `${labels}[datum.value]` },
  };
  const y = { field: 'value', type: 'quantitative', axis: { title: null, tickCount: 4, labelExpr: axisLabels(metric, reply.currency, lang) }, scale: { zero: true, nice: true } };
  const colour = COLOURS[style.theme].main;
  const hasBefore = points.some((point) => point.previous !== null);
  const spec = frame(style, {
    data: { name: 'points', values: points },
    encoding: { x },
    layer: [
      { mark: { type: 'area', color: colour, line: false }, encoding: { y } },
      ...(hasBefore ? [{ mark: { type: 'line', color: INK[style.theme].muted, strokeWidth: 1.3, strokeDash: [3, 3] }, encoding: { y: { ...y, field: 'previous' } } }] : []),
      { mark: { type: 'line', color: colour }, encoding: { y } },
      {
        params: [{ name: 'hover', select: { type: 'point', on: 'pointermove', nearest: true, encodings: ['x'], clear: 'pointerout' } }],
        mark: { type: 'point', size: 48, color: colour, filled: true },
        encoding: { y, opacity: { condition: { param: 'hover', empty: false, value: 1 }, value: 0 } },
      },
    ],
  });
  const peak = points.reduce<(typeof points)[number] | null>((best, point) => (point.value !== null && (best === null || point.value > (best.value ?? 0)) ? point : best), null);
  const total = reply.total[metric.id];
  const text: Text = {
    en: `${metric.title.en} ${reply.period.from} to ${reply.period.to}: ${showMetric(total?.value ?? null, metric.unit, reply.currency)}${peak === null ? '' : `, highest on ${shortDay(peak.day, 'en')} with ${peak.shown}`}.`,
    zh: `${reply.period.from} 至 ${reply.period.to} ${metric.title.zh} ${showMetric(total?.value ?? null, metric.unit, reply.currency)}${peak === null ? '' : `，${shortDay(peak.day, 'zh')} 最高，为 ${peak.shown}`}。`,
  };
  return { spec, text, table: { columns: [{ en: 'Day', zh: '日期' }, metric.title, { en: 'Compared', zh: '对比期' }], rows: points.map((point) => [point.day, point.shown, point.shownBefore]) } };
}

/** A few points without axes, for a tile. */
export function sparkChart(reply: MetricsReply, metric: MetricInfo, style: ChartStyle): ChartReply {
  const values = reply.rows.map((row, i) => ({ i, value: scaled(row.metrics[metric.id]?.value ?? null, metric) }));
  const colour = COLOURS[style.theme].main;
  const encoding = { x: { field: 'i', type: 'quantitative', axis: null, scale: { nice: false, zero: false } }, y: { field: 'value', type: 'quantitative', axis: null, scale: { zero: false } } };
  const spec = frame(style, {
    padding: { left: 2, right: 4, top: 4, bottom: 2 },
    data: { values },
    layer: [
      { mark: { type: 'area', color: colour, line: false }, encoding },
      { mark: { type: 'line', color: colour, strokeWidth: 1.5 }, encoding },
      { transform: [{ filter: `datum.i == ${values.length - 1}` }], mark: { type: 'point', color: colour, size: 18, opacity: 1 }, encoding },
    ],
  });
  return {
    spec,
    text: { en: `${metric.title.en} over the period`, zh: `${metric.title.zh}走势` },
    table: { columns: [{ en: 'Day', zh: '日期' }, metric.title], rows: reply.rows.map((row) => [row.bucket, showMetric(row.metrics[metric.id]?.value ?? null, metric.unit, reply.currency)]) },
  };
}

/** How a total moved: before, one bar a factor, after. Bars that float over a cut base carry a visible break. */
export function driversChart(reply: DriversReply, currency: string, names: { readonly before: Text; readonly after: Text }, style: ChartStyle): ChartReply {
  const { lang } = style;
  const money = (value: number) => value / MONEY_SCALE;
  const sign = (value: number) => (value > 0 ? '+' : '') + shortMoney(value, currency, lang);
  let level = reply.before;
  const bars = [
    { name: names.before[lang], from: 0, to: money(reply.before), kind: 'other', label: shortMoney(reply.before, currency, lang) },
    ...reply.factors.map((factor) => {
      const from = level;
      level += factor.effect;
      return { name: factor.title[lang], from: money(from), to: money(level), kind: factor.effect >= 0 ? 'good' : 'bad', label: sign(factor.effect) };
    }),
    { name: names.after[lang], from: 0, to: money(reply.after), kind: 'main', label: shortMoney(reply.after, currency, lang) },
  ].map((bar, i) => ({ ...bar, i, top: Math.max(bar.from, bar.to) }));
  const heights = bars.flatMap((bar) => (bar.from === 0 ? [bar.to] : [bar.from, bar.to]));
  const lowest = Math.min(...heights);
  const highest = Math.max(...heights);
  // The changes are what the chart is about: the base is cut where they would drown in it.
  const cut = highest - lowest < highest * 0.35 ? Math.max(0, lowest - (highest - lowest) * 1.2) : 0;
  const data = bars.map((bar) => ({ ...bar, from: Math.max(cut, bar.from), breakAt: cut > 0 && bar.from === 0 ? cut + (highest - cut) * 0.08 : null }));
  const colours = COLOURS[style.theme];
  const x = { field: 'name', type: 'nominal', sort: null, axis: { title: null, labelAngle: 0, labelLimit: 0, labelFontSize: 11 } };
  const y = { field: 'from', type: 'quantitative', axis: null, scale: { domain: [cut, highest + (highest - cut) * 0.14], nice: false, zero: false } };
  const spec = frame(style, {
    data: { values: data },
    layer: [
      {
        mark: { type: 'bar', cornerRadius: 2 },
        encoding: {
          x,
          y,
          y2: { field: 'to' },
          color: { field: 'kind', type: 'nominal', legend: null, scale: { domain: ['other', 'good', 'bad', 'main'], range: [colours.other, colours.good, colours.bad, colours.main] } },
        },
      },
      { transform: [{ filter: 'datum.breakAt != null' }], mark: { type: 'tick', color: INK[style.theme].surface, thickness: 3, width: 80 }, encoding: { x, y: { ...y, field: 'breakAt' } } },
      { mark: { type: 'text', baseline: 'bottom', dy: -4, color: INK[style.theme].text, fontSize: 12 }, encoding: { x, y: { ...y, field: 'top' }, text: { field: 'label' } } },
    ],
  });
  return {
    spec,
    text: reply.sentence,
    table: {
      columns: [
        { en: 'Part', zh: '项目' },
        { en: 'Effect', zh: '影响' },
      ],
      rows: bars.map((bar) => [bar.name, bar.label]),
    },
  };
}

/** Horizontal bars of one metric by a dimension, largest first; more than eight become "Other". */
export function barsChart(rows: readonly { readonly title: string; readonly value: number }[], metric: MetricInfo, currency: string, style: ChartStyle): ChartReply {
  const sorted = [...rows].sort((a, b) => b.value - a.value);
  const top = sorted.slice(0, 8);
  const rest = sorted.slice(8).reduce((sum, row) => sum + row.value, 0);
  const shown = sorted.length > 8 ? [...top, { title: style.lang === 'zh' ? '其他' : 'Other', value: rest }] : top;
  const data = shown.map((row) => ({ ...row, value: scaled(row.value, metric), label: showMetric(row.value, metric.unit, currency) }));
  const y = { field: 'title', type: 'nominal', sort: null, axis: { title: null, domain: false, labelLimit: 140 } };
  const spec = frame(style, {
    data: { values: data },
    layer: [
      { mark: { type: 'bar', color: COLOURS[style.theme].main }, encoding: { y, x: { field: 'value', type: 'quantitative', axis: null, scale: { zero: true } } } },
      { mark: { type: 'text', align: 'left', dx: 5, color: INK[style.theme].text }, encoding: { y, x: { field: 'value', type: 'quantitative' }, text: { field: 'label' } } },
    ],
  });
  return { spec, text: metric.title, table: { columns: [{ en: 'Group', zh: '分组' }, metric.title], rows: data.map((row) => [row.title, row.label]) } };
}

/** The RFM grid: orders upwards, recency to the right, darker for more customers. */
export function rfmChart(reply: RfmReply, style: ChartStyle): ChartReply {
  const { lang } = style;
  const titles = new Map(reply.regions.map((region) => [region.id, region.title[lang]]));
  const named = new Set<string>();
  const cells = reply.cells.map((cell) => {
    const first = !named.has(cell.region);
    named.add(cell.region);
    return { ...cell, name: first ? titles.get(cell.region) : '', row: 5 - cell.f, strong: 0 };
  });
  const most = Math.max(1, ...cells.map((cell) => cell.customers));
  const data = cells.map((cell) => ({ ...cell, strong: cell.customers / most > 0.55 ? 1 : 0 }));
  const dark_ = style.theme === 'dark';
  const ink = { condition: { test: 'datum.strong == 1', value: dark_ ? '#101216' : '#FFFFFF' }, value: dark_ ? '#ECEDEF' : '#1B1D21' };
  const recency = reply.cuts.recency;
  const dayLabels = [5, 4, 3, 2, 1].map((n) => {
    const low = recency[n - 1];
    return low === undefined || Number.isNaN(low) ? '' : n === 5 ? (lang === 'zh' ? `${low} 天以上` : `${low} d +`) : lang === 'zh' ? `${low} 天起` : `from ${low} d`;
  });
  const x = {
    field: 'r',
    type: 'ordinal',
    axis: { title: lang === 'zh' ? '距上次下单天数' : 'Days since last order', labelAngle: 0, domain: false, labelExpr: `${JSON.stringify(dayLabels)}[datum.value - 1]` },
  };
  const y = {
    field: 'row',
    type: 'ordinal',
    axis: { title: lang === 'zh' ? '订单数' : 'Orders', domain: false, grid: false, labelExpr: `['${lang === 'zh' ? '5 单以上' : '5 +'}', '4', '3', '2', '1'][datum.value]` },
  };
  const spec = frame(style, {
    data: { values: data },
    layer: [
      { mark: { type: 'rect' }, encoding: { x, y, color: { field: 'customers', type: 'quantitative', legend: null, scale: { type: 'sqrt', zero: true } } } },
      { mark: { type: 'text', align: 'left', baseline: 'top', dx: -28, dy: -14, fontSize: 11 }, encoding: { x, y, text: { field: 'name' }, color: ink } },
      { mark: { type: 'text', dy: 8, fontSize: 12, fontWeight: 500 }, encoding: { x, y, text: { field: 'customers', format: ',' }, color: ink } },
    ],
  });
  return {
    spec,
    text: { en: `${reply.customers} customers by recency and frequency`, zh: `${reply.customers} 位客户的近度与频次分布` },
    table: {
      columns: [
        { en: 'Region', zh: '分区' },
        { en: 'Customers', zh: '客户数' },
      ],
      rows: reply.regions.map((region) => [region.title[lang], region.customers]),
    },
  };
}
