import { expect, test } from 'vitest';
import { literal, readBytes } from '../../../tests/support/reading.ts';

const read = async (text: string) => {
  const [table] = (await readBytes('x.csv', text)).tables;
  if (table === undefined) throw new Error('no table');
  return table;
};

test('the backtick before every value is no part of it', async () => {
  const table = await read('交易时间,微信订单号,商品名称,金额\n`2025-06-01 16:33:45,`4200002500000000000000000001,`杯子,`1.01\n`2025-06-02 16:33:45,`4200002500000000000000000002,`,`2.01\n');
  expect(literal(table)).toEqual([
    ['交易时间', '微信订单号', '商品名称', '金额'],
    ['2025-06-01 16:33:45', '4200002500000000000000000001', '杯子', '1.01'],
    ['2025-06-02 16:33:45', '4200002500000000000000000002', null, '2.01'],
  ]);
  expect(table.findings).toEqual([
    {
      code: 'backticks',
      severity: 'info',
      where: { file: 'x.csv', column: '交易时间' },
      message: { en: 'The values of 4 columns begin with a backtick, which is no part of them and left out', zh: '4 列的值以反引号（`）开头，它不属于值本身，已去掉' },
    },
  ]);
});

test('quoted code, and a lone backtick, stay', async () => {
  const table = await read('id,code,note\n1,`run` or so,`a\n2,`stop`,b\n3,`go`,c\n');
  expect([literal(table).slice(1), table.findings]).toEqual([
    [
      ['1', '`run` or so', '`a'],
      ['2', '`stop`', 'b'],
      ['3', '`go`', 'c'],
    ],
    [],
  ]);
});

test('a sentence that begins with quoted code stays whole', async () => {
  const table = await read('id,note\n1,`none` is a word\n');
  expect([literal(table)[1], table.findings]).toEqual([['1', '`none` is a word'], []]);
});
