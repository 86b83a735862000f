import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await testShop({});
});

afterEach(() => shop.stop());

function source(name: string, text: string) {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, text);
  return { kind: 'path', path: file } as const;
}

async function bring(name: string, text: string) {
  const [reply] = await shop.client.call('import.run', { files: [{ source: source(name, text) }] });
  if (reply === undefined) throw new Error('no reply');
  return reply;
}

const counts = ({ template, rowsNew, rowsUpdated, rowsUnchanged }: Awaited<ReturnType<typeof bring>>) => [template, rowsNew, rowsUpdated, rowsUnchanged];

/** Google Ads' report without a day: the period is a title. */
const google = (period: string, costOfA = '60.00') =>
  csv(
    'Campaign report',
    `"${period}"`,
    'Campaign status,Campaign,Currency code,Cost,Impr.,Clicks',
    `Enabled,A,USD,${costOfA},"1,000",50`,
    'Paused,B,USD,40.00,200,8',
    'Total: Account, --,USD,100.00,"1,200",58',
  );

test('reports of Google Ads without a day: the period is two columns, the next month other rows, the same month again updates', async () => {
  const january = await bring('Campaign report.csv', google('January 1, 2025 - January 31, 2025'));
  expect(counts(january)).toEqual(['ad-google-period', 2, 0, 0]);
  // Not one cell is other than a month before.
  const february = await bring('Campaign report (1).csv', google('February 1, 2025 - February 28, 2025'));
  expect([february.dataset, ...counts(february)]).toEqual([january.dataset, 'ad-google-period', 2, 0, 0]);
  expect(counts(await bring('again.csv', google('January 1, 2025 - January 31, 2025', '61.00')))).toEqual(['ad-google-period', 0, 1, 1]);
  expect(await shop.query(`SELECT period_start, period_end, sum(Cost) / 10000.0 FROM "${january.dataset}" GROUP BY 1, 2 ORDER BY 1`)).toEqual([
    ['2025-01-01', '2025-01-31', 101],
    ['2025-02-01', '2025-02-28', 100],
  ]);
  expect(january.columns.slice(-2)).toMatchObject([
    { name: 'period_start', type: 'date' },
    { name: 'period_end', type: 'date' },
  ]);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

test('the period is told with the line that says it, and left out by one click', async () => {
  const from = source('Campaign report.csv', google('January 1, 2025 - January 31, 2025'));
  const look = async (options: ImportOptions) => (await shop.client.call('import.inspect', { source: from, options })).tables[0];
  const table = await look({});
  const card = table?.detections.find(({ id }) => id === 'file-day');
  expect([table?.period, card?.value.en, card?.reason.en]).toEqual([
    { from: '2025-01-01', to: '2025-01-31' },
    '2025-01-01 – 2025-01-31',
    'A line above says the days: January 1, 2025 - January 31, 2025 No column does. As columns they keep the rows of each period apart when the next file comes.',
  ]);
  expect(table?.preview.find(({ kind }) => kind === 'header')?.cells).toEqual(['Campaign status', 'Campaign', 'Currency code', 'Cost', 'Impr.', 'Clicks', '', '']);
  expect((await look(card?.choices[1]?.options ?? {}))?.columns.length).toBe(6);
});

const chinese = (period: string, costOfA: string) => csv('广告系列报告', `"${period}"`, '广告系列,货币代码,展示次数,点击次数,费用', `甲,CNY,1000,50,${costOfA}`, '乙,CNY,200,8,40.00');

test('so are those in Chinese', async () => {
  const first = await bring('广告系列报告.csv', chinese('2025年1月1日 - 2025年1月31日', '60.00'));
  expect(counts(first)).toEqual(['ad-google-zh-period', 2, 0, 0]);
  expect(counts(await bring('二月.csv', chinese('2025年2月1日 - 2025年2月28日', '60.00')))).toEqual(['ad-google-zh-period', 2, 0, 0]);
  expect(counts(await bring('一月.csv', chinese('2025年1月1日 - 2025年1月31日', '61.00')))).toEqual(['ad-google-zh-period', 0, 1, 1]);
  expect(await shop.query(`SELECT DISTINCT 期间开始, 期间结束 FROM "${first.dataset}" ORDER BY 1`)).toEqual([
    ['2025-01-01', '2025-01-31'],
    ['2025-02-01', '2025-02-28'],
  ]);
});

const chineseDays = (costOfA: string) =>
  csv('广告系列报告', '"2025年1月1日 - 2025年1月2日"', '日期,广告系列,展示次数,点击次数,费用', `2025-01-01,甲,1000,50,${costOfA}`, '2025-01-01,乙,200,8,40.00', '2025-01-02,甲,1000,50,60.00');

test('a report in Chinese with a day updates its rows when it is exported again', async () => {
  expect(counts(await bring('a.csv', chineseDays('60.00')))).toEqual(['ad-google-zh', 3, 0, 0]);
  expect(counts(await bring('b.csv', chineseDays('61.00')))).toEqual(['ad-google-zh', 0, 1, 2]);
});

test('a report by device is another table than the one of whole campaigns', async () => {
  const whole = await bring('Campaign report.csv', google('January 1, 2025 - January 31, 2025'));
  const byDevice = (phones: number) =>
    csv(
      'Campaign report',
      '"January 1, 2025 - January 31, 2025"',
      'Campaign,Device,Currency code,Cost,Impr.,Clicks',
      `A,Mobile phones,USD,${phones}.00,600,30`,
      'A,Computers,USD,10.00,400,20',
      'B,Computers,USD,40.00,200,8',
    );
  const split = await bring('Device report.csv', byDevice(50));
  expect([split.dataset !== whole.dataset, ...counts(split)]).toEqual([true, 'ad-google-period', 3, 0, 0]);
  expect(counts(await bring('Device report (1).csv', byDevice(51)))).toEqual(['ad-google-period', 0, 1, 2]);
});

const ga4 = (from: string, to: string, ...lines: readonly string[]) =>
  csv(
    '# ----------------------------------------',
    '# Property: Luming shop',
    '# ----------------------------------------',
    '#',
    '# All Users',
    `# Start date: ${from}`,
    `# End date: ${to}`,
    ...lines,
  );

test('days that GA4 counts are counted from the start date', async () => {
  const lines = ['Nth day,New users,Total users', '0000,5,9', '0001,6,9', '0002,4,8'];
  const first = await bring('users.csv', ga4('20250130', '20250201', ...lines));
  expect(counts(first)).toEqual(['ga4-new-users', 3, 0, 0]);
  // Two of its days stand in the file before, by other numbers of days.
  expect(counts(await bring('users (1).csv', ga4('20250131', '20250202', 'Nth day,New users,Total users', '0000,7,9', '0001,4,8', '0002,1,2')))).toEqual(['ga4-new-users', 1, 2, 0]);
  expect(await shop.query(`SELECT date, "New users" FROM "${first.dataset}" ORDER BY 1`)).toEqual([
    ['2025-01-30', 5],
    ['2025-01-31', 7],
    ['2025-02-01', 4],
    ['2025-02-02', 1],
  ]);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

test('channels of GA4 that did not change in the next month are rows of their own', async () => {
  const lines = ['Session primary channel group (Default Channel Group),Sessions,Engaged sessions', 'Direct,5,3', 'Email,6,4'];
  const first = await bring('channels.csv', ga4('20250101', '20250131', ...lines));
  expect(counts(first)).toEqual(['ga4-channels', 2, 0, 0]);
  expect(counts(await bring('channels (1).csv', ga4('20250201', '20250228', ...lines)))).toEqual(['ga4-channels', 2, 0, 0]);
  expect(counts(await bring('channels (2).csv', ga4('20250201', '20250228', ...lines.slice(0, -1), 'Email,7,4')))).toEqual(['ga4-channels', 0, 1, 1]);
});

test('a file that says its period nowhere says so', async () => {
  const { findings, columns } = await bring('channels.csv', csv('Session primary channel group (Default Channel Group),Sessions,Engaged sessions', 'Direct,5,3', 'Email,6,4'));
  expect([findings.map(({ code }) => code), columns.length]).toEqual([['period-unknown'], 3]);
});

const goods = (from: string, to: string, paid: string) =>
  csv('统计日期,商品ID,商品名称,商品访客数,商品浏览量,支付金额', `${from} ~ ${to},678900000001,杯子,100,200,${paid}`, `${from} ~ ${to},678900000002,盘子,50,80,40.00`);

test('a column of days that holds ranges becomes a first and a last day, and a table of its own', async () => {
  const daily = await bring('日.csv', csv('统计日期,商品ID,商品名称,商品访客数,商品浏览量,支付金额', '2025-06-01,678900000001,杯子,100,200,9.90'));
  const first = await bring('周.csv', goods('2025-06-01', '2025-06-07', '99.50'));
  expect([first.dataset !== daily.dataset, ...counts(first)]).toEqual([true, 'sycm-goods', 2, 0, 0]);
  expect(first.findings).toEqual([]);
  const second = await bring('周 (1).csv', goods('2025-06-08', '2025-06-14', '99.50'));
  expect([second.dataset, ...counts(second)]).toEqual([first.dataset, 'sycm-goods', 2, 0, 0]);
  // The same week once more, spelled otherwise.
  expect(counts(await bring('周 (2).csv', goods('2025/06/08', '2025/06/14', '98.50')))).toEqual(['sycm-goods', 0, 2, 0]);
  expect(await shop.query(`SELECT 期间开始, 期间结束, sum(支付金额) / 10000.0 FROM "${first.dataset}" GROUP BY 1, 2 ORDER BY 1`)).toEqual([
    ['2025-06-01', '2025-06-07', 139.5],
    ['2025-06-08', '2025-06-14', 138.5],
  ]);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

const cities = (line: string, shanghai: number) => csv(line, '', '城市,访客数,成交金额', `上海,${shanghai},99.50`, '杭州,80,40.00');

test('so do reports that no template knows, by the lines above or the name of the file', async () => {
  const first = await bring('地域.csv', cities('统计时间：2025-06-01 ~ 2025-06-07', 100));
  // Not one cell is other than a week before.
  const second = await bring('地域 (1).csv', cities('统计时间：2025-06-08 ~ 2025-06-14', 100));
  expect([second.dataset, counts(first), counts(second)]).toEqual([first.dataset, [null, 2, 0, 0], [null, 2, 0, 0]]);
  expect(await shop.query(`SELECT 期间开始, 期间结束, sum(访客数) FROM "${first.dataset}" GROUP BY 1, 2 ORDER BY 1`)).toEqual([
    ['2025-06-01', '2025-06-07', 180],
    ['2025-06-08', '2025-06-14', 180],
  ]);
  const named = await bring('region_2025-06-01_2025-06-07.csv', csv('region,visitors', 'a,5', 'b,6'));
  expect(named.columns.map(({ name }) => name)).toEqual(['region', 'visitors', 'period_start', 'period_end']);
});

test.each([
  ['days of their own', csv('统计时间：2025-06-01 ~ 2025-06-07', '日期,访客数', '2025-06-01,5', '2025-06-02,6')],
  ['months', csv('统计时间：2025-01-01 ~ 2025-06-30', '月份,访客数', '2025-01,5', '2025-02,6')],
  ['orders', csv('统计时间：2025-06-01 ~ 2025-06-07', '订单号,金额', 'A1,5.00', 'A2,6.00')],
  ['names only', csv('统计时间：2025-06-01 ~ 2025-06-07', '城市,负责人', '上海,张三', '杭州,李四')],
])('tables with %s have no such columns', async (_what, text) => {
  expect((await bring('x.csv', text)).columns).toHaveLength(2);
});

test('a layout that was taught from such a table keeps the periods', async () => {
  const first = await bring('地域.csv', cities('统计时间：2025-06-01 ~ 2025-06-07', 100));
  await shop.client.call('templates.learn', { dataset: first.dataset, title: '地域', key: ['城市'] });
  const second = await bring('地域 (1).csv', cities('统计时间：2025-06-08 ~ 2025-06-14', 100));
  expect([second.dataset, second.rowsNew, second.template !== null]).toEqual([first.dataset, 2, true]);
  expect(await shop.query(`SELECT 期间开始, sum(访客数) FROM "${first.dataset}" GROUP BY 1 ORDER BY 1`)).toEqual([
    ['2025-06-01', 180],
    ['2025-06-08', 180],
  ]);
});
