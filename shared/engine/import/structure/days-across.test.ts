import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const DAYS = '2025-06-01,2025-06-02,2025-06-03,2025-06-04';
const read = async (text: string, transpose?: boolean) => {
  const [table] = (await readBytes('x.csv', text, transpose === undefined ? {} : { transpose })).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
};

test('measures below each other and a day a column: the table is turned, and stays where that is asked', async () => {
  const text = `指标,${DAYS}\n访客数,120,130,140,150\n支付金额,1234.5,2345.6,3456.7,4567.8\n转化率,1.2%,1.3%,1.4%,1.5%\n`;
  const table = await read(text);
  expect(literal(table)).toEqual([
    ['日期', '访客数', '支付金额', '转化率'],
    ['2025-06-01', '120', '1234.5', '1.2%'],
    ['2025-06-02', '130', '2345.6', '1.3%'],
    ['2025-06-03', '140', '3456.7', '1.4%'],
    ['2025-06-04', '150', '4567.8', '1.5%'],
  ]);
  expect(table.findings.map(({ code }) => code)).toEqual(['transposed']);
  expect((await read(text, false)).table.rows).toBe(3);
});

test.each<[string, string, string[]]>([
  ['a corner of dates, measures of two kinds', `日期,${DAYS}\n甲,1,2,3,4\n乙,1%,2%,3%,4%\n`, ['日期', '甲', '乙']],
  ['a blank corner, measures that platforms know', `,${DAYS}\n访客数,1,2,3,4\n浏览量,5,6,7,8\n`, ['日期', '访客数', '浏览量']],
  ['in English, the last day first', 'Metric,2025-06-04,2025-06-03,2025-06-02,2025-06-01\nVisits,1,2,3,4\nOrders,5,6,7,8\n', ['date', 'Visits', 'Orders']],
])('turned: %s', async (_name, text, names) => {
  expect(literal(await read(text))[0]).toEqual(names);
});

test.each<[string, string]>([
  ['goods by day', `商品,${DAYS}\n杯,1,2,3,4\n碗,5,6,7,8\n`],
  ['goods under a corner of dates', `日期,${DAYS}\n杯,1,2,3,4\n碗,5,6,7,8\n`],
  ['goods under a blank corner', `,${DAYS}\n杯,1,2,3,4\n碗,5,6,7,8\n`],
  ['fewer days', '指标,2025-06-01,2025-06-02,2025-06-03\n访客数,1,2,3\n浏览量,5,6,7\n'],
  ['days that are left out', '指标,2025-06-01,2025-06-03,2025-06-05,2025-06-07\n访客数,1,2,3,4\n浏览量,5,6,7,8\n'],
  ['the same measure of two shops', `指标,${DAYS}\n访客数,1,2,3,4\n访客数,5,6,7,8\n`],
])('not turned: %s', async (_name, text) => {
  expect((await read(text)).findings.map(({ code }) => code)).not.toContain('transposed');
});
