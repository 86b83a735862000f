import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Has rows enough to be read in bulk. */
  readonly many?: boolean;
  /** Made here, and small. */
  readonly made?: boolean;
  /** Makes the file of the bytes once they are mutated: a part of an archive whose check sum is right. */
  readonly pack?: (bytes: Uint8Array) => Uint8Array;
}

const HEADER = ['订单编号', '买家会员名', '实付金额', '付款时间', '备注'];
const ROWS = Array.from({ length: 40 }, (_, i) => [
  `43892177602188${10_000 + i}`,
  `lin***${i}`,
  `${(i * 37.25).toFixed(2)}`,
  `2025-06-${String(1 + (i % 30)).padStart(2, '0')} 10:0${i % 10}:00`,
  i % 7 === 0 ? 'a "quoted", text\nover two lines' : '',
]);
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const TEXT = `店铺订单明细导出,,,,\n${[HEADER, ...ROWS].map((row) => row.map(quoted).join(',')).join('\n')}\n合计,,${ROWS.reduce((sum, row) => sum + Number(row[2]), 0).toFixed(2)},,\n`;
const LOG = Array.from(
  { length: 30 },
  (_, i) => `203.0.113.${i} - - [10/Jun/2025:13:55:${String(i).padStart(2, '0')} +0800] "GET /item/${i}.html?q=${i} HTTP/1.1" 200 ${1000 + i} "https://example.com/" "Mozilla/5.0 (Windows NT 10.0)"`,
).join('\n');

/** Small files of every format, made here; and, where they lie beside the project, real ones. */
export function seeds(): Seed[] {
  const utf8 = new TextEncoder().encode(TEXT);
  const sheet = XLSX.utils.aoa_to_sheet([['店铺订单明细'], HEADER, ...ROWS.map((row) => [row[0], row[1], Number(row[2]), row[3], row[4]])]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '订单');
  const workbook = (bookType: XLSX.BookType) => new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
  const json = JSON.stringify(ROWS.map((row) => ({ id: row[0], buyer: { name: row[1] }, lines: [{ sku: 'x', paid: row[2] }] })));
  const made: Seed[] = [
    { name: 'orders.csv', bytes: utf8 },
    { name: 'orders-gbk.csv', bytes: iconv.encode(TEXT, 'gbk') },
    { name: 'orders-utf16.csv', bytes: iconv.encode(TEXT, 'utf16le', { addBOM: true }) },
    { name: 'orders.xlsx', bytes: workbook('xlsx') },
    { name: 'orders.xls', bytes: workbook('biff8') },
    { name: 'orders.ods', bytes: workbook('ods') },
    { name: 'orders.xlsb', bytes: workbook('xlsb') },
    { name: 'orders.json', bytes: new TextEncoder().encode(json) },
    { name: 'orders.zip', bytes: zipSync({ 'a/orders.csv': utf8, 'orders.xlsx': workbook('xlsx') }) },
    { name: 'orders.csv.gz', bytes: zlib.gzipSync(utf8) },
    { name: 'access.log', bytes: new TextEncoder().encode(LOG) },
    { name: 'access.log.gz', bytes: new TextEncoder().encode(LOG), pack: (bytes) => zlib.gzipSync(bytes) },
    { name: 'lines.json', bytes: new TextEncoder().encode(ROWS.map((row) => JSON.stringify({ id: row[0], buyer: row[1], paid: row[2], note: row[4] })).join('\r\n')) },
    { name: 'orders.prn', bytes: new TextEncoder().encode(ROWS.map((row) => `${row[0]}  ${(row[2] as string).padStart(9)}  ${row[3]}`).join('\r\n')) },
    sheetSeed(book),
    { name: 'many-orders.csv', many: true, bytes: new TextEncoder().encode(manyRows()) },
  ];
  return [...made.map((seed) => ({ ...seed, made: true })), ...realSeeds()];
}

/** Rows enough that they are read in bulk. */
const MANY = Array.from({ length: 400 }, (_, i) => i + 1);

function manyRows(): string {
  return MANY.map((i) => `${i},"SKU-${i % 17}",${(i * 3.75).toFixed(2)},2025-06-${String(1 + (i % 30)).padStart(2, '0')},${i % 9 === 0 ? '"a ""b"", c"' : '备注'}`).join('\n');
}

/** The sheet of a workbook by itself, its cells written in all the usual ways: what is changed in it gets to its reader. */
function sheetSeed(book: XLSX.WorkBook): Seed {
  const parts = unzipSync(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
  const rows = MANY.map((i) => {
    const cells = [
      `<c r="A${i}"><v>${i}</v></c>`,
      `<c r="B${i}" t="str"><v>SKU &amp; ${i % 17}</v></c>`,
      `<c r="C${i}" s="0"><v>${(i * 0.1).toPrecision(17)}</v></c>`,
      `<c r="D${i}" t="inlineStr"><is><t${i % 5 === 0 ? ' xml:space="preserve"' : ''}>备注 ${i}</t></is></c>`,
      `<c r="E${i}" t="b"><v>${i % 2}</v></c>`,
      i % 7 === 0 ? `<c r="F${i}"><f>A${i}*2</f><v>${2 * i}</v></c>` : `<c r="F${i}" s="0"/>`,
    ];
    return `<row r="${i}" spans="1:6" x14ac:dyDescent="0.25">${cells.join('')}</row>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  return { name: 'sheet.xlsx', many: true, bytes: new TextEncoder().encode(xml), pack: (bytes) => zipSync({ ...parts, 'xl/worksheets/sheet1.xml': bytes }) };
}

const LARGEST = 60_000;
const PER_KIND = 6;

function realSeeds(): Seed[] {
  const root = path.resolve('../shared/data');
  if (!fs.existsSync(root)) return [];
  const kinds = new Map<string, Seed[]>();
  for (const name of fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const kind = /\.(csv|xlsx|xls|zip|log|json|parquet|ods|arrow|sqlite)$/.exec(name)?.[1];
    const file = path.join(root, name);
    const list = kinds.get(kind ?? '') ?? [];
    if (kind === undefined || list.length >= PER_KIND || fs.statSync(file).size > LARGEST || !fs.statSync(file).isFile()) continue;
    list.push({ name: path.basename(name), bytes: new Uint8Array(fs.readFileSync(file)) });
    kinds.set(kind, list);
  }
  return [...kinds.values()].flat();
}
