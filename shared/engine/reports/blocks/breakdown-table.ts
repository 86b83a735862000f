import type { MetricsReply } from '#contract/metrics';
import type { Text } from '#contract/values';
import { showChange, showMetric } from '../../charts/index.ts';
import { defineBlock, type ReportContext } from '../define.ts';
import { type Fragment, html } from '../html.ts';

const MOST_ROWS = 10;
const DIMENSIONS: readonly { readonly id: string; readonly en: string; readonly zh: string; readonly one: Text }[] = [
  { id: 'platform', en: 'Channels', zh: '渠道表现', one: { en: 'Channel', zh: '渠道' } },
  { id: 'country', en: 'Countries', zh: '国家表现', one: { en: 'Country', zh: '国家' } },
  { id: 'province', en: 'Provinces', zh: '省份表现', one: { en: 'Province', zh: '省份' } },
  { id: 'category', en: 'Categories', zh: '类目表现', one: { en: 'Category', zh: '类目' } },
];

/** Channels when there are several, else countries, provinces or categories: the first that tells sales apart. */
export const breakdownTable = defineBlock({
  id: 'breakdown-table',
  title: { en: 'Breakdown', zh: '分项' },
  half: true,
  async render(context) {
    const { lang, currency } = context;
    const found = firstThatTells(context);
    if (found === null) return null;
    const { dimension, reply } = found;
    const title = dimension[lang];
    const known = (row: MetricsReply['rows'][number]) => Number((row.dimensions[dimension.id] ?? '') !== '');
    // What is not known stands last, however much it is.
    const sorted = [...reply.rows].sort((a, b) => known(b) - known(a) || (b.metrics.sales?.value ?? 0) - (a.metrics.sales?.value ?? 0));
    const top = sorted.length > MOST_ROWS ? sorted.slice(0, MOST_ROWS - 1) : sorted;
    const rest = sorted.slice(top.length);
    const total = reply.total.sales?.value ?? 0;
    const line = (name: string, value: number, previous: number | null, style: string): Fragment => {
      const change = showChange(value, previous, 'money', lang);
      return html`<tr class="${style}"><td>${name}</td><td class="r">${showMetric(value, 'money', currency)}</td><td class="r">${total === 0 ? '—' : `${((value / total) * 100).toFixed(1)}%`}</td><td class="r ${previous === null || value === previous ? 'flat' : value < previous ? 'bad' : 'good'}">${change ?? '—'}</td></tr>`;
    };
    const rows = top.map((row) => line(context.valueTitle(dimension.id, row.dimensions[dimension.id] ?? null)[lang], row.metrics.sales?.value ?? 0, row.metrics.sales?.previous ?? null, ''));
    if (rest.length > 0) rows.push(line(lang === 'zh' ? `其他 ${rest.length} 项` : `${rest.length} others`, sum(rest, 'value') ?? 0, sum(rest, 'previous'), ''));
    rows.push(line(lang === 'zh' ? '合计' : 'All', total, reply.total.sales?.previous ?? null, 'total'));
    return {
      title,
      fragment: html`<h2>${title}</h2><table><thead><tr><th>${dimension.one[lang]}</th><th class="r">${lang === 'zh' ? '销售额' : 'Sales'}</th><th class="r">${lang === 'zh' ? '占比' : 'Share'}</th><th class="r">${lang === 'zh' ? '环比' : 'Change'}</th></tr></thead><tbody>${rows}</tbody></table>`,
      sheet: {
        name: title,
        columns: [
          { title: dimension.one[lang], format: 'text' },
          { title: lang === 'zh' ? '销售额' : 'Sales', format: 'money' },
          { title: lang === 'zh' ? '上期' : 'Period before', format: 'money' },
        ],
        rows: sorted.map((row) => [context.valueTitle(dimension.id, row.dimensions[dimension.id] ?? null)[lang], row.metrics.sales?.value ?? null, row.metrics.sales?.previous ?? null]),
      },
    };
  },
});

function firstThatTells(context: ReportContext): { dimension: (typeof DIMENSIONS)[number]; reply: MetricsReply } | null {
  for (const dimension of DIMENSIONS) {
    const sales = context.catalogue.find((metric) => metric.id === 'sales');
    if (!sales?.dimensions.includes(dimension.id)) continue;
    const reply = context.query({ ids: ['sales'], by: [dimension.id], compare: 'previous' });
    if (reply.rows.filter((row) => row.dimensions[dimension.id] !== null).length > 1) return { dimension, reply };
  }
  return null;
}

function sum(rows: MetricsReply['rows'], side: 'value' | 'previous'): number | null {
  const values = rows.map((row) => row.metrics.sales?.[side] ?? null);
  return values.every((value) => value === null) ? null : values.reduce((total: number, value) => total + (value ?? 0), 0);
}
