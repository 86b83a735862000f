import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const read = async (text: string) => {
  const [table] = (await readBytes('x.csv', text)).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
};

test.each<[string, string, string]>([
  ['a mark before a quoted name', '"订单编号","金额"', '\uFEFF"订单编号","金额"'],
  ['the same name twice', '订单号,数量,金额,数量,金额', '订单号,数量,金额,数量,金额'],
  ['columns without a name', '订单号,数量,,金额,', '订单号,数量,,金额,'],
  ['names with blanks around them', '订单号 ,数量 ,金额 ', '订单号 ,数量 ,金额 '],
  ['blanks in the first header only', '订单号 ,数量 ,金额 ', '订单号,数量,金额'],
  ['tabs behind the names', '订单号\t,数量\t', '订单号\t,数量\t'],
])('%s: the header again is set aside', async (_name, header, again) => {
  const cells = header.split(',').map((name) => name.trim());
  const row = (id: string) => cells.map((name, column) => (name === '' ? '' : column === 0 ? id : '2')).join(',');
  const table = await read(`${header}\n${row('A1')}\n${row('A2')}\n${again}\n${row('A3')}\n`);
  expect([
    literal(table)
      .slice(1)
      .map(([id]) => id),
    table.setAside.map(({ row, reason }) => [row, reason.en]),
  ]).toEqual([['A1', 'A2', 'A3'], [[4, 'the header again']]]);
});

test('one name told again is data, also where every cell has it', async () => {
  expect((await read('name,,\na,1,2\nname,,\nb,2,3\n')).table.rows).toBe(3);
  expect((await read('x,x,x\nx,x,x\nx,x,x\n')).table.rows).toBe(2);
});

const part = (day: string) => `店铺：旗舰店,,\n统计日期：${day},,\n日期,商品ID,访客数\n${day},612345678900,1\n${day},612345678901,11\n`;

test('the lines above a header that is told again go with it', async () => {
  const table = await read(part('2025-06-01') + part('2025-06-02') + part('2025-06-03'));
  expect(
    literal(table)
      .slice(1)
      .map(([day, , visitors]) => [day, visitors]),
  ).toEqual([
    ['2025-06-01', '1'],
    ['2025-06-01', '11'],
    ['2025-06-02', '1'],
    ['2025-06-02', '11'],
    ['2025-06-03', '1'],
    ['2025-06-03', '11'],
  ]);
  expect(table.setAside.map(({ row, reason }) => [row, reason.en])).toEqual([
    [6, 'a line above the header again'],
    [7, 'a line above the header again'],
    [8, 'the header again'],
    [11, 'a line above the header again'],
    [12, 'a line above the header again'],
    [13, 'the header again'],
  ]);
});

test('what stands above a repeated header and reads otherwise is data', async () => {
  const table = await read('店铺：旗舰店,\n日期,访客数\n2025-06-01,1\n上月,5\n日期,访客数\n2025-06-02,2\n');
  expect([table.table.rows, table.setAside.map(({ row }) => row)]).toEqual([3, [5]]);
});
