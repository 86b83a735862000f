import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const read = async (text: string, options = {}) => {
  const [table] = (await readBytes('x.csv', text, options)).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
};

test('units below the header that change numbers stand behind the names, as they do where the header gives them', async () => {
  const table = await read('日期,访客数,支付金额,转化率\n,人,（万元）,%\n2025-06-01,121,1.25,2.1\n2025-06-02,122,2.25,2.2\n');
  expect(literal(table)).toEqual([
    ['日期', '访客数', '支付金额(万元)', '转化率(%)'],
    ['2025-06-01', '121', '1.25', '2.1'],
    ['2025-06-02', '122', '2.25', '2.2'],
  ]);
  expect(table.setAside).toHaveLength(1);
});

test('a header that has a unit keeps it', async () => {
  const table = await read('日期,金额(元),成本(万元)\n,万元,万元\n2025-06-01,1.25,2\n2025-06-02,2.25,3\n');
  expect(literal(table)[0]).toEqual(['日期', '金额(元)', '成本(万元)']);
});

test('whoever keeps every row keeps the names', async () => {
  expect(literal(await read('日期,支付金额\n,万元\n2025-06-01,1.25\n', { footerRows: 0 }))[0]).toEqual(['日期', '支付金额']);
});

test.each(['单位：万元', '销售月报（单位：万元）', '金额单位:万元'])('a line above the header gives columns of money their unit: %s', async (line) => {
  const table = await read(`销售月报\n${line}\n月份,店铺,销售额,成本(元),客单价,订单数\n2025-01,旗舰店,12.5,3,99,7\n2025-02,旗舰店,13.5,4,98,8\n`);
  expect(literal(table)[0]).toEqual(['月份', '店铺', '销售额(万元)', '成本(元)', '客单价', '订单数']);
  expect(table.findings).toEqual([
    {
      code: 'unit-above',
      severity: 'info',
      where: { file: 'x.csv', column: '销售额(万元)' },
      message: { en: 'A line above the header gives 万元 as the unit: 销售额 is read by it', zh: '表头上方注明单位为“万元”：“销售额”按此读取' },
    },
  ]);
});

test.each(['单位：万科', '单位：元', '单位：万元、%', '报告单位：杭州分公司', '万元'])('a line that gives no such unit changes nothing: %s', async (line) => {
  const table = await read(`销售月报\n${line}\n月份,店铺,销售额\n2025-01,旗舰店,12.5\n2025-02,旗舰店,13.5\n`);
  expect([literal(table)[0], table.findings]).toEqual([['月份', '店铺', '销售额'], []]);
});

test('two lines that differ leave it open', async () => {
  const table = await read('单位：万元\n单位：亿元\n月份,店铺,销售额\n2025-01,旗舰店,12.5\n2025-02,旗舰店,13.5\n');
  expect(literal(table)[0]).toEqual(['月份', '店铺', '销售额']);
});
