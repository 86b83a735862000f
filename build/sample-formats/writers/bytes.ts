import iconv from 'iconv-lite';
import { csv } from '../../sample-shop/text.ts';

/** UTF-8 with a byte order mark, as platforms write it for Excel. */
export const utf8Bom = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text}`);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16, little endian, with its mark: what Google calls “Excel .csv”. */
export const utf16 = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'utf-16le', { addBOM: true }));

export const windows1252 = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'windows-1252'));

/** What Windows in Japan writes. */
export const cp932 = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'cp932'));

export const tabbed = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`;

/** A table as a header and rows that name its columns; what a row does not name is empty. */
export function table(header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string[][] {
  return [[...header], ...rows.map((row) => header.map((name) => row[name] ?? ''))];
}

export const csvOf = (header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string => csv(table(header, rows));
