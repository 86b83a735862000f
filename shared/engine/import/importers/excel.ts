import { SuanpanError } from '#contract/errors';
import { LimitError, type PlainSheet, type PlainWorkbook } from '../../ports.ts';
import { isOpenDocument, kindOf, type WorkbookKind } from '../excel/kind.ts';
import { withClosedCells } from '../excel/closed-cells.ts';
import { META_CHARSET, markupText, withoutFirstComments, withoutNumberedCharacters, XML_ENCODING } from '../excel/markup.ts';
import { withoutNamedCharacters } from '../excel/named-characters.ts';
import { lowered, untitled, withTitlesAbove } from '../excel/titles.ts';
import { archivedPages } from '../excel/web-archive.ts';
import { fill } from '../fill.ts';
import { GridCollector } from '../structure/grid.ts';
import type { Structure } from '../structure/structure.ts';
import { mayHold, wantedTables } from '../structure/wanted.ts';
import type { EncodingReason, ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { damaged, emptyWorkbook, encrypted } from '../xlsx/errors.ts';
import { SheetNotes } from '../xlsx/notes.ts';
import { defineImporter } from './define.ts';

/** Larger workbooks would not fit in memory as cell objects. */
const LARGEST = 120 << 20;
const PIECE = 4 << 20;

/** Every kind of workbook but XLSX and OpenDocument, which have readers of their own. */
export const excel = defineImporter({
  id: 'excel',
  title: { en: 'Workbook (XLS, XLSB, XML, web page, DBF)', zh: '工作簿（XLS、XLSB、XML、网页、DBF）' },
  extensions: ['xls', 'xlsb', 'et', 'xml', 'html', 'htm', 'mht', 'mhtml', 'dbf'],
  sniff(head, _name, file) {
    const kind = kindOf(head, file);
    return kind === null || isOpenDocument(kind) ? 0 : 0.95;
  },
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
  const found = kindOf(bytes.subarray(0, 4096), file);
  const kind = found === null || isOpenDocument(found) ? 'xls' : found;
  const { book, encoding, why } = await readWorkbook(kind, bytes, request);
  const sheets = kind === 'html' || kind === 'mhtml' ? withTitlesAbove(book.sheets) : book.sheets.map(untitled);
  const wanted = sheets.filter(({ sheet }) => mayHold(sheet.name, options.table));
  const tables: ParsedTable[] = [];
  for (const [index, { sheet, titles }] of wanted.entries()) {
    work.progress({ done: file.size / 2 + ((file.size / 2) * index) / wanted.length, total: file.size, note: { en: `Reading sheet ${sheet.name}`, zh: `正在读取工作表 ${sheet.name}` } });
    await work.breathe();
    work.signal.throwIfAborted();
    const read = titles.length === 0 ? readSheet(sheet, request) : readTitled(sheet, titles, request);
    tables.push(...wantedTables(read, options.table).map((table) => ({ ...table, reasons: { ...table.reasons, encoding: why } })));
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

/** A workbook, and of a text what it was decoded by. */
interface ReadWorkbook {
  readonly book: PlainWorkbook;
  readonly encoding: string | null;
  readonly why: EncodingReason | null;
}

async function readWorkbook(kind: WorkbookKind, bytes: Uint8Array, request: ParseRequest): Promise<ReadWorkbook> {
  const { file, host, work } = request;
  try {
    const size = bytes.length / 2 ** 20;
    const limits = { milliseconds: Math.ceil(4000 + 6000 * size), megabytes: Math.ceil(Math.min(4096, 768 + 60 * size)) };
    if (kind === 'mhtml') return await readPages(bytes, limits, request);
    if (kind !== 'html' && kind !== 'xml') return { book: await host.isolate('workbook', { kind, content: bytes }, limits, work), encoding: null, why: null };
    const { text, encoding, why } = markupText(bytes, kind === 'html' ? META_CHARSET : XML_ENCODING, request);
    return { book: await host.isolate('workbook', { kind, content: kind === 'html' ? plainPage(text) : text }, limits, work), encoding, why };
  } catch (thrown) {
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (thrown instanceof LimitError) throw damaged(file.name, { en: 'reading it takes too long or too much memory', zh: '读取耗时过长或占用内存过多' }, message);
    if (/password|encrypt/i.test(message)) throw encrypted(file.name);
    if (/could not find <table>/.test(message)) throw emptyWorkbook(file.name);
    throw damaged(file.name, { en: 'it cannot be read', zh: '无法读取' }, message);
  }
}

/** Reads the pages of a web archive as if they were one. */
async function readPages(bytes: Uint8Array, limits: Parameters<ParseRequest['host']['isolate']>[2], request: ParseRequest): Promise<ReadWorkbook> {
  const pages = archivedPages(bytes).map((page) => markupText(page.bytes, META_CHARSET, request, page.charset));
  const [first] = pages;
  if (first === undefined) throw emptyArchive(request.file.name);
  const content = pages.map(({ text }) => plainPage(text)).join('\n');
  return { book: await request.host.isolate('workbook', { kind: 'html', content }, limits, request.work), encoding: first.encoding, why: first.why };
}

function emptyArchive(file: string): SuanpanError {
  return new SuanpanError({
    code: 'file-empty',
    where: { file },
    message: { en: `${file} is a web page saved as a single file (MHTML), and no table is in it`, zh: `${file} 是单个文件网页（MHTML），其中没有表格` },
    hint: { en: 'Open it in Excel and save it as XLSX', zh: '请用 Excel 打开后另存为 XLSX' },
  });
}

/** A web page as SheetJS reads it best. */
const plainPage = (html: string): string => withClosedCells(withoutNumberedCharacters(withoutNamedCharacters(withoutFirstComments(html))));

/** Reads a sheet with rows above it that say nothing of where its table begins. */
function readTitled(sheet: PlainSheet, titles: PlainSheet['rows'], request: ParseRequest): ParsedTable[] {
  const [alone] = readSheet(sheet, { ...request, options: {} });
  if (alone === undefined) return [];
  const told = { preambleRows: titles.length + alone.preamble.length, headerRows: alone.headerRows, width: alone.table.columns.length, known: alone.reasons.header?.known ?? 0 };
  return readSheet(lowered(sheet, titles), request, told);
}

function readSheet(sheet: PlainSheet, request: ParseRequest, told: Structure | null = null): ParsedTable[] {
  const notes = new SheetNotes(request.file.name, sheet.name);
  const grid = new GridCollector(sheet.name, request, undefined, told);
  for (const [r, cells] of sheet.rows.entries()) if (cells !== null) grid.push(r + 1, cells);
  for (const { row, column, text } of sheet.errors) notes.error(row, column, text);
  if (sheet.hidden) notes.hiddenSheet();
  for (const row of sheet.hiddenRows) notes.hiddenRow(row);
  for (const { first, last } of sheet.hiddenColumns) notes.hiddenColumns(first + 1, last + 1);
  for (const range of sheet.merges) notes.merge(range);
  for (const { name, refersTo } of sheet.names) notes.definedName(name, refersTo);
  return grid.finishApart(notes.findings(), notes.merges);
}
