import { describe, expect, it } from 'vitest';
import type { MetricsReply } from '#contract/metrics';
import type { Lang } from '#contract/values';
import { toSvg } from '../charts/index.ts';
import { catalogueInfo, prepareCache, queryMetrics, recount, salesDrivers, valueTitle } from '../metrics/index.ts';
import { rfm } from '../segments/index.ts';
import { goldenShop } from '../testing/golden-shop.ts';
import { BLOCKS } from './blocks/registry.ts';
import type { RenderedBlock, ReportContext } from './define.ts';
import { REPORTS } from './render.ts';
import { Trace } from './trace.ts';

const PERIOD = { from: '2025-01-01', to: '2025-01-31' };

function context(lang: Lang): ReportContext {
  const tables = goldenShop();
  const cache = prepareCache(tables);
  const shared = { currency: 'CNY', notes: [] };
  return {
    lang,
    period: PERIOD,
    currency: 'CNY',
    shop: 'Golden 24',
    madeAt: '2025-07-01 14:02',
    catalogue: catalogueInfo(cache),
    notes: [],
    sources: [{ file: '天猫订单_2025-01.csv', rows: 1234, importedAt: '2025-07-01 14:00:00', sha256: 'ab'.repeat(32) }],
    query: (request) => queryMetrics(cache, { ...request, ...PERIOD }, shared),
    drivers: () => salesDrivers(cache, { ...PERIOD, compare: 'previous' }, shared),
    rfm: () => rfm(tables.get('orders') as Parameters<typeof rfm>[0], { to: PERIOD.to, cuts: { recency: [0, 5, 10, 20, 30], monetary: [0, 1, 2, 3, 4] } }, shared),
    recount: (metric, of, filters) => recount(cache, metric, of, filters),
    draw: toSvg,
    valueTitle,
  };
}

type Rendered = { id: string; block: RenderedBlock }[];

/** Renders the monthly report's blocks and checks them, after something was done to the blocks or to what they are told. */
async function check(lang: Lang, change: { context?: (context: ReportContext) => ReportContext; blocks?: (blocks: Rendered) => Rendered } = {}): Promise<{ ok: boolean; wrong: number }> {
  const given = context(lang);
  const trace = new Trace(change.context?.(given) ?? given);
  const blocks: Rendered = [];
  for (const id of REPORTS[0]?.blocks ?? []) {
    const block = await BLOCKS.find((candidate) => candidate.id === id)?.render(trace.context);
    if (block !== null && block !== undefined) blocks.push({ id, block });
  }
  const { ok, value } = trace.check(change.blocks?.(blocks) ?? blocks);
  const [sound, all] = value.split('/').map(Number) as [number, number];
  return { ok, wrong: all - sound };
}

const inMarkup = (id: string, from: string, to: string) => (blocks: Rendered) =>
  blocks.map((one) => {
    if (one.id !== id) return one;
    // The planted number has to be there.
    expect(one.block.fragment.markup).toContain(from);
    return { id, block: { ...one.block, fragment: { markup: one.block.fragment.markup.replace(from, to) } } };
  });

describe.each(['en', 'zh'] as const)('the numbers of a report in %s', (lang) => {
  it('follow from their rows', async () => {
    expect(await check(lang)).toEqual({ ok: true, wrong: 0 });
  });

  it('takes no count of rows for a number, whatever the names of values are', async () => {
    const names = (given: ReportContext): ReportContext => ({
      ...given,
      valueTitle: (dimension, value) => (value === 'jd' ? { en: 'others', zh: '其他' } : valueTitle(dimension, value)),
    });
    const line = lang === 'zh' ? '其他 14 项' : '14 others';
    expect(await check(lang, { context: names, blocks: inMarkup('breakdown-table', '<tbody>', `<tbody><tr><td>${line}</td></tr>`) })).toEqual({ ok: true, wrong: 0 });
  });

  it.each([
    ['headline', '¥460.00', '¥461.00'],
    ['headline', '187.5%', '178.5%'],
    ['tiles', '>6<', '>7<'],
    ['tiles', '¥115.00', '¥151.00'],
    ['breakdown-table', '¥300.00', '¥3,000'],
    ['breakdown-table', '65.2%', '62.5%'],
    ['rfm-table', '25.0%', '52.0%'],
  ])('in %s: %s written as %s is found', async (id, from, to) => {
    expect(await check(lang, { blocks: inMarkup(id, from, to) })).toMatchObject({ ok: false });
  });

  // Sales and net sales change places; the period before had no refunds, there both are the same.
  it('a number under another label is found in the sheet', async () => {
    const swap = (blocks: Rendered) =>
      blocks.map((one) => {
        const { sheet } = one.block;
        if (one.id !== 'tiles' || sheet === undefined) return one;
        const [[first, ...a], [second, ...b], ...rest] = sheet.rows as [string[], string[], ...string[][]];
        return { ...one, block: { ...one.block, sheet: { ...sheet, rows: [[first as string, ...b], [second as string, ...a], ...rest] } } };
      });
    expect(await check(lang, { blocks: swap })).toEqual({ ok: false, wrong: 2 });
  });

  it.each([
    [
      'a total',
      (reply: MetricsReply): MetricsReply => ({ ...reply, total: { ...reply.total, ...(reply.total.sales && { sales: { ...reply.total.sales, value: (reply.total.sales.value ?? 0) + 1 } }) } }),
    ],
    [
      'a row',
      (reply: MetricsReply): MetricsReply => ({
        ...reply,
        rows: reply.rows.map((row, i) =>
          i > 0 || row.metrics.sales === undefined ? row : { ...row, metrics: { ...row.metrics, sales: { ...row.metrics.sales, value: (row.metrics.sales.value ?? 0) + 1 } } },
        ),
      }),
    ],
  ])('%s that is one ten-thousandth off is found', async (_, change) => {
    expect(await check(lang, { context: (given) => ({ ...given, query: (request) => change(given.query(request)) }) })).toMatchObject({ ok: false });
  });
});
