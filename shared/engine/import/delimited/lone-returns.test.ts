import { expect, test } from 'vitest';
import { readBothWays } from '../../../../tests/support/both-ways.ts';

const HEADER = '订单编号,金额,备注';
const more = (newline: string) => ['7,1,x', '8,2,y', '9,3,z', ''].join(newline);
const MORE = [
  ['7', '1', 'x'],
  ['8', '2', 'y'],
  ['9', '3', 'z'],
];

test.each<[string, string, string[][], number[]]>([
  [
    'between two records',
    '1,2,a\r2,3,b',
    [
      ['1', '2', 'a'],
      ['2', '3', 'b'],
    ],
    [],
  ],
  [
    'between many',
    '1,2,a\r2,3,b\r3,4,c\r4,5,"d"',
    [
      ['1', '2', 'a'],
      ['2', '3', 'b'],
      ['3', '4', 'c'],
      ['4', '5', 'd'],
    ],
    [],
  ],
  [
    'before a quoted cell that holds a separator and a line end',
    '1,2,a\r"2",3,"b, ""c""\rd"',
    [
      ['1', '2', 'a'],
      ['2', '3', 'b, "c"\rd'],
    ],
    [],
  ],
  [
    'behind a quoted cell',
    '1,2,"a"\r2,3,b',
    [
      ['1', '2', 'a'],
      ['2', '3', 'b'],
    ],
    [],
  ],
  ['in a cell', '1,2,a\rb', [['1', '2', 'a\rb']], []],
  [
    'in a cell, and between two records',
    '1,2\r3,a\r2,3,b',
    [
      ['1', '2\r3', 'a'],
      ['2', '3', 'b'],
    ],
    [],
  ],
  ['where it is in the last cell of one record or in the first of the next', '1,2,a\rb\r2,3,b', [], [2]],
  ['where a record has another width', '1,2,a\r2,3\r3,4,b', [], [2]],
])('a lone return %s', async (_name, lines, rows, aside) => {
  for (const newline of ['\n', '\r\n']) {
    const found = await readBothWays([HEADER, lines, more(newline)].join(newline));
    expect([found.rows, found.aside.map(([row]) => row)]).toEqual([[...rows, ...MORE], aside]);
  }
});

test('records that a lone return ends are counted and told', async () => {
  const found = await readBothWays(`${HEADER}\n0,0,o\n1,2,a\r2,3,b\r,,\r\r3,4,c\n${more('\n')}`);
  expect(found).toMatchObject({ at: [2, 3, 4, 7, 8, 9, 10], blank: 2, aside: [], found: [['lone-returns', 3]] });
});

test('a header that a lone return ends is one', async () => {
  const found = await readBothWays(`${HEADER}\r1,2,a\r2,3,b\n${more('\n')}`);
  expect([found.rows, found.at]).toEqual([
    [['1', '2', 'a'], ['2', '3', 'b'], ...MORE],
    [2, 3, 4, 5, 6],
  ]);
});

test('a text of lone returns may end in a line feed', async () => {
  expect((await readBothWays(`${HEADER}\r1,2,a\r2,3,b\n`)).rows).toEqual([
    ['1', '2', 'a'],
    ['2', '3', 'b'],
  ]);
});

test('cells with several returns each keep them', async () => {
  expect((await readBothWays('订单编号,地址,备注\n1,a\rb\rc,x\n2,d\re\rf,y\n')).rows).toEqual([
    ['1', 'a\rb\rc', 'x'],
    ['2', 'd\re\rf', 'y'],
  ]);
});

test('cells of one column keep their returns', async () => {
  expect((await readBothWays('备注\na\rb\nc\nd\re\n')).rows).toEqual([['a\rb'], ['c'], ['d\re']]);
});
