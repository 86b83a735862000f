import * as XLSX from '@e965/xlsx';
import { SuanpanError } from '#contract/errors';
import { formattedText, numberKind } from '../cell-text.ts';
import { kindOf, type WorkbookKind } from '../excel/kind.ts';
import { META_CHARSET, markupText, withoutNumberedCharacters, XML_ENCODING } from '../excel/markup.ts';
import { refuseProtectedOds } from '../excel/protected.ts';
import { fill } from '../fill.ts';
import { GridCollector } from '../grid.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { damaged, emptyWorkbook, encrypted } from '../xlsx/errors.ts';
import { SheetNotes } from '../xlsx/notes.ts';
import { LAST_COLUMN, LAST_ROW } from '../xlsx/reference.ts';
import { defineImporter } from './define.ts';

/** Larger workbooks would not fit in memory as cell objects. */
const LARGEST = 120 << 20;
const PIECE = 4 << 20;
/** What SheetJS tells errors by. */
const ERRORS: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A', 43: '#GETTING_DATA' };
const OPTIONS = { cellDates: false, cellNF: true, cellText: false, cellHTML: false, cellFormula: false, dense: true } as const;

/** Every kind of workbook but XLSX, which has a reader of its own. */
export const excel = defineImporter({
  id: 'excel',
  title: { en: 'Workbook (XLS, XLSB, ODS, XML, web page)', zh: '工作簿（XLS、XLSB、ODS、XML、网页）' },
  extensions: ['xls', 'xlsb', 'ods', 'fods', 'xml', 'html', 'htm'],
  sniff: (head, _name, file) => (kindOf(head, file) === null ? 0 : 0.95),
  parse: parseExcel,
});

async function parseExcel(request: ParseRequest): Promise<ParsedFile> {
  const { file, options, work } = request;
  if (file.size > LARGEST) {
    throw new SuanpanError({
      code: 'file-unsupported',
      where: { file: file.name },
      message: {
        en: `${file.name} is larger than this version reads (${LARGEST >> 20} MB for workbooks other than XLSX)`,
        zh: `${file.name} 超过当前版本可读取的大小（除 XLSX 外的工作簿为 ${LARGEST >> 20} MB）`,
      },
      hint: { en: 'Save it as XLSX or CSV and import that', zh: '请另存为 XLSX 或 CSV 后导入' },
    });
  }
  const bytes = await readWhole(request);
  const kind = kindOf(bytes.subarray(0, 4096), file) ?? 'xls';
  if (kind === 'ods') await refuseProtectedOds(request);
  const { book, encoding } = readWorkbook(kind, bytes, request);
  const wanted = options.table === undefined ? book.SheetNames : book.SheetNames.filter((name) => name === options.table);
  const tables: ParsedTable[] = [];
  for (const [index, name] of wanted.entries()) {
    work.progress({ done: bytes.length / 2 + ((bytes.length / 2) * index) / wanted.length, total: bytes.length, note: { en: `Reading sheet ${name}`, zh: `正在读取工作表 ${name}` } });
    await work.breathe();
    work.signal.throwIfAborted();
    const sheet = book.Sheets[name];
    const table = sheet === undefined ? null : readSheet(book, sheet, name, request);
    if (table !== null) tables.push(table);
  }
  if (tables.length === 0) throw emptyWorkbook(file.name);
  return { format: kind, encoding, tables, partial: false };
}

async function readWhole({ file, work }: ParseRequest): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (fill(file, bytes.subarray(at, at + PIECE), at) === 0) break;
    work.progress({ done: at / 2, total: bytes.length, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
    await work.breathe();
    work.signal.throwIfAborted();
  }
  return bytes;
}

function readWorkbook(kind: WorkbookKind, bytes: Uint8Array, request: ParseRequest): { readonly book: XLSX.WorkBook; readonly encoding: string | null } {
  const { name } = request.file;
  try {
    if (kind === 'html' || kind === 'xml' || kind === 'fods') {
      const isPage = kind === 'html';
      const { text, encoding } = markupText(bytes, isPage ? META_CHARSET : XML_ENCODING, request);
      // A web page says nothing of types: its cells stay as they read, 00123 too.
      return { book: XLSX.read(isPage ? withoutNumberedCharacters(text) : text, { ...OPTIONS, type: 'string', raw: isPage }), encoding };
    }
    return { book: XLSX.read(bytes, { ...OPTIONS, type: 'array' }), encoding: null };
  } catch (thrown) {
    if (thrown instanceof SuanpanError) throw thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (/password|encrypt/i.test(message)) throw encrypted(name);
    if (/could not find <table>/.test(message)) throw emptyWorkbook(name);
    throw damaged(name, { en: 'it cannot be read', zh: '无法读取' }, message);
  }
}

function readSheet(book: XLSX.WorkBook, sheet: XLSX.WorkSheet, name: string, request: ParseRequest): ParsedTable | null {
  const data = (sheet as { '!data'?: (XLSX.CellObject | undefined)[][] })['!data'] ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const notes = new SheetNotes(request.file.name, name);
  const grid = new GridCollector(name, request);
  const tooFar = () => damaged(request.file.name, { en: `the sheet ${name} holds a cell where no sheet has any`, zh: `工作表“${name}”的单元格超出合理范围` });
  if (data.length > LAST_ROW) throw tooFar();
  for (const [r, cells] of data.entries()) {
    if (cells === undefined) continue;
    if (cells.length > LAST_COLUMN) throw tooFar();
    grid.push(
      r + 1,
      Array.from(cells, (cell, c) => {
        const text = cellText(cell, date1904);
        if (cell?.t === 'e') notes.error(r + 1, c, text);
        return text;
      }),
    );
  }
  noteSurroundings(book, sheet, name, notes);
  return grid.finish(notes.findings(), notes.merges);
}

function noteSurroundings(book: XLSX.WorkBook, sheet: XLSX.WorkSheet, name: string, notes: SheetNotes): void {
  const index = book.SheetNames.indexOf(name);
  if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0) notes.hiddenSheet();
  for (const range of sheet['!merges'] ?? []) notes.merge(XLSX.utils.encode_range(range));
  for (const { Name, Ref } of book.Workbook?.Names ?? []) {
    // Damaged names come as something else than text.
    if (typeof Ref !== 'string') continue;
    const belongs = book.SheetNames.find((candidate) => Ref.startsWith(`${candidate}!`) || Ref.startsWith(`'${candidate.replaceAll("'", "''")}'!`)) ?? book.SheetNames[0];
    if (belongs === name) notes.definedName(Name, Ref);
  }
}

/** A cell as text: numbers in their shortest form, dates in ISO form, percents and booleans as they read. */
export function cellText(cell: XLSX.CellObject | undefined, date1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  if (cell.t === 'e') return ERRORS[cell.v as number] ?? '#ERROR';
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'n') return formattedText(cell.v as number, numberKind(String(cell.z ?? '')), date1904);
  return String(cell.v);
}
