import { groupDigits, showMetric } from '../../charts/index.ts';
import { defineBlock } from '../define.ts';
import { html } from '../html.ts';

export const rfmTable = defineBlock({
  id: 'rfm-table',
  title: { en: 'Customer segments', zh: '客户分层' },
  async render(context) {
    const { lang, currency } = context;
    const reply = context.rfm();
    if (reply === null)
      return {
        title: this.title[lang],
        fragment: html`<h2>${this.title[lang]}</h2><p class="note">${lang === 'zh' ? '数据中没有买家信息，无法分层。导入含买家的订单报表后即可显示。' : 'No buyer is named in the data, so there are no segments. An order export with buyers unlocks them.'}</p>`,
      };
    const rows = reply.regions.map(
      (region) =>
        html`<tr><td class="name">${region.title[lang]}</td><td class="r">${groupDigits(region.customers, 0)}</td><td class="r">${(region.share * 100).toFixed(1)}%</td><td class="r">${showMetric(region.sales, 'money', currency)}</td><td class="r">${(region.salesShare * 100).toFixed(1)}%</td><td class="gap">${region.advice[lang]}</td></tr>`,
    );
    const head = lang === 'zh' ? ['分层', '客户', '占比', '销售额', '销售占比', '建议'] : ['Segment', 'Customers', 'Share', 'Sales', 'Of sales', 'What to do'];
    const note = lang === 'zh' ? `${reply.from} 至 ${reply.to}，${groupDigits(reply.customers, 0)} 位可识别买家` : `${reply.from} to ${reply.to}, ${groupDigits(reply.customers, 0)} identified buyers`;
    return {
      title: this.title[lang],
      fragment: html`<h2>${this.title[lang]}<small>${note}</small></h2><table><thead><tr><th>${head[0] ?? ''}</th>${head.slice(1, 5).map((name) => html`<th class="r">${name}</th>`)}<th class="gap">${head[5] ?? ''}</th></tr></thead><tbody>${rows}</tbody></table>${reply.warnings.map((warning) => html`<p class="muted">${warning[lang]}</p>`)}`,
      sheet: {
        name: this.title[lang],
        columns: [
          { title: head[0] as string, format: 'text' },
          { title: head[1] as string, format: 'count' },
          { title: head[2] as string, format: 'ratio' },
          { title: head[3] as string, format: 'money' },
          { title: head[4] as string, format: 'ratio' },
        ],
        rows: reply.regions.map((region) => [region.title[lang], region.customers, region.share, region.sales, region.salesShare]),
      },
      warnings: reply.warnings,
    };
  },
});
