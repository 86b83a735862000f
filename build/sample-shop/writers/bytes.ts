import iconv from 'iconv-lite';
import * as XLSX from '@e965/xlsx';

/** Text as Chinese Windows writes it. */
export const gbk = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'gbk'));

/** A workbook of one sheet. */
export function workbook(sheet: XLSX.WorkSheet, name: string, kind: 'biff8' | 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: kind }) as ArrayBuffer);
}
