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
