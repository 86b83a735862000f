import { driversChart, shortMoney } from '../../charts/index.ts';
import { defineBlock } from '../define.ts';
import { html, trusted } from '../html.ts';

export const drivers = defineBlock({
  id: 'drivers',
  title: { en: 'What changed', zh: '变化拆解' },
  half: true,
  async render(context) {
    const { lang, currency } = context;
    const reply = context.drivers();
    if (reply.why !== null) return { title: this.title[lang], fragment: html`<h2>${this.title[lang]}</h2><p class="note">${reply.sentence[lang]}</p>`, warnings: [reply.sentence] };
    const chart = driversChart(reply, currency, { before: { en: 'Before', zh: '上期' }, after: { en: 'Now', zh: '本期' } }, { theme: 'light', lang, width: 310, height: 210 });
    const svg = await context.draw(chart.spec);
    const change = shortMoney(reply.after - reply.before, currency, lang);
    return {
      title: this.title[lang],
      fragment: html`<h2>${this.title[lang]}<small>${reply.after >= reply.before ? '+' : ''}${change}</small></h2><div class="chart" role="img" aria-label="${chart.text[lang]}">${trusted(svg)}</div><p class="muted">${reply.sentence[lang]}</p>`,
      sheet: {
        name: this.title[lang],
        columns: [
          { title: lang === 'zh' ? '项目' : 'Part', format: 'text' },
          { title: lang === 'zh' ? '影响' : 'Effect', format: 'money' },
        ],
        rows: [[lang === 'zh' ? '上期' : 'Before', reply.before], ...reply.factors.map((factor) => [factor.title[lang], factor.effect]), [lang === 'zh' ? '本期' : 'Now', reply.after]],
      },
    };
  },
});
