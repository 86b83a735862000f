import { expect, test } from 'vitest';
import { readBothWays } from '../../../../tests/support/both-ways.ts';

const HEADER = '订单编号,金额,备注';
const QUOTED = '"订单编号","金额","备注"';
const MARK = '\uFEFF';

test.each<[string, string, string, string, string | null]>([
  ['plain', HEADER, '2,3,b', HEADER, 'b'],
  ['an empty last cell', HEADER, '2,3,', HEADER, null],
  ['a mark before the second file', HEADER, '2,3,b', MARK + HEADER, 'b'],
  ['a quoted last cell', HEADER, '2,3,"b, c"', HEADER, 'b, c'],
  ['a quoted header', HEADER, '2,3,b', QUOTED, 'b'],
  ['both quoted', QUOTED, '"2","3","say ""b"""', QUOTED, 'say "b"'],
  ['both quoted, with a mark', MARK + QUOTED, '"2","3","b"', MARK + QUOTED, 'b'],
  ['a last cell that is called like the first column', HEADER, '2,3,订单编号', HEADER, '订单编号'],
  ['blanks around names', '订单编号 ,金额,备注', '2,3,b', '订单编号,金额,备注', 'b'],
])('the header of a file behind one without a last line end: %s', async (_name, header, last, again, cell) => {
  for (const newline of ['\n', '\r\n']) {
    const { rows, at, aside, found } = await readBothWays([header, '1,2,a', `${last}${again}`, '3,4,c', '4,5,d', ''].join(newline));
    expect(rows).toEqual([
      ['1', '2', 'a'],
      ['2', '3', cell],
      ['3', '4', 'c'],
      ['4', '5', 'd'],
    ]);
    expect([at, aside, found]).toEqual([[2, 3, 5, 6], [[4, 'the header again']], [['header-glued', 3]]]);
  }
});

test.each<[string, string]>([
  ['other names', '2,3,b订单编号,金额,收件人'],
  ['another number of fields', '2,3,4,b订单编号,金额,备注'],
  ['no header at all', '2,3,b订单编号,5,c'],
])('a row with %s behind it stays set aside', async (_name, line) => {
  const { rows, aside, found } = await readBothWays([HEADER, '1,2,a', line, '3,4,c', '4,5,d', ''].join('\n'));
  expect([rows.length, aside.map(([row]) => row), found]).toEqual([3, [3], []]);
});

test('three files, of which two lack their last line end', async () => {
  const file = (first: number) => `${HEADER}\n${first},1,a\n${first + 1},2,b`;
  const { rows, aside, found } = await readBothWays(file(1) + file(3) + file(5));
  expect(rows.map(([id]) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(aside.map(([row]) => row)).toEqual([4, 7]);
  expect(found).toEqual([['header-glued', 3]]);
});
