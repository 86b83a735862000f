import * as XLSX from '@e965/xlsx';
import type { PlainSheet, PlainWorkbook, WorkbookInput } from '../../ports.ts';
import { formattedText } from '../cell-text.ts';
import { numberKind } from '../number-kinds.ts';
import { LAST_COLUMN, LAST_ROW } from '../xlsx/reference.ts';
import { type Columns, hiddenColumnsOfBiff, hiddenColumnsOfXlsb, joined } from './hidden-columns.ts';

/** What SheetJS tells errors by. */
const ERRORS: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A', 43: '#GETTING_DATA' };
const OPTIONS = { cellDates: false, cellNF: true, cellText: false, cellHTML: false, cellFormula: false, dense: true } as const;

/**
 * Reads a workbook through SheetJS. A damaged one may take for ever or fill the memory: to be run where that can be ended.
 *
 * @throws Error in SheetJS's words
 */
export function extractWorkbook({ kind, content }: WorkbookInput): PlainWorkbook {
  // A web page says nothing of types: its cells stay as they read, 00123 too.
  const book = typeof content === 'string' ? XLSX.read(content, { ...OPTIONS, type: 'string', raw: kind === 'html' }) : XLSX.read(content, { ...OPTIONS, type: 'array' });
  const hidden = typeof content === 'string' ? null : hiddenColumns(kind, content);
  return { sheets: book.SheetNames.flatMap((name, index) => extractSheet(book, name, index, hidden?.get(index)) ?? []) };
}

/** What is hidden is only told: where it cannot be made out, the cells count all the same. */
function hiddenColumns(kind: string, content: Uint8Array): ReadonlyMap<number, readonly Columns[]> | null {
  try {
    return kind === 'xls' ? hiddenColumnsOfBiff(content) : kind === 'xlsb' ? hiddenColumnsOfXlsb(content) : null;
  } catch {
    return null;
  }
}

function extractSheet(book: XLSX.WorkBook, name: string, index: number, hiddenColumns: readonly Columns[] | undefined): PlainSheet | null {
  const sheet = book.Sheets[name];
  if (sheet === undefined) return null;
  const data = (sheet as { '!data'?: (XLSX.CellObject | undefined)[][] })['!data'] ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  if (data.length > LAST_ROW || data.some((cells) => (cells?.length ?? 0) > LAST_COLUMN)) throw new RangeError(`cell beyond the last row or column of ${name}`);
  const errors: { row: number; column: number; text: string }[] = [];
  const rows = Array.from(data, (cells, r) =>
    cells === undefined
      ? null
      : Array.from(cells, (cell, column) => {
          const text = cellText(cell, date1904);
          if (cell?.t === 'e') errors.push({ row: r + 1, column, text });
          return text;
        }),
  );
  const width = rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  return {
    name,
    rows,
    errors,
    merges: (sheet['!merges'] ?? []).map((range) => XLSX.utils.encode_range(range)),
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
    hiddenRows: (sheet['!rows'] ?? []).flatMap((row, r) => (row?.hidden === true && (rows[r]?.length ?? 0) > 0 ? [r + 1] : [])),
    hiddenColumns: (hiddenColumns ?? joined(sheet['!cols'])).flatMap(({ first, last }) => (first < width ? [{ first, last: Math.min(last, width - 1) }] : [])),
    names: definedNames(book, name),
  };
}

/** Names that stand for ranges of this sheet; those of no sheet are told with the first. */
function definedNames(book: XLSX.WorkBook, sheet: string): PlainSheet['names'] {
  return (book.Workbook?.Names ?? []).flatMap(({ Name, Ref }) => {
    // Damaged names come as something else than text.
    if (typeof Ref !== 'string') return [];
    const belongs = book.SheetNames.find((candidate) => Ref.startsWith(`${candidate}!`) || Ref.startsWith(`'${candidate.replaceAll("'", "''")}'!`)) ?? book.SheetNames[0];
    return belongs === sheet ? [{ name: Name, refersTo: Ref }] : [];
  });
}

/** A cell as text: numbers in their shortest form, dates in ISO form, percents and booleans as they read. */
export function cellText(cell: XLSX.CellObject | undefined, date1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  if (cell.t === 'e') return ERRORS[cell.v as number] ?? '#ERROR';
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'n' && typeof cell.v === 'string') return timeText(cell.v);
  if (cell.t === 'n') return formattedText(cell.v as number, numberKind(String(cell.z ?? '')), date1904);
  return String(cell.v);
}

/** A time that SheetJS could not count: LibreOffice writes a span beyond a day as an hour beyond the day of no day. */
function timeText(told: string): string {
  const [, hours, rest] = /^1899-12-3[01]T(\d+)(:\d\d:\d\d)(?:\.\d+)?Z?$/.exec(told) ?? [];
  return hours === undefined ? told.replace(/Z$/, '') : `${hours.padStart(2, '0')}${rest}`;
}
