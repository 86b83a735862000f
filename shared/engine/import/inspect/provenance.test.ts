import { expect, test } from 'vitest';
import { readBytes } from '../../../../tests/support/reading.ts';
import { propose } from './inspect.ts';
import type { Knowledge, ParsedTable } from '../parsed.ts';
import { periodOf, provenanceCard, shopOf } from './provenance.ts';

const knowledge: Knowledge = {
  matchTemplate: () => null,
  isHeader: (text) => ['日期', '金额', '商品', 'Sessions', 'Channel', 'Campaign', 'Cost'].includes(text),
  sameField: () => false,
  template: () => null,
  fills: () => [],
};

async function told(name: string, content: string, whole = true) {
  const file = await readBytes(name, content, {});
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  const period = periodOf(parsed, propose(parsed, {}, knowledge, null).types, name, whole);
  return [period?.from, period?.to, period?.said, shopOf(parsed)?.name];
}

test.each<[string, string, string, readonly (string | undefined)[]]>([
  ['生意参谋’s line', 'x.csv', '统计时间：2025-06-01 ~ 2025-06-14,\n日期,商品,金额\n2025-06-03,杯子,1\n2025-06-04,茶,2\n', ['2025-06-01', '2025-06-14', 'lines', undefined]],
  [
    'GA4’s lines',
    'x.csv',
    '# ----\n# Property: Luming shop\n# Start date: 20250601\n# End date: 20250614\nChannel,Sessions\nDirect,5\nEmail,6\n',
    ['2025-06-01', '2025-06-14', 'lines', 'Luming shop'],
  ],
  ['Google Ads’ title', 'x.csv', 'Campaign report\n"June 1, 2025 - June 14, 2025"\nCampaign,Cost\na,1.50\nb,2.50\n', ['2025-06-01', '2025-06-14', 'lines', undefined]],
  ['a line of Chinese days', 'x.csv', '2025年6月1日 - 2025年6月14日,\n商品,金额\n杯子,1.5\n茶,2.5\n', ['2025-06-01', '2025-06-14', 'lines', undefined]],
  ['its rows', 'x.csv', '付款时间,创建时间,店铺名称\n2025-06-09 10:00:00,2025-06-02 10:00:00,鹿鸣\n2025-06-10 10:00:00,2025-06-05 10:00:00,鹿鸣\n', ['2025-06-02', '2025-06-05', 'columns', '鹿鸣']],
  ['a shop behind other things', 'x.csv', '导出时间：2025-07-01 09:12:44　店铺：鹿鸣家居旗舰店　共2行\n渠道,成交\n自然,5\n付费,6\n', [undefined, undefined, undefined, '鹿鸣家居旗舰店']],
  ['several shops', 'x.csv', '日期,店铺\n2025-06-09,甲\n2025-06-10,乙\n', ['2025-06-09', '2025-06-10', 'columns', undefined]],
  ['two columns', 'x.csv', 'Reporting starts,Reporting ends,Cost\n2025-06-01,2025-06-07,5\n2025-06-08,2025-06-14,6\n', ['2025-06-01', '2025-06-14', 'columns', undefined]],
  ['ranges in cells', 'x.csv', 'Date range,Cost\n"Jul 06, 2026 - Jul 29, 2026",5.5\n"Jul 01, 2026 - Jul 05, 2026",6.5\n', ['2026-07-01', '2026-07-29', 'columns', undefined]],
  ['its name', '商品_2025-06-01_2025-06-14.csv', '商品,金额\n杯子,1.5\n茶,2.5\n', ['2025-06-01', '2025-06-14', 'name', undefined]],
  ['nothing: one day in a name is that of the export', 'TaokeDetail-2025-06-15.csv', '商品,金额\n杯子,1.5\n茶,2.5\n', [undefined, undefined, undefined, undefined]],
])('%s', async (_what, name, content, expected) => {
  expect(await told(name, content)).toEqual(expected);
});

test('rows tell nothing of the end while only the beginning was read', async () => {
  expect(await told('x.csv', '日期,商品\n2025-06-09,甲\n2025-06-10,乙\n', false)).toEqual([undefined, undefined, undefined, undefined]);
});

test('the card says how it is known, and sets the shop by a click', () => {
  expect(provenanceCard(null, null, {})).toBe(null);
  const card = provenanceCard({ name: '鹿鸣', where: '店铺名称' }, { from: '2025-06-01', to: '2025-06-14', said: 'name', where: 'x' }, { encoding: 'gbk' });
  expect([card?.value.en, card?.reason.en]).toEqual(['鹿鸣 · 2025-06-01 – 2025-06-14', 'The shop stands in “店铺名称”. The name of the file says the days.']);
  expect(card?.choices.map(({ selected, options }) => [selected, options])).toEqual([
    [true, { encoding: 'gbk', shop: undefined }],
    [false, { encoding: 'gbk', shop: '鹿鸣' }],
  ]);
});

test('the line that names the shop is quoted without the blanks around it', async () => {
  const [table] = (await readBytes('x.csv', '订单导出\n导出时间：2025-07-01　店铺：鹿鸣家居\n日期,商品,数量\n2025-06-09,甲,1\n2025-06-10,乙,2\n', {})).tables;
  expect(shopOf(table as ParsedTable)).toEqual({ name: '鹿鸣家居', where: '店铺：鹿鸣家居' });
});
