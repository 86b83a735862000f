import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { toBase64 } from '../../values/base64.ts';
import { fromBase64, fromQuotedPrintable } from './transfer-encodings.ts';

const PAGE = '<html><body><table><tr><td>订单</td><td>qty</td></tr><tr><td>A1</td><td>3</td></tr></table></body></html>';
const quoted = (bytes: Uint8Array) => [...bytes].map((byte) => (byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte))).join('');
const lines = (text: string) => (text.match(/.{1,76}/g) ?? []).join('\r\n');

const archive = (...parts: readonly [headers: string, body: string][]) =>
  ['MIME-Version: 1.0', 'X-Document-Type: Workbook', 'Content-Type: multipart/related;', '\tboundary="----=_Next.Part"', '', 'This document is a web archive.', '']
    .concat(...parts.map(([headers, body]) => ['------=_Next.Part', headers, '', body, '']))
    .concat('------=_Next.Part--', '')
    .join('\r\n');

const utf8 = Buffer.from(PAGE, 'utf8');
const gbk = new Uint8Array(iconv.encode(PAGE, 'gbk'));

test.each<[string, string]>([
  ['quoted-printable', archive(['Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable', quoted(utf8).replace('<td>3', '<td>=\r\n3')])],
  ['base64', archive(['Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64', lines(toBase64(utf8))])],
  ['GBK that only the archive tells', archive(['Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html;\r\n charset="gb2312"', quoted(gbk)])],
  [
    'a workbook of sheets, with a frame and their names',
    archive(
      ['Content-Location: file:///C:/a.htm\r\nContent-Type: text/html', '<html><frameset></frameset></html>'],
      ['Content-Location: file:///C:/a_files/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"', quoted(utf8)],
      ['Content-Location: file:///C:/a_files/tabstrip.htm\r\nContent-Type: text/html', '<html><table><tr><td>Sheet1</td><td>Sheet2</td></tr></table></html>'],
      ['Content-Location: file:///C:/a_files/image001.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png', 'iVBORw0KGgo='],
    ),
  ],
])('a web page saved as a single file is read: %s', async (_name, text) => {
  const { format, tables } = await readBytes('x.xls', text);
  expect([format, tables.map(literal)]).toEqual([
    'mhtml',
    [
      [
        ['订单', 'qty'],
        ['A1', '3'],
      ],
    ],
  ]);
  expect(tables.every(reconciles)).toBe(true);
});

test('one without a table says what it is and what to do', async () => {
  await expect(readBytes('x.xls', archive(['Content-Type: text/html', '<html>nothing</html>']))).rejects.toMatchObject({
    info: { code: 'file-empty', hint: { en: 'Open it in Excel and save it as XLSX' } },
  });
});

test('a text that begins like a mail is none', async () => {
  expect((await readBytes('x.csv', 'MIME-Version: 1.0,b\n1,2\n')).format).toBe('delimited');
});

test('base64 and quoted-printable', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (const length of [0, 1, 2, 3, 255, 256]) expect(fromBase64(Buffer.from(lines(toBase64(bytes.subarray(0, length)))))).toEqual(bytes.subarray(0, length));
  expect(Buffer.from(fromQuotedPrintable(Buffer.from('a=3Db=\r\nc=\nd=e8=AE=A2=zz=')))).toEqual(Buffer.from('a=bcd订=zz='));
});
