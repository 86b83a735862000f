import * as XLSX from '@e965/xlsx';

/** Columns side by side, from 0, both ends belonging to them. */
export interface Columns {
  readonly first: number;
  readonly last: number;
}

/** Records of BIFF: where sheets begin, what columns are like, where a part begins and ends. */
const BOUND_SHEET = 0x85;
const COL_INFO = 0x7d;
const BEGINNINGS: ReadonlySet<number> = new Set([0x009, 0x209, 0x409, 0x809]);
const END = 0x0a;
const HIDDEN = 1;
const HIDDEN_COLUMN = { hidden: true };
const MOST_COLUMNS = 256;

/**
 * The hidden columns of each sheet of an .xls, which SheetJS tells only together with the styles of all cells.
 *
 * @returns by the place of the sheet in the workbook, as SheetJS orders them
 */
export function hiddenColumnsOfBiff(content: Uint8Array): ReadonlyMap<number, readonly Columns[]> {
  const stream = workbookStream(content);
  const found = new Map<number, readonly Columns[]>();
  for (const [index, start] of sheetStarts(stream).entries()) found.set(index, joined(hiddenIn(stream, start)));
  return found;
}

/** The same of an .xlsb: a second look at its sheets as far as their first row, since styles of all cells would fill the memory. */
export function hiddenColumnsOfXlsb(content: Uint8Array): ReadonlyMap<number, readonly Columns[]> {
  const book = XLSX.read(content, { type: 'array', dense: true, cellStyles: true, cellFormula: false, cellHTML: false, cellText: false, sheetRows: 1 });
  return new Map(book.SheetNames.map((name, index) => [index, joined(book.Sheets[name]?.['!cols'])]));
}

/** Hidden columns as SheetJS lists all of them. */
export function joined(columns: readonly ({ readonly hidden?: boolean } | undefined)[] = []): readonly Columns[] {
  const found: Columns[] = [];
  for (let at = 0; at < columns.length; at++) {
    if (columns[at]?.hidden !== true) continue;
    const first = at;
    while (columns[at + 1]?.hidden === true) at++;
    found.push({ first, last: at });
  }
  return found;
}

/** The records of a workbook: a stream of the file, or as Excel 2 to 4 wrote it, all of it. */
function workbookStream(content: Uint8Array): Uint8Array {
  if (content[0] !== 0xd0) return content;
  const container = XLSX.CFB.read(content, { type: 'array' });
  const entry = XLSX.CFB.find(container, '/Workbook') ?? XLSX.CFB.find(container, '/Book');
  return entry === null || entry.content === undefined ? new Uint8Array() : Uint8Array.from(entry.content as ArrayLike<number>);
}

function sheetStarts(stream: Uint8Array): readonly number[] {
  const starts = new Set<number>();
  for (const { type, at, size } of records(stream, 0)) {
    if (type === BOUND_SHEET && size >= 4) starts.add(number(stream, at, 4));
    else if (type === END) break;
  }
  // Before Excel 5 the file is the one sheet.
  return starts.size === 0 ? [0] : [...starts].sort((a, b) => a - b);
}

function hiddenIn(stream: Uint8Array, start: number): readonly { readonly hidden?: boolean }[] {
  const columns: { hidden?: boolean }[] = Array.from({ length: MOST_COLUMNS }, () => ({}));
  let depth = 0;
  for (const { type, at, size } of records(stream, start)) {
    // Charts lie in their sheet as parts of their own.
    if (BEGINNINGS.has(type)) depth++;
    else if (type === END && --depth <= 0) break;
    else if (type === COL_INFO && depth === 1 && size >= 10 && (number(stream, at + 8, 2) & HIDDEN) !== 0) columns.fill(HIDDEN_COLUMN, number(stream, at, 2), number(stream, at + 2, 2) + 1);
  }
  return columns;
}

function* records(stream: Uint8Array, start: number): Generator<{ readonly type: number; readonly at: number; readonly size: number }> {
  for (let at = start; at + 4 <= stream.length; ) {
    const size = number(stream, at + 2, 2);
    yield { type: number(stream, at, 2), at: at + 4, size };
    at += 4 + size;
  }
}

function number(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = length - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}
