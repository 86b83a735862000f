import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const read = async (text: string, name = 'x.txt') => {
  const { format, tables } = await readBytes(name, text);
  expect(tables.every(reconciles)).toBe(true);
  return { format, tables };
};

test.each([
  ['bars at both ends', '| 订单 | 金额 |\n|---|---:|\n| A1 | 3.5 |\n| A2 | 4.5 |\n'],
  ['bars between cells only', '订单 | 金额\n:-- | --:\nA1 | 3.5\nA2 | 4.5\n'],
  ['lines of Windows, no end', '|订单|金额|\r\n|:-:|:-:|\r\n|A1|3.5|\r\n|A2|4.5|'],
])('a table in Markdown is read: %s', async (_name, text) => {
  const { format, tables } = await read(text);
  expect([format, tables.map(literal)]).toEqual([
    'markdown',
    [
      [
        ['订单', '金额'],
        ['A1', '3.5'],
        ['A2', '4.5'],
      ],
    ],
  ]);
});

test('cells may hold a bar and be empty', async () => {
  const { tables } = await read('| a | b |\n| - | - |\n| x \\| y |  |\n|  | 2 |\n');
  expect(tables.map(literal)).toEqual([
    [
      ['a', 'b'],
      ['x | y', null],
      [null, '2'],
    ],
  ]);
});

test('several tables in a text, with what stands about them', async () => {
  const { tables } = await read('# 日报\n\n| 店铺 | 金额 |\n|---|---|\n| A | 1 |\n\n# 退款\n| 单号 | 原因 |\n|---|---|\n| R1 | 坏 |\n\n数据截至昨日\n', 'x.md');
  expect(tables.map((table) => [table.name, table.preamble, literal(table), table.footer, table.table.origin.row[0]])).toEqual([
    [
      '日报',
      [['# 日报'], []],
      [
        ['店铺', '金额'],
        ['A', '1'],
      ],
      [],
      5,
    ],
    [
      '退款',
      [[], ['# 退款']],
      [
        ['单号', '原因'],
        ['R1', '坏'],
      ],
      [{ row: 12, cells: ['数据截至昨日'] }],
      10,
    ],
  ]);
});

test.each<[string, string]>([
  ['a table with bars and no rule', 'a|b\n1|2\n3|4\n'],
  ['a rule of another width', 'a|b|c\n---|---\n1|2|3\n'],
  ['missing values as dashes', 'a|b\n1|2\n-|-\n3|4\n'],
  ['dashes between commas', 'a,b\n---,---\n1,2\n'],
])('%s is none', async (_name, text) => {
  expect((await read(text, 'x.csv')).format).not.toBe('markdown');
});
