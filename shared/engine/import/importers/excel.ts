import * as XLSX from '@e965/xlsx';
import { SuanpanError } from '#contract/errors';
import type { Finding } from '#contract/values';
import { formattedText, numberKind } from '../cell-text.ts';
import { GridCollector } from '../grid.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { defineImporter } from './define.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** What SheetJS tells errors by. */
const ERRORS: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A', 43: '#GETTING_DATA' };
/** Larger workbooks would not fit in memory as cell objects. */
const LARGEST = 120 << 20;

export const excel = defineImporter({
  id: 'excel',
  title: { en: 'Excel workbook', zh: 'Excel 工作簿' },
  extensions: ['xlsx', 'xlsm', 'xls'],
  sniff(head, name) {
    const starts = (magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);
    if (starts(OLE)) return 0.95;
    if (starts(ZIP)) return /\.(xlsx|xlsm)$/i.test(name) ? 0.98 : 0.4;
    return 0;
  },
  parse: parseExcel,
});

async function parseExcel({ file, options, knowledge, work }: ParseRequest): Promise<ParsedFile> {
  if (file.size > LARGEST) {
    throw new SuanpanError({
      code: 'file-unsupported',
      where: { file: file.name },
      message: { en: `${file.name} is larger than this version reads (${LARGEST >> 20} MB for workbooks)`, zh: `${file.name} 超过当前版本可读取的工作簿大小（${LARGEST >> 20} MB）` },
      hint: { en: 'Save the sheet as CSV and import that', zh: '请将工作表另存为 CSV 后导入' },
    });
  }
  const bytes = new Uint8Array(file.size);
  for (let at = 0; at < bytes.length; ) {
    const read = file.read(bytes.subarray(at, at + (4 << 20)), at);
    if (read === 0) break;
    at += read;
    work.progress({ done: at / 2, total: bytes.length, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
    await work.breathe();
    work.signal.throwIfAborted();
  }
  const book = readWorkbook(bytes, file.name);
  const wanted = options.table === undefined ? book.SheetNames : book.SheetNames.filter((name) => name === options.table);
  const tables: ParsedTable[] = [];
  for (const name of wanted) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    const table = readSheet(sheet, name, file.name, book.Workbook?.WBProps?.date1904 === true, { options, knowledge, file });
    if (table !== null) tables.push(table);
    work.progress({
      done: bytes.length / 2 + (bytes.length / 2) * ((tables.length + 1) / (wanted.length + 1)),
      total: bytes.length,
      note: { en: `Reading sheet ${name}`, zh: `正在读取工作表 ${name}` },
    });
    await work.breathe();
    work.signal.throwIfAborted();
  }
  if (tables.length === 0) {
    throw new SuanpanError({
      code: 'file-empty',
      where: { file: file.name },
      message: { en: `${file.name} holds no table`, zh: `${file.name} 中没有表格` },
      hint: { en: 'Check that the right file was exported', zh: '请检查导出的文件是否正确' },
    });
  }
  return { format: bytes[0] === OLE[0] ? 'xls' : 'xlsx', encoding: null, tables, partial: false };
}

function readWorkbook(bytes: Uint8Array, name: string): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { type: 'array', cellDates: false, cellNF: true, cellText: false, cellHTML: false, cellFormula: false, dense: true });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (/password|encrypt/i.test(message)) {
      throw new SuanpanError({
        code: 'file-encrypted',
        where: { file: name },
        message: { en: `${name} is protected by a password`, zh: `${name} 设有密码保护` },
        hint: { en: 'Open it in Excel, remove the password, save, import again', zh: '请在 Excel 中取消密码后保存，再重新导入' },
      });
    }
    throw new SuanpanError({
      code: 'file-damaged',
      where: { file: name },
      message: { en: `${name} is damaged or is no workbook`, zh: `${name} 已损坏或不是工作簿` },
      hint: { en: 'Download it again, or open and save it in Excel', zh: '请重新下载，或用 Excel 打开后另存' },
      details: message,
    });
  }
}

function readSheet(sheet: XLSX.WorkSheet, name: string, file: string, date1904: boolean, request: Pick<ParseRequest, 'options' | 'knowledge' | 'file'>): ParsedTable | null {
  const data = (sheet as { '!data'?: (XLSX.CellObject | undefined)[][] })['!data'] ?? [];
  const findings: Finding[] = [];
  const grid = new GridCollector(name, request);
  for (const [r, cells] of data.entries()) {
    grid.push(
      r + 1,
      Array.from(cells ?? [], (cell, c) => {
        const text = cellText(cell, date1904);
        if (cell?.t === 'e')
          findings.push({
            code: 'cell-error',
            severity: 'warning',
            where: { file, sheet: name, row: r + 1, column: XLSX.utils.encode_col(c) },
            message: { en: `The cell holds the error ${text}`, zh: `单元格为错误值 ${text}` },
          });
        return text;
      }),
    );
  }
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ firstRow: s.r + 1, lastRow: e.r + 1, firstColumn: s.c + 1, lastColumn: e.c + 1 }));
  return grid.finish(findings, merges);
}

/** A cell as text: numbers in their shortest form, dates in ISO form, percents and booleans as they read. */
export function cellText(cell: XLSX.CellObject | undefined, date1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  if (cell.t === 'e') return ERRORS[cell.v as number] ?? '#ERROR';
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'n') return formattedText(cell.v as number, numberKind(String(cell.z ?? '')), date1904);
  return String(cell.v);
}
