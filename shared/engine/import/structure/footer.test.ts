import { expect, test } from 'vitest';
import { readBytes, reconciles } from '../../../../tests/support/reading.ts';

const HEADER = '订单号,下单时间,商品,数量,实付金额,备注';
const ROWS = ['A1,2025-06-01,杯子,1,9.90,', 'A2,2025-06-02,盘子,2,19.80,急', 'A3,2025-06-03,碗,3,29.70,'];

// A line below the table, and of how many lines the footer then is.
test.each<[string, number]>([
  ['-- End --', 1],
  ['*** End of report ***', 1],
  ['---- 数据结束 ----', 1],
  ['(3 rows affected)', 1],
  ['# 3 records', 1],
  ['共 3 条', 1],
  ['制表人：张三,审核：李四,,,,', 1],
  ['制表人：张三,,,审核：李四,,打印时间：2025-06-30', 1],
  ['End table,2025-06-04,桌子,1,9.90,', 0],
  ['A4,2025-06-04,颜色：红,1,9.90,', 0],
  ['Endtisch,,,,,', 0],
])('%s', async (line, footer) => {
  const [table] = (await readBytes('orders.csv', `${[HEADER, ...ROWS, line].join('\n')}\n`)).tables;
  if (table === undefined) throw new Error('no table');
  expect([table.footer.length, table.setAside.length, table.table.rows]).toEqual([footer, 0, 4 - footer]);
  expect(reconciles(table)).toBe(true);
});

test('rows that all read like that are rows', async () => {
  const [table] = (await readBytes('notes.csv', ['项目,内容,时间', '甲：a,乙：b,丙：c', '丁：d,戊：e,己：f', '庚：g,辛：h,壬：i'].join('\n'))).tables;
  expect([table?.footer.length, table?.table.rows]).toEqual([0, 3]);
});

test.each<[string, string[], string[], number[]]>([
  ['sums of a bill among notes', ['------', '共2笔记录', '已收入:1笔,5.00元', '待支出:0笔,0.00元', '导出时间:[2025-06-09 10:12:33]    用户:木木'], [], [4, 5, 6, 7, 8]],
  ['one without a note before it', ['已收入:1笔,5.00元'], ['too few fields: 2 instead of 5'], []],
])('below the rows: %s', async (_what, below, aside, footer) => {
  const [table] = (await readBytes('x.csv', ['交易号,类型,对方,金额,状态', 'A1,即时,甲,5.00,成功', 'A2,即时,乙,6.00,成功', ...below, ''].join('\n'))).tables;
  expect([table?.table.rows, table?.setAside.map(({ reason }) => reason.en), table?.footer.map(({ row }) => row)]).toEqual([2, aside, footer]);
});
