import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { fileOf, literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { transcoderOf } from '../transcode.ts';
import { joinedParts } from './joined.ts';

const HEADER = '订单编号,商品名称,实付金额\n';
const rows = (from: number, until: number) => Array.from({ length: until - from }, (_, i) => `D${from + i},杯子${from + i}号,3.50\n`).join('');
const inEncoding = (text: string, encoding: string): Uint8Array => iconv.encode(text, encoding);
const all = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

test.each<[string, string]>([
  ['utf8', 'gb18030'],
  ['gb18030', 'utf8'],
])('a file in %s and one in %s behind each other are both read', async (first, second) => {
  const [table] = (await readBytes('x.csv', all(inEncoding(HEADER + rows(1, 10), first), inEncoding(HEADER + rows(10, 20), second)))).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  expect(literal(table)[0]).toEqual(['订单编号', '商品名称', '实付金额']);
  expect(
    literal(table)
      .map(([, name]) => name)
      .slice(1),
  ).toEqual(Array.from({ length: 19 }, (_, i) => `杯子${i + 1}号`));
  expect(table.setAside.map(({ row, reason }) => [row, reason.en])).toEqual([[11, 'the header again']]);
  expect(table.findings.map(({ code, where }) => [code, where.row])).toEqual([['encoding-joined', 11]]);
});

test('parts are told however often they change, and read in pieces of any size', async () => {
  const bytes = all(inEncoding(rows(0, 5), 'utf8'), inEncoding(rows(5, 9), 'gbk'), inEncoding(rows(9, 12), 'utf8'));
  const parts = joinedParts(bytes, (encoding, piece) => iconv.decode(Buffer.from(piece), encoding));
  expect(parts?.map(({ line, encoding }) => [line, encoding])).toEqual([
    [1, 'utf-8'],
    [6, 'gb18030'],
    [10, 'utf-8'],
  ]);
  for (const size of [1, 2, 7, 50, 1000]) {
    const transcoder = transcoderOf({ encoding: 'utf-8', brokenUtf8At: 1, ...(parts && { parts }) }, () => null, 'x.csv');
    const read: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) read.push(transcoder.push(bytes.subarray(at, at + size), at + size >= bytes.length));
    expect(Buffer.concat(read).toString()).toBe(rows(0, 12));
  }
});

test.each<[string, Uint8Array]>([
  ['GBK, whatever a line of it happens to read like', inEncoding(`${HEADER}${rows(1, 9)}一,鎵€,浣犲ソ\n${rows(9, 20)}`, 'gb18030')],
  ['UTF-8 with a damaged line', all(inEncoding(HEADER + rows(1, 9), 'utf8'), Uint8Array.of(0xb1, 0xad, 0x2c, 0x2c, 10), inEncoding(rows(9, 20), 'utf8'))],
  ['UTF-8 with texts cut inside of a character', all(...Array.from({ length: 9 }, (_, i) => all(inEncoding('北京市朝阳区', 'utf8'), Uint8Array.of(0xe5, 0x8c, 10, i % 2 === 0 ? 0x41 : 0x42))))],
  ['letters with accents in two encodings', all(inEncoding('Größe,Menge\nMüller,5\n', 'utf8'), inEncoding('Größe,Menge\nMüller,5\n', 'latin1'))],
])('%s is one text', (_name, bytes) => {
  expect(joinedParts(bytes, (encoding, piece) => iconv.decode(Buffer.from(piece), encoding))).toBeNull();
});

test('a part that begins far behind the first stretch is found', async () => {
  const bytes = all(inEncoding(HEADER + rows(0, 20_000), 'utf8'), inEncoding(HEADER + rows(20_000, 40_000), 'gbk'));
  const [table] = (await readBytes('x.csv', bytes)).tables;
  expect([table?.table.rows, table?.setAside.length, fileOf('x', bytes).size > 256 << 10]).toEqual([40_000, 1, true]);
});
