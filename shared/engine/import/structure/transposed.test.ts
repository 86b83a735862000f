import { expect, test } from 'vitest';
import type { SuanpanError } from '#contract/errors';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

test('names in the first column: columns become rows', async () => {
  const text = '订单编号,1001,1002\n实付金额,10.5,20\n订单状态,交易成功,交易关闭\n';
  const [table] = (await readBytes('x.csv', text)).tables;
  expect(table && literal(table)).toEqual([
    ['订单编号', '实付金额', '订单状态'],
    ['1001', '10.5', '交易成功'],
    ['1002', '20', '交易关闭'],
  ]);
  expect(table?.findings.map(({ code }) => code)).toEqual(['transposed']);
  expect(table && reconciles(table)).toBe(true);
  expect((await readBytes('x.csv', text, { transpose: false })).tables[0]?.table.rows).toBe(3);
});

test.each<[string, string, [number, string][]]>([
  ['a stray separator', '订单号,A1,A2,A3\n金额,10,20,30\n商品标题,帽子, 红,鞋,包\n数量,1,2,3\n\n买家昵称,a,b,c\n', [[3, 'too many fields: 5 instead of 4']]],
  ['a quote that is never closed', '订单号,A1,A2,A3\n金额,10,20,30\n数量,1,2,3\n\n买家昵称,a,b,c\n商品标题,"x,y\n', [[6, 'a quote is never closed']]],
])('a line that does not fit stays set aside: %s', async (_name, text, aside) => {
  const [table] = (await readBytes('x.csv', text)).tables;
  expect(table && literal(table)).toEqual([
    ['订单号', '金额', '数量', '买家昵称'],
    ['A1', '10', '1', 'a'],
    ['A2', '20', '2', 'b'],
    ['A3', '30', '3', 'c'],
  ]);
  expect(table?.setAside.map(({ row, reason }) => [row, reason.en])).toEqual(aside);
  expect(table?.blankRows).toBe(1);
  expect(table && reconciles(table)).toBe(true);
});

test('an upright table stays, and is turned on demand', async () => {
  const text = 'name,a,b\nx,1,2\ny,3,4\n';
  expect((await readBytes('x.csv', text)).tables[0]?.findings).toEqual([]);
  const [turned] = (await readBytes('x.csv', text, { transpose: true })).tables;
  expect(turned && literal(turned)).toEqual([
    ['name', 'x', 'y'],
    ['a', '1', '3'],
    ['b', '2', '4'],
  ]);
});

test('more columns than a table may have', async () => {
  const wide = Array.from({ length: 3 }, (_, row) => Array.from({ length: 2500 }, (_, i) => (row === 0 ? `n${i}` : row * i)).join(',')).join('\n');
  expect((await readBytes('x.csv', wide)).tables[0]?.table.rows).toBe(2499);
  expect(await readBytes('x.csv', wide, { transpose: false }).catch((thrown: SuanpanError) => thrown.info.code)).toBe('file-unsupported');
});
