import type { MetricInfo } from '#contract/metrics';
import { dailyChart as buildChart } from '../../charts/index.ts';
import { defineBlock } from '../define.ts';
import { html, trusted } from '../html.ts';

export const dailyChart = defineBlock({
  id: 'daily-chart',
  title: { en: 'Sales by day', zh: '每日销售额' },
  async render(context) {
    const { lang, currency } = context;
    const metric = context.catalogue.find((candidate) => candidate.id === 'sales') as MetricInfo;
    const reply = context.query({ ids: ['sales'], grain: 'day', compare: 'previous' });
    const chart = buildChart(reply, metric, { theme: 'light', lang, width: 680, height: 230 });
    const svg = await context.draw(chart.spec);
    const compared = reply.rows.some((row) => row.metrics.sales?.previous !== null);
    const unit = currency === 'XXX' ? '' : lang === 'zh' ? `单位：${currency === 'CNY' ? '元' : currency}` : currency;
    const dash = compared ? (unit === '' ? '' : lang === 'zh' ? '。' : '. ') + (lang === 'zh' ? '虚线为上期' : 'Dashes: the period before') : '';
    return {
      title: this.title[lang],
      fragment: html`<h2>${this.title[lang]}<small>${unit + dash}</small></h2><div class="chart" role="img" aria-label="${chart.text[lang]}">${trusted(svg)}</div>`,
      sheet: {
        name: this.title[lang],
        columns: [
          { title: lang === 'zh' ? '日期' : 'Day', format: 'date' },
          { title: metric.title[lang], format: 'money' },
          { title: lang === 'zh' ? '上期' : 'Period before', format: 'money' },
        ],
        rows: reply.rows.map((row) => [row.bucket, row.metrics.sales?.value ?? null, row.metrics.sales?.previous ?? null]),
      },
    };
  },
});
