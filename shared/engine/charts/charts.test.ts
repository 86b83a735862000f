import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { ChartReply, DriversReply, MetricInfo, MetricsReply } from '#contract/metrics';
import type { RfmReply } from '#contract/segments';
import { addDays } from '../values/dates.ts';
import { bucketText, barsChart, type ChartStyle, dailyChart, driversChart, rfmChart, shortMoney, showChange, showMetric, sparkChart, toSvg } from './index.ts';

const SALES: MetricInfo = {
  id: 'sales',
  title: { en: 'Sales', zh: '销售额' },
  definition: { en: '', zh: '' },
  formula: '',
  unit: 'money',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  additive: true,
  state: 'lit',
  unlock: [],
  dimensions: [],
  notes: [],
};

function reply(values: readonly (number | null)[], previous: readonly (number | null)[], days = 1): MetricsReply {
  return {
    period: { from: '2025-06-01', to: '2025-06-05' },
    compared: { from: '2025-05-27', to: '2025-05-31' },
    currency: 'CNY',
    rows: values.map((value, i) => ({ bucket: addDays('2025-06-01', i * days), dimensions: {}, metrics: { sales: { value, previous: previous[i] ?? null, why: null } } })),
    total: { sales: { value: 1_284_630_0000, previous: 1_102_480_0000, why: null } },
    notes: [],
    rowCount: 5,
  };
}

const DRIVERS: DriversReply = {
  metric: 'sales',
  before: 1_102_480_0000,
  after: 1_284_630_0000,
  factors: [
    { id: 'orders', title: { en: 'Orders', zh: '订单数' }, effect: 250_000_0000, before: 7000, after: 8500 },
    { id: 'aov', title: { en: 'Order value', zh: '笔单价' }, effect: -67_850_0000, before: 157_0000, after: 151_0000 },
  ],
  sentence: { en: 'More orders did most of it', zh: '主要由于订单增加' },
  why: null,
};

const RFM: RfmReply = {
  from: '2024-07-01',
  to: '2025-06-30',
  customers: 25,
  unidentifiedOrders: 0,
  identityCoverage: 1,
  cells: Array.from({ length: 25 }, (_, i) => ({ r: (i % 5) + 1, f: Math.floor(i / 5) + 1, region: i === 24 ? 'champions' : 'lost', customers: 1, sales: 1 })),
  regions: [
    { id: 'champions', title: { en: 'Champions', zh: '核心客户' }, advice: { en: '', zh: '' }, customers: 1, share: 0.04, sales: 1, salesShare: 0.04, spend: 1, before: null },
    { id: 'lost', title: { en: 'Lost', zh: '已流失' }, advice: { en: '', zh: '' }, customers: 24, share: 0.96, sales: 24, salesShare: 0.96, spend: 1, before: null },
  ],
  cuts: { recency: [0, 15, 46, 91, 181], frequency: [1, 2, 3, 4, 5], monetary: [0, 1, 2, 3, 4] },
  warnings: [],
  currency: 'CNY',
};

const EN: ChartStyle = { theme: 'light', lang: 'en', width: 640, height: 240 };
const ZH: ChartStyle = { theme: 'dark', lang: 'zh', width: 640, height: 240 };
const DAILY = reply([45_000_0000, 119_170_0000, null, 30_000_0000, 41_000_0000], [40_000_0000, 42_853_0000, 1, 2, 3]);

const ALL: readonly (readonly [string, (style: ChartStyle) => ChartReply])[] = [
  ['daily', (style) => dailyChart(DAILY, SALES, style)],
  ['daily of one day', (style) => dailyChart(reply([5_0000], [null]), SALES, style)],
  ['daily of nothing', (style) => dailyChart(reply([], []), SALES, style)],
  ['spark', (style) => sparkChart(DAILY, SALES, style)],
  ['drivers', (style) => driversChart(DRIVERS, 'CNY', { before: { en: 'May', zh: '5 月' }, after: { en: 'June', zh: '6 月' } }, style)],
  [
    'bars',
    (style) =>
      barsChart(
        [
          { title: '<b>天猫</b> "); alert(1)', value: 5_0000 },
          { title: 'JD', value: 9_0000 },
        ],
        SALES,
        'CNY',
        style,
      ),
  ],
  ['rfm', (style) => rfmChart(RFM, style)],
];

/** Every notice of the Vega-Lite compiler. */
function noticesOf(spec: ChartReply['spec']): string[] {
  const notices: string[] = [];
  const note = (...texts: readonly (string | object)[]) => {
    notices.push(texts.map(String).join(' '));
    return logger;
  };
  const logger = { level: () => logger, warn: note, error: note, info: () => logger, debug: () => logger };
  compile(spec as unknown as TopLevelSpec, { logger: logger as never });
  return notices;
}

/** Words that stand in a drawing. */
const wordsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map((match) => match[1] as string);

describe.each(ALL)('%s', (_, make) => {
  it.each([EN, ZH])('compiles without a notice and draws in $lang, $theme', async (style) => {
    const chart = make(style);
    expect(noticesOf(chart.spec)).toEqual([]);
    const svg = await toSvg(chart.spec);
    expect(svg).toMatch(/^<svg [^>]*width="\d+" height="\d+"/);
    expect(svg).not.toMatch(/NaN|undefined|<script|<b>/);
    expect(chart.text.en).toMatch(/\.$|most of it$/);
    expect(chart.table.rows.every((row) => row.length === chart.table.columns.length)).toBe(true);
  });
});

describe('words on the charts', () => {
  it('write money as each language reads it', async () => {
    const english = wordsOf(await toSvg(dailyChart(DAILY, SALES, EN).spec));
    expect(english).toEqual(expect.arrayContaining(['¥100k', '¥50k', '1 Jun', '5 Jun', '¥119.2k']));
    const chinese = wordsOf(await toSvg(dailyChart(DAILY, SALES, ZH).spec));
    expect(chinese).toEqual(expect.arrayContaining(['10万', '5万', '6/1', '6/5', '11.9万']));
  });

  it('name months by their name', async () => {
    const monthly = dailyChart(reply([1_0000, 2_0000], [null, null], 30), SALES, EN);
    expect(wordsOf(await toSvg(monthly.spec))).toEqual(expect.arrayContaining(['Jun 2025', 'Jul 2025']));
  });

  it('show the parts of a change with their sign', async () => {
    const words = wordsOf(await toSvg(ALL[4]?.[1](EN).spec as ChartReply['spec']));
    expect(words).toEqual(expect.arrayContaining(['May', '¥1.10M', '+¥250k', '−¥67.8k', '¥1.28M', 'June']));
  });

  it('say the values of the classes of the grid', async () => {
    const words = wordsOf(await toSvg(rfmChart(RFM, EN).spec));
    expect(words).toEqual(expect.arrayContaining(['181+', '91–180', '46–90', '15–45', '0–14', '5 +', '4', '1', 'Champions', 'Lost']));
  });

  it('keep text of data as text', async () => {
    expect(wordsOf(await toSvg(ALL[5]?.[1](EN).spec as ChartReply['spec'])).some((word) => word.startsWith('&lt;b&gt;天猫'))).toBe(true);
  });

  it('have a sentence for those who cannot see them', () => {
    expect(dailyChart(DAILY, SALES, EN).text).toEqual({
      en: 'Sales 2025-06-01 to 2025-06-05: ¥1,284,630, ▲ 16.5% against the period compared with, highest on 2 Jun with ¥119,170.',
      zh: '2025-06-01 至 2025-06-05 销售额 ¥1,284,630，较对比期 ▲ 16.5%，6/2 最高，为 ¥119,170。',
    });
    expect(rfmChart(RFM, EN).text.en).toBe('25 customers by recency and orders; most of them are Lost (96.0%).');
    expect(barsChart([], SALES, 'CNY', EN).text.en).toBe('Sales: no data.');
  });
});

describe('numbers in words', () => {
  it.each([
    [1_284_630_0000, 'money', '¥1,284,630'],
    [147_0500, 'money', '¥147.05'],
    [-60_0000, 'money', '−¥60.00'],
    [0.0275, 'ratio', '2.75%'],
    [3.64, 'multiple', '3.64×'],
    [318204, 'count', '318,204'],
    [null, 'money', '—'],
  ] as const)('%s as %s is %s', (value, unit, text) => {
    expect(showMetric(value, unit, 'CNY')).toBe(text);
  });

  it.each([
    [1_284_630_0000, '¥1.28M', '128.5万'],
    [-62_800_0000, '−¥62.8k', '−6.3万'],
    [999_0000, '¥999', '999'],
  ])('%d in short is %s and %s', (value, english, chinese) => {
    expect([shortMoney(value, 'CNY', 'en'), shortMoney(value, 'CNY', 'zh')]).toEqual([english, chinese]);
  });

  it('write changes and buckets', () => {
    expect([showChange(116.5, 100, 'money', 'en'), showChange(0.061, 0.054, 'ratio', 'zh'), showChange(1, 0, 'count', 'en'), showChange(1, null, 'count', 'en')]).toEqual([
      '▲ 16.5%',
      '▲ 0.70 个百分点',
      null,
      null,
    ]);
    expect([bucketText('2025-04-01', 91, 'en'), bucketText('2025-04-01', 91, 'zh'), bucketText('2025-01-01', 365, 'en'), bucketText('2025-06-02', 7, 'zh')]).toEqual([
      'Q2 2025',
      '2025 Q2',
      '2025',
      '6/2',
    ]);
  });
});
