import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../tests/support/reading.ts';
import { Tokenizer } from './delimited/tokenizer.ts';
import { bytesOf, detectDialect } from './dialect.ts';
import type { Dialect } from './parsed.ts';

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
