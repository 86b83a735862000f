import type { ChartReply, MetricInfo, MetricsReply } from '#contract/metrics';
import type { Lang, Text } from '#contract/values';
import { dayNumber } from '../values/dates.ts';
import { bucketText, shortMoney, showChange, showMetric } from './format.ts';
import { axisLabels, type ChartStyle, COLOURS, frame, INK, scaled } from './frame.ts';

/** A metric by day (or another grain): a solid line with an area, the compared period as a grey dash. */
export function dailyChart(reply: MetricsReply, metric: MetricInfo, style: ChartStyle): ChartReply {
  const { lang } = style;
  const step = bucketDays(reply);
  const points = reply.rows.flatMap((row, i) => {
    const value = row.metrics[metric.id];
    const bucket = row.bucket ?? '';
    return value === undefined
      ? []
      : [
          {
            i,
            day: bucket,
            label: bucketText(bucket, step, lang),
            value: scaled(value.value, metric),
            previous: scaled(value.previous, metric),
            shown: showMetric(value.value, metric.unit, reply.currency),
            shownBefore: showMetric(value.previous, metric.unit, reply.currency),
            change: showChange(value.value, value.previous, metric.unit, lang) ?? '',
            peak: value.value === null ? '' : metric.unit === 'money' ? shortMoney(value.value, reply.currency, lang) : showMetric(value.value, metric.unit, reply.currency),
          },
        ];
  });
  const ticks = spreadTicks(points.length, Math.max(2, Math.floor(style.width / 84)));
  const labels = JSON.stringify(points.map((point) => point.label));
  const x = {
    field: 'i',
    type: 'quantitative',
    scale: { domain: [0, Math.max(1, points.length - 1)], nice: false, zero: false },
    axis: { values: ticks, title: null, grid: false, labelFlush: true, labelOverlap: false, labelExpr: `${labels}[datum.value]` },
  };
  const y = { field: 'value', type: 'quantitative', axis: { title: null, tickCount: 3, labelExpr: axisLabels(metric, reply.currency, lang) }, scale: { zero: true, nice: true } };
  const colour = COLOURS[style.theme].main;
  const hasBefore = points.some((point) => point.previous !== null);
  const peak = peakOf(points);
  const nearEnd = peak !== null && peak.i > points.length * 0.8;
  const spec = frame(style, {
    data: { name: 'points', values: points },
    encoding: { x },
    layer: [
      { mark: { type: 'area', color: colour, line: false }, encoding: { y } },
      ...(hasBefore ? [{ mark: { type: 'line', color: INK[style.theme].muted, strokeWidth: 1.3, strokeDash: [3, 3] }, encoding: { y: { ...y, field: 'previous' } } }] : []),
      { mark: { type: 'line', color: colour }, encoding: { y } },
      {
        transform: [{ filter: `datum.i == ${peak?.i ?? -1}` }],
        mark: { type: 'text', align: nearEnd ? 'right' : 'left', dx: nearEnd ? -2 : 7, dy: nearEnd ? -9 : 2, fontWeight: 600, color: INK[style.theme].text },
        encoding: { y, text: { field: 'peak' } },
      },
      {
        params: [{ name: 'hover', select: { type: 'point', on: 'pointermove', nearest: true, encodings: ['x'], clear: 'pointerout' } }],
        mark: { type: 'point', size: 48, color: colour, filled: true },
        encoding: { y, opacity: { condition: { param: 'hover', empty: false, value: 1 }, value: 0 } },
      },
    ],
  });
  const text = seriesSentence(reply, metric);
  return { spec, text, table: { columns: [{ en: 'Day', zh: '日期' }, metric.title, { en: 'Compared', zh: '对比期' }], rows: points.map((point) => [point.day, point.shown, point.shownBefore]) } };
}

/** Days from one bucket to the next: 1, 7, about 30, 90 or 365. */
function bucketDays(reply: MetricsReply): number {
  const [first, second] = [reply.rows[0]?.bucket ?? null, reply.rows[1]?.bucket ?? null];
  return first === null || second === null ? 1 : dayNumber(second) - dayNumber(first);
}

/** At most `most` of the points, evenly spread, the first and the last among them. */
function spreadTicks(points: number, most: number): number[] {
  const count = Math.min(points, most);
  if (count < 2) return points === 0 ? [] : [0];
  return [...new Set(Array.from({ length: count }, (_, i) => Math.round((i * (points - 1)) / (count - 1))))];
}

function peakOf<P extends { readonly value: number | null }>(points: readonly P[]): P | null {
  return points.reduce<P | null>((best, point) => (point.value !== null && (best === null || point.value > (best.value ?? 0)) ? point : best), null);
}

function seriesSentence(reply: MetricsReply, metric: MetricInfo): Text {
  const peak = peakOf(reply.rows.map((row) => ({ bucket: row.bucket ?? '', value: row.metrics[metric.id]?.value ?? null })));
  const total = reply.total[metric.id];
  const shown = (value: number | null) => showMetric(value, metric.unit, reply.currency);
  const step = bucketDays(reply);
  const change = (lang: Lang) => showChange(total?.value ?? null, total?.previous ?? null, metric.unit, lang);
  const compared = { en: change('en'), zh: change('zh') };
  return {
    en: `${metric.title.en} ${reply.period.from} to ${reply.period.to}: ${shown(total?.value ?? null)}${compared.en === null ? '' : `, ${compared.en} against the period compared with`}${peak === null ? '' : `, highest ${step === 1 ? 'on ' : 'in '}${bucketText(peak.bucket, step, 'en')} with ${shown(peak.value)}`}.`,
    zh: `${reply.period.from} 至 ${reply.period.to} ${metric.title.zh} ${shown(total?.value ?? null)}${compared.zh === null ? '' : `，较对比期 ${compared.zh}`}${peak === null ? '' : `，${bucketText(peak.bucket, step, 'zh')} 最高，为 ${shown(peak.value)}`}。`,
  };
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
    text: seriesSentence(reply, metric),
    table: { columns: [{ en: 'Day', zh: '日期' }, metric.title], rows: reply.rows.map((row) => [row.bucket, showMetric(row.metrics[metric.id]?.value ?? null, metric.unit, reply.currency)]) },
  };
}
