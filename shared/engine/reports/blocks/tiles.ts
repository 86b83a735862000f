import type { MetricInfo, MetricValue } from '#contract/metrics';
import { showChange, showMetric } from '../../charts/index.ts';
import { defineBlock, type Sheet } from '../define.ts';
import { type Fragment, html } from '../html.ts';

const WANTED = ['sales', 'net_sales', 'orders', 'customer_price', 'aov', 'buyers', 'units', 'refund_rate', 'return_rate', 'returning_sales_share', 'repeat_rate', 'refund_order_rate'];
const SHOWN = 6;

export const tiles = defineBlock({
  id: 'tiles',
  title: { en: 'Key figures', zh: '关键指标' },
  async render(context) {
    const { lang, currency } = context;
    const chosen = WANTED.flatMap((id) => context.catalogue.filter((metric) => metric.id === id && metric.state === 'lit')).slice(0, SHOWN);
    const { total } = context.query({ ids: chosen.map((metric) => metric.id), compare: 'previous' });
    const cells = chosen.map((metric): Fragment => {
      const value = total[metric.id] as MetricValue;
      const change = showChange(value.value, value.previous, metric.unit, lang);
      return html`<div class="tile"><div class="name">${metric.title[lang]}</div><div class="value">${showMetric(value.value, metric.unit, currency)}</div>${change === null ? html`<div class="was">${lang === 'zh' ? '无可比数据' : 'nothing to compare with'}</div>` : html`<div><span class="${tone(metric, value)}">${change}</span> <span class="was">${lang === 'zh' ? '上期' : 'was'} ${showMetric(value.previous, metric.unit, currency)}</span></div>`}</div>`;
    });
    const sheet: Sheet = {
      name: lang === 'zh' ? '关键指标' : 'Key figures',
      columns: [
        { title: lang === 'zh' ? '指标' : 'Metric', format: 'text' },
        { title: lang === 'zh' ? '本期' : 'This period', format: 'count' },
        { title: lang === 'zh' ? '上期' : 'Period before', format: 'count' },
      ],
      rows: chosen.map((metric) => [metric.title[lang], total[metric.id]?.value ?? null, total[metric.id]?.previous ?? null]),
      rowFormats: chosen.map(({ unit }) => (unit === 'money' || unit === 'ratio' || unit === 'multiple' ? unit : 'count')),
    };
    return { title: this.title[lang], fragment: html`<div class="tiles">${cells}</div>`, sheet };
  },
});

function tone(metric: MetricInfo, { value, previous }: MetricValue): string {
  if (value === null || previous === null || value === previous || metric.good === 'neutral') return 'flat';
  return value > previous === (metric.good === 'up') ? 'good' : 'bad';
}
