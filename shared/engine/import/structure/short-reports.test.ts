import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const GA4 = [
  '# ----------------------------------------',
  '# Traffic acquisition',
  '# Account: Shop',
  '# ----------------------------------------',
  '#',
  '# All Users',
  '# Start date: 20260501',
  '# End date: 20260503',
];
const CHANNELS = 'Session primary channel group (Default channel group),Sessions,Engaged sessions';
const ALIPAY_ABOVE = ['支付宝账务明细查询', '账号：[2088123]', '起始日期：[2026年05月01日 00:00:00]', '终止日期：[2026年05月31日 23:59:59]', '-----------账务明细列表-----------'];
const ALIPAY = '入账时间,支付宝交易号,支付宝流水号,商户订单号,收入（+元）,支出（-元）,业务类型';
const ALIPAY_BELOW = ['-----------账务明细列表结束-----------', '支出合计：0笔，共0.00元', '收入合计：0笔，共0.00元'];
const names = (header: string) => header.split(/[,\t]/);

// What a report that tells of nothing, or of one thing, holds: its lines, and the header and rows that are read.
test.each<[string, string[], string[][], { preamble: number; footer: number }]>([
  ['GA4, nothing', [...GA4, CHANNELS], [names(CHANNELS)], { preamble: 8, footer: 0 }],
  ['GA4, one row', [...GA4, CHANNELS, 'Direct,5,3'], [names(CHANNELS), ['Direct', '5', '3']], { preamble: 8, footer: 0 }],
  ['Alipay, nothing', [...ALIPAY_ABOVE, ALIPAY, ...ALIPAY_BELOW], [names(ALIPAY)], { preamble: 5, footer: 3 }],
  [
    'Alipay, one row',
    [...ALIPAY_ABOVE, ALIPAY, '2026-05-01 10:00:00,20260501,3101,T200,59.90,,交易付款', ...ALIPAY_BELOW],
    [names(ALIPAY), ['2026-05-01 10:00:00', '20260501', '3101', 'T200', '59.90', null as unknown as string, '交易付款']],
    { preamble: 5, footer: 3 },
  ],
  [
    'four titles',
    ['商品效果', '统计周期：2026-05-01', '终端：无线', '导出时间：2026-05-02', '统计日期,商品ID,商品名称,商品访客数,商品浏览量'],
    [['统计日期', '商品ID', '商品名称', '商品访客数', '商品浏览量']],
    { preamble: 4, footer: 0 },
  ],
])('%s', async (_name, lines, expected, { preamble, footer }) => {
  const { tables } = await readBytes('report.csv', `${lines.join('\r\n')}\r\n`);
  const [table] = tables;
  if (table === undefined) throw new Error('no table');
  expect(literal(table)).toEqual(expected);
  expect([table.preamble.length, table.footer.length, table.setAside.length]).toEqual([preamble, footer, 0]);
  expect(reconciles(table)).toBe(true);
});

test.each([['a line with commas among others', 'Dear all\nplease find, as promised, the list, of goods, below it\nBest wishes\nAnn\n']])('%s is no table', async (_name, text) => {
  const read = await readBytes('note.txt', text).then(
    ({ tables }) => tables.map(literal),
    () => 'refused',
  );
  expect(read === 'refused' || read[0]?.[0]?.length === 1).toBe(true);
});
