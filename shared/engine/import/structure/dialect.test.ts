import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { Tokenizer } from '../delimited/tokenizer.ts';
import { bytesOf, detectDialect } from './dialect.ts';
import type { Dialect } from '../parsed.ts';

const read = async (text: string) => {
  const [table] = (await readBytes('x.csv', text)).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return { rows: literal(table).slice(1), aside: table.setAside.map(({ row }) => row), padded: table.dialect?.padded === true };
};

test.each<[string, string, string[][], boolean]>([
  [
    'quotes behind and before blanks',
    'no, what                , n\n 5, "Soap, Harpic"        , 170\n 6, "a ""b"" c" , 1\n 7, OLA                   , 839\n',
    [
      [' 5', 'Soap, Harpic', ' 170'],
      [' 6', 'a "b" c', ' 1'],
      [' 7', ' OLA                   ', ' 839'],
    ],
    true,
  ],
  [
    'a text that goes on behind its quote',
    'no, what, n\n1, "5" cable, 2\n2, "a, b", 3\n',
    [
      ['1', ' "5" cable', ' 2'],
      ['2', 'a, b', ' 3'],
    ],
    true,
  ],
  [
    'no blanks',
    'no,what,n\n1,"a, b",3\n2,"c",4\n',
    [
      ['1', 'a, b', '3'],
      ['2', 'c', '4'],
    ],
    false,
  ],
  [
    'a blank before one quote only',
    'no,what,n\n1, "a",3\n2,b,4\n3,c,5\n',
    [
      ['1', ' "a"', '3'],
      ['2', 'b', '4'],
      ['3', 'c', '5'],
    ],
    false,
  ],
])('%s', async (_name, text, rows, padded) => {
  expect(await read(text)).toEqual({ rows, aside: [], padded });
});

const repeated = (header: string, line: (i: number) => string, count = 60) => `${[header, ...Array.from({ length: count }, (_, i) => line(i))].join('\n')}\n`;

test.each<[string, string, number]>([
  ['names of two words', 'product name\nred shoe\nblue hat\nbig bag\n', 3],
  ['names below one word', repeated('customer', (i) => ['Bob Fox', 'Ann Ray', 'Eve Lee'][i % 3] as string), 60],
  ['addresses', repeated('link', (i) => `https://a.cn/${i}`), 60],
  ['instants', repeated('stamp', (i) => `2024-03-05 10:${String(i).padStart(2, '0')}:00`), 60],
  ['times', repeated('time', (i) => `10:${String(i).padStart(2, '0')}:00`), 60],
])('%s are one column', async (_name, text, count) => {
  const { rows } = await read(text);
  expect([rows.length, rows[0]?.length]).toEqual([count, 1]);
});

test.each<[string, string, string[][]]>([
  [
    'blanks beside quotes',
    'name text\nann "a b"\nbob "c d"\neve "e f"\n',
    [
      ['ann', 'a b'],
      ['bob', 'c d'],
      ['eve', 'e f'],
    ],
  ],
  [
    'colons between different kinds',
    'root:x:0:/root\nbin:x:1:/bin\nann:x:1000:/home/ann\nbob:x:1001:/home/bob\n',
    [
      ['bin', 'x', '1', '/bin'],
      ['ann', 'x', '1000', '/home/ann'],
      ['bob', 'x', '1001', '/home/bob'],
    ],
  ],
])('%s part columns', async (_name, text, rows) => {
  expect((await read(text)).rows.slice(-3)).toEqual(rows);
});

test.each<[string, string, string[][]]>([
  [
    'before quotes',
    'id,txt\n1,"a \\"quoted\\" b"\n2,"c, d"\n3,"e\\"f, g"\n4,"C:\\\\new\\x"\n5,"g ""h"" i"\n',
    [
      ['1', 'a "quoted" b'],
      ['2', 'c, d'],
      ['3', 'e"f, g'],
      ['4', 'C:\\new\\x'],
      ['5', 'g "h" i'],
    ],
  ],
  [
    'before separators',
    'id,name,amt\n1,a\\,b,10\n2,c,20\n3,d\\,e,30\n',
    [
      ['1', 'a,b', '10'],
      ['2', 'c', '20'],
      ['3', 'd,e', '30'],
    ],
  ],
  [
    'that are part of the text',
    'id,folder\n1,"C:\\data\\"\n2,"D:\\"\n3,"a, b"\n4,"{""w"": ""5\\"" wide""}"\n',
    [
      ['1', 'C:\\data\\'],
      ['2', 'D:\\'],
      ['3', 'a, b'],
      ['4', '{"w": "5\\" wide"}'],
    ],
  ],
])('backslashes %s', async (_name, text, rows) => {
  expect(await read(text)).toEqual({ rows, aside: [], padded: false });
});

function inPieces(bytes: Uint8Array, dialect: Dialect, size: number): string[][] {
  const rows: string[][] = [];
  const tokenizer = new Tokenizer(bytesOf(dialect), ({ count, buffers, starts, ends }) => {
    rows.push(Array.from({ length: count }, (_, i) => new TextDecoder().decode(buffers[i]?.subarray(starts[i], ends[i]))));
    return 'next';
  });
  for (let at = 0; at < bytes.length; at += size) tokenizer.push(bytes.slice(at, at + size));
  tokenizer.finish();
  return rows;
}

test('padded fields split the same however the bytes arrive', () => {
  const text = 'no, what , n\r\n1, "a, b" , 3\r\n2,  "c\r\nd"  ,\r\n3, "e" f, 4\r\n';
  const bytes = new TextEncoder().encode(text);
  const { dialect } = detectDialect(bytes, {});
  expect(dialect.padded).toBe(true);
  for (const size of [1, 2, 5, bytes.length])
    expect(inPieces(bytes, dialect, size)).toEqual([
      ['no', ' what ', ' n'],
      ['1', 'a, b', ' 3'],
      ['2', 'c\r\nd', ''],
      ['3', ' "e" f', ' 4'],
    ]);
});

test('escaped fields split the same however the bytes arrive', () => {
  const bytes = new TextEncoder().encode('id,txt,n\r\n1,"a \\"q\\", b",\\\\\r\n2,c\\,d,"e\\\\"\r\n3,"f\r\ng",h\\\r\n');
  const { dialect } = detectDialect(bytes, {});
  expect(dialect.escape).toBe('\\');
  for (const size of [1, 2, 3, 7, bytes.length])
    expect(inPieces(bytes, dialect, size)).toEqual([
      ['id', 'txt', 'n'],
      ['1', 'a "q", b', '\\'],
      ['2', 'c,d', 'e\\'],
      ['3', 'f\r\ng', 'h\\'],
    ]);
});

test.each<[string, string, string, number]>([
  ['numbers', 'x y z\n3899 9 17095\n6062 8 82015\n1 2 3\n', ' ', 3],
  ['days and numbers', 'date open close\n2024-01-01 5 6\n2024-01-02 6 7\n2024-01-03 7 8\n', ' ', 3],
  ['texts', 'code size color\np1 M red\np2 L blue\np3 S green\n', ' ', 3],
  ['numbers without a header', '187 913 4 887628348\n12 5 3 887628349\n1 2 3 887628350\n', ' ', 4],
  ['numbers between colons', 'x:y:z\n2028:3:72814\n1:2:3\n4:5:6\n', ':', 3],
])('blanks and colons part tables of %s', (_, text, delimiter, width) => {
  const found = detectDialect(new TextEncoder().encode(text), {});
  expect([found.dialect.delimiter, found.width]).toEqual([delimiter, width]);
});

test.each(['stamp\n2024-03-05 10:00:00\n2024-03-05 10:00:01\n2024-03-05 10:00:02\n', 'name\nAnn Lee\nBob Ray\nCid Foo\n', 'link\nhttps://a.cn/0\nhttps://a.cn/1\nhttps://a.cn/2\n'])(
  'a text of one column stays one: %j',
  (text) => {
    expect(detectDialect(new TextEncoder().encode(text), {}).width).toBe(1);
  },
);
