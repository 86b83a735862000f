import type { ChartReply, DriversReply } from '#contract/metrics';
import { MONEY_SCALE, type Text } from '#contract/values';
import { shortMoney } from './format.ts';
import { type ChartStyle, COLOURS, frame, INK } from './frame.ts';

/** How a total moved: before, one bar a factor, after. Bars that float over a cut base carry a visible break. */
export function driversChart(reply: DriversReply, currency: string, names: { readonly before: Text; readonly after: Text }, style: ChartStyle): ChartReply {
  const { lang } = style;
  const money = (value: number) => value / MONEY_SCALE;
  const sign = (value: number) => (value > 0 ? '+' : '') + shortMoney(value, currency, lang);
  let level = reply.before;
  const bars = [
    { name: names.before[lang], from: 0, to: money(reply.before), kind: 'other', label: shortMoney(reply.before, currency, lang) },
    ...reply.factors.map((factor) => {
      const from = level;
      level += factor.effect;
      return { name: factor.title[lang], from: money(from), to: money(level), kind: factor.effect >= 0 ? 'good' : 'bad', label: sign(factor.effect) };
    }),
    { name: names.after[lang], from: 0, to: money(reply.after), kind: 'main', label: shortMoney(reply.after, currency, lang) },
  ].map((bar, i) => ({ ...bar, i, top: Math.max(bar.from, bar.to) }));
  const heights = bars.flatMap((bar) => (bar.from === 0 ? [bar.to] : [bar.from, bar.to]));
  const lowest = Math.min(...heights);
  const highest = Math.max(...heights);
  // The changes are what the chart is about: the base is cut where they would drown in it.
  const cut = highest - lowest < highest * 0.35 ? Math.max(0, lowest - (highest - lowest) * 1.2) : 0;
  // Each bar begins where the one before it ended: a thin line says so.
  const data = bars.map((bar, i) => ({
    ...bar,
    next: bars[i + 1]?.name ?? null,
    end: bar.to,
    from: Math.max(cut, bar.from),
    breakAt: cut > 0 && bar.from === 0 ? cut + (highest - cut) * 0.08 : null,
  }));
  const colours = COLOURS[style.theme];
  const x = { field: 'name', type: 'nominal', sort: null, axis: { title: null, labelAngle: 0, labelLimit: 0, labelFontSize: 11 } };
  const y = { field: 'from', type: 'quantitative', axis: null, scale: { domain: [cut, highest + (highest - cut) * 0.14], nice: false, zero: false } };
  const spec = frame(style, {
    data: { values: data },
    layer: [
      {
        mark: { type: 'bar', cornerRadius: 2 },
        encoding: {
          x,
          y,
          y2: { field: 'to' },
          color: { field: 'kind', type: 'nominal', legend: null, scale: { domain: ['other', 'good', 'bad', 'main'], range: [colours.other, colours.good, colours.bad, colours.main] } },
        },
      },
      {
        transform: [{ filter: 'datum.next != null' }],
        mark: { type: 'rule', color: INK[style.theme].muted, strokeWidth: 1, strokeDash: [2, 2] },
        encoding: { x: { ...x, bandPosition: 0.9 }, x2: { field: 'next', bandPosition: 0.1 }, y: { ...y, field: 'end' } },
      },
      { transform: [{ filter: 'datum.breakAt != null' }], mark: { type: 'tick', color: INK[style.theme].surface, thickness: 3, width: 80 }, encoding: { x, y: { ...y, field: 'breakAt' } } },
      { mark: { type: 'text', baseline: 'bottom', dy: -4, color: INK[style.theme].text, fontSize: 12 }, encoding: { x, y: { ...y, field: 'top' }, text: { field: 'label' } } },
    ],
  });
  return {
    spec,
    text: reply.sentence,
    table: {
      columns: [
        { en: 'Part', zh: '项目' },
        { en: 'Effect', zh: '影响' },
      ],
      rows: bars.map((bar) => [bar.name, bar.label]),
    },
  };
}
