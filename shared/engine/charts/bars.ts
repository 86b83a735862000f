import type { ChartReply, MetricInfo } from '#contract/metrics';
import type { Text } from '#contract/values';
import { showMetric } from './format.ts';
import { type ChartStyle, COLOURS, frame, INK, scaled } from './frame.ts';

/** Horizontal bars of one metric by a dimension, largest first; more than eight become "Other". */
export function barsChart(rows: readonly { readonly title: string; readonly value: number }[], metric: MetricInfo, currency: string, style: ChartStyle): ChartReply {
  const sorted = [...rows].sort((a, b) => b.value - a.value);
  const top = sorted.slice(0, 8);
  const rest = sorted.slice(8).reduce((sum, row) => sum + row.value, 0);
  const shown = sorted.length > 8 ? [...top, { title: style.lang === 'zh' ? '其他' : 'Other', value: rest }] : top;
  const data = shown.map((row) => ({ ...row, value: scaled(row.value, metric), label: showMetric(row.value, metric.unit, currency) }));
  const values = data.map((row) => row.value ?? 0);
  // Room to the right of the longest bar for its number.
  const domain = [Math.min(0, ...values), Math.max(0, ...values) * 1.16 || 1];
  const y = { field: 'title', type: 'nominal', sort: null, axis: { title: null, domain: false, grid: false, labelOverlap: false, labelLimit: 140 } };
  const spec = frame(style, {
    data: { values: data },
    layer: [
      { mark: { type: 'bar', color: COLOURS[style.theme].main }, encoding: { y, x: { field: 'value', type: 'quantitative', axis: null, scale: { zero: true, nice: false, domain } } } },
      { mark: { type: 'text', align: 'left', dx: 5, color: INK[style.theme].text }, encoding: { y, x: { field: 'value', type: 'quantitative' }, text: { field: 'label' } } },
    ],
  });
  const first = data[0];
  const text: Text =
    first === undefined
      ? { en: `${metric.title.en}: no data.`, zh: `${metric.title.zh}：没有数据。` }
      : {
          en: `${metric.title.en} of ${sorted.length} groups: the highest is ${first.title} with ${first.label}.`,
          zh: `${metric.title.zh}共 ${sorted.length} 项，最高为 ${first.title}（${first.label}）。`,
        };
  return { spec, text, table: { columns: [{ en: 'Group', zh: '分组' }, metric.title], rows: data.map((row) => [row.title, row.label]) } };
}
