import { defineBlock } from '../define.ts';
import { html } from '../html.ts';

const USED = ['sales', 'net_sales', 'orders', 'customer_price', 'aov', 'buyers', 'units', 'refund_rate', 'return_rate'];

export const definitions = defineBlock({
  id: 'definitions',
  title: { en: 'Definitions', zh: '指标口径' },
  async render(context) {
    const { lang } = context;
    const metrics = USED.flatMap((id) => context.catalogue.filter((metric) => metric.id === id && metric.state === 'lit'));
    return {
      title: this.title[lang],
      fragment: html`<h2>${this.title[lang]}</h2><table class="long"><tbody>${metrics.map((metric) => html`<tr><td style="width:26%">${metric.title[lang]}</td><td>${metric.definition[lang]}${lang === 'zh' ? '。' : '.'}</td></tr>`)}</tbody></table>${context.notes.map((note) => html`<p class="muted">${note[lang]}</p>`)}`,
      sheet: {
        name: this.title[lang],
        columns: [
          { title: lang === 'zh' ? '指标' : 'Metric', format: 'text' },
          { title: this.title[lang], format: 'text' },
        ],
        rows: metrics.map((metric) => [metric.title[lang], metric.definition[lang]]),
      },
    };
  },
});
