import { showMetric } from '../../charts/index.ts';
import { defineBlock } from '../define.ts';
import { html } from '../html.ts';
import { monthTitle } from '../titles.ts';

export const headline = defineBlock({
  id: 'headline',
  title: { en: 'Headline', zh: '结论' },
  async render(context) {
    const { lang, currency } = context;
    const { total } = context.query({ ids: ['sales', 'orders', 'net_sales', 'return_rate'], compare: 'previous' });
    const sales = total.sales;
    const drivers = context.drivers();
    const title = monthTitle(context.period, lang);
    const value = showMetric(sales?.value ?? null, 'money', currency);
    const change = sales?.value !== null && sales?.value !== undefined && sales.previous !== null && sales.previous !== 0 ? (sales.value - sales.previous) / sales.previous : null;
    const percent = change === null ? '' : `${(Math.abs(change) * 100).toFixed(1)}%`;
    const orders = showMetric(total.orders?.value ?? null, 'count', currency);
    const lead =
      lang === 'zh'
        ? html`<p class="lead">本期销售额 <b>${value}</b>，共 <b>${orders}</b> 笔付款订单。${change === null ? html`历史数据不足，无法与上期比较。` : html`较上期${change >= 0 ? '增长' : '下降'} <b>${percent}</b>，${drivers.sentence.zh}。`}</p>`
        : html`<p class="lead">Sales came to <b>${value}</b> over <b>${orders}</b> paid orders. ${change === null ? html`There is not enough history to compare with.` : html`That is <b>${percent}</b> ${change >= 0 ? 'more' : 'less'} than the period before: ${lower(drivers.sentence.en)}.`}</p>`;
    return { title, fragment: html`<h1>${title}</h1>${lead}` };
  },
});

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
