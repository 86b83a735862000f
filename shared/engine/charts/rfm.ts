import type { ChartReply } from '#contract/metrics';
import type { RfmReply } from '#contract/segments';
import type { Text } from '#contract/values';
import { groupDigits } from './format.ts';
import { type ChartStyle, frame } from './frame.ts';

/** The RFM grid: orders upwards, recency to the right, darker for more customers. */
export function rfmChart(reply: RfmReply, style: ChartStyle): ChartReply {
  const { lang } = style;
  const titles = new Map(reply.regions.map((region) => [region.id, region.title[lang]]));
  const named = new Set<string>();
  // From the top, the longest silence first: a region is named in its top left cell.
  const cells = [...reply.cells]
    .sort((a, b) => b.f - a.f || a.r - b.r)
    .map((cell) => {
      const first = !named.has(cell.region);
      named.add(cell.region);
      return { ...cell, name: first ? (titles.get(cell.region) ?? '') : '', row: 5 - cell.f, strong: 0 };
    });
  const most = Math.max(1, ...cells.map((cell) => cell.customers));
  const data = cells.map((cell) => ({ ...cell, strong: cell.customers / most > 0.55 ? 1 : 0 }));
  const dark_ = style.theme === 'dark';
  const ink = { condition: { test: 'datum.strong == 1', value: dark_ ? '#101216' : '#FFFFFF' }, value: dark_ ? '#ECEDEF' : '#1B1D21' };
  const dayLabels = [5, 4, 3, 2, 1].map((n) => classText(reply.cuts.recency, n, lang === 'zh' ? '以上' : '+'));
  const orderLabels = [5, 4, 3, 2, 1].map((n) => classText(reply.cuts.frequency, n, lang === 'zh' ? ' 单以上' : ' +'));
  const x = {
    field: 'r',
    type: 'ordinal',
    axis: {
      title: lang === 'zh' ? '距上次下单天数' : 'Days since last order',
      labelAngle: 0,
      labelOverlap: false,
      labelFlush: false,
      domain: false,
      labelExpr: `${JSON.stringify(dayLabels)}[datum.value - 1]`,
    },
  };
  const y = {
    field: 'row',
    type: 'ordinal',
    axis: { title: lang === 'zh' ? '订单数' : 'Orders', domain: false, grid: false, labelExpr: `${JSON.stringify(orderLabels)}[datum.value]` },
  };
  const spec = frame(style, {
    data: { values: data },
    layer: [
      { mark: { type: 'rect' }, encoding: { x, y, color: { field: 'customers', type: 'quantitative', legend: null, scale: { type: 'sqrt', zero: true } } } },
      {
        mark: { type: 'text', align: 'left', baseline: 'top', xOffset: { expr: "6 - bandwidth('x') / 2" }, yOffset: { expr: "5 - bandwidth('y') / 2" }, fontSize: 11 },
        encoding: { x, y, text: { field: 'name' }, color: ink },
      },
      {
        mark: { type: 'text', align: 'right', baseline: 'bottom', xOffset: { expr: "bandwidth('x') / 2 - 6" }, yOffset: { expr: "bandwidth('y') / 2 - 4" }, fontSize: 12, fontWeight: 500 },
        encoding: { x, y, text: { field: 'customers', format: ',' }, color: ink },
      },
    ],
  });
  return {
    spec,
    text: rfmSentence(reply),
    table: {
      columns: [
        { en: 'Region', zh: '分区' },
        { en: 'Customers', zh: '客户数' },
      ],
      rows: reply.regions.map((region) => [region.title[lang], region.customers]),
    },
  };
}

function rfmSentence(reply: RfmReply): Text {
  const largest = [...reply.regions].sort((a, b) => b.customers - a.customers)[0];
  if (reply.customers === 0 || largest === undefined) return { en: 'No identified customers in this window.', zh: '该时间窗内没有可识别的客户。' };
  const count = groupDigits(reply.customers, 0);
  const share = `${groupDigits(largest.share * 100, 1)}%`;
  return { en: `${count} customers by recency and orders; most of them are ${largest.title.en} (${share}).`, zh: `${count} 位客户按最近购买与订单数分布，最多的是${largest.title.zh}（${share}）。` };
}

/** The values of a class, 1 to 5, by its lower bound and the next one: `15–45`, `4`, `181 +`; an empty class has none. */
function classText(bounds: readonly number[], n: number, andOver: string): string {
  const [from, next] = [bounds[n - 1], bounds[n]];
  if (from === undefined) return '';
  if (n === 5) return `${groupDigits(from, 0)}${andOver}`;
  if (next === undefined || next <= from) return '';
  return next - from === 1 ? groupDigits(from, 0) : `${groupDigits(from, 0)}–${groupDigits(next - 1, 0)}`;
}
