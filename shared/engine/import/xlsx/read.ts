import { BulkSheet, BulkUnfit } from '../../bulk/sheet.ts';
import { GridCollector } from '../structure/grid.ts';
import { mayHold, wantedTables } from '../structure/wanted.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { emptyWorkbook } from './errors.ts';
import { MergesBehind } from './merges-behind.ts';
import { SheetNotes } from './notes.ts';
import { WorkbookPackage } from './package.ts';
import { SheetReader } from './sheet.ts';
import { readSharedStrings, type SharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readListObject } from './tables.ts';
import type { CellContext } from './values.ts';
import { readWorkbookParts, type SheetEntry, type WorkbookParts } from './workbook.ts';

/** Sheets from this size on leave memory behind that is worth giving back at once. */
const LARGE = 32 << 20;
/** Behind the last sheet, or the only one, nothing else wants that memory soon. */
const LARGE_AT_LAST = 256 << 20;

/**
 * Reads a workbook without ever holding a whole part of it:
 * 1. the list of sheets, number formats, shared texts
 * 2. each sheet: zip → XML bytes → cells → columns
 *
 * Where the bulk reader gives up, as at the end of its memory or at a row far wider than those before, the file is read once more without
 * it: slower, with the same rows.
 */
export async function readWorkbook(request: ParseRequest): Promise<ParsedFile> {
  try {
    return await readParts(request);
  } catch (thrown) {
    if (!(thrown instanceof WebAssembly.RuntimeError || thrown instanceof BulkUnfit)) throw thrown;
    return await readParts({ ...request, host: { ...request.host, bulk: () => null } });
  }
}

async function readParts(request: ParseRequest): Promise<ParsedFile> {
  const { file, options } = request;
  const parts = new WorkbookPackage(request);
  const book = await readWorkbookParts(parts, file.name);
  const context: CellContext = {
    strings: book.stringsPath === null ? null : await stringsOf(request, parts, book.stringsPath),
    ...(book.stylesPath === null ? { styles: [], currencies: null } : await readStyles(parts, book.stylesPath)),
    date1904: book.date1904,
  };
  // Numbers whose currency is to be told come one by one.
  const { currencies } = context;
  const bulkStyles = currencies === null ? context.styles : context.styles.map((kind, style) => (currencies[style] == null ? kind : 'currency'));
  const wanted = book.sheets.filter(({ name }) => mayHold(name, options.table));
  const limit = (XML_AROUND * (request.limit ?? Number.POSITIVE_INFINITY)) / Math.max(1, wanted.length);
  const tables: ParsedTable[] = [];
  let isWhole = true;
  let behindBytes = MOST_BEHIND;
  for (const sheet of wanted) {
    const grid = new GridCollector(sheet.name, request, (width) => openBulk(width, Math.max(grid.expected, expectedRows(parts.size(sheet.path), reader.taken, grid.filled))));
    // What is only looked at is not worth it.
    const wasm = request.limit === undefined ? request.host.bulk(parts.size(sheet.path)) : null;
    let bulk: BulkSheet | null = null;
    const openBulk = (width: number, rows: number) => {
      bulk = BulkSheet.open(wasm, { width, rows, date1904: book.date1904, styles: bulkStyles, strings: context.strings?.pack() ?? null });
      return bulk;
    };
    const notes = new SheetNotes(file.name, sheet.name);
    const reader = new SheetReader(parts.scanner(sheet.path), context, grid, notes);
    let hasUnseenMerges = false;
    const mergesBehind = () => {
      if (!grid.mayHaveMergedHeader) return null;
      behindBytes -= parts.size(sheet.path) - reader.taken;
      hasUnseenMerges = behindBytes < 0;
      return hasUnseenMerges ? null : new MergesBehind((reference) => notes.merge(reference));
    };
    if (!(await reader.read(parts.pieces(sheet.path), limit, mergesBehind))) isWhole = false;
    if (hasUnseenMerges) notes.unseenMerges();
    await noteSurroundings(parts, book, sheet, notes);
    const found = grid.finishApart(notes.findings(), notes.merges);
    for (const column of (bulk as BulkSheet | null)?.money ?? []) notes.money(column);
    tables.push(...wantedTables(found, options.table).map((table) => notes.withMoney(table)));
    if (wasm !== null && parts.size(sheet.path) >= (sheet === wanted.at(-1) ? LARGE_AT_LAST : LARGE)) {
      // The module of this sheet has to be gone before the next one has its own; as long as this turn lasts, it is not.
      await request.work.breathe();
      request.host.relieve();
    }
  }
  if (tables.length === 0) throw emptyWorkbook(file.name);
  return { format: 'xlsx', encoding: null, tables, partial: !isWhole };
}

/** The shared texts, which a preview needs whole however little of the sheets it shows. */
async function stringsOf({ file, host, limit }: ParseRequest, parts: WorkbookPackage, path: string): Promise<SharedStrings> {
  const read = () => readSharedStrings(parts, path);
  return limit === undefined ? await read() : await host.kept(file, 'shared strings', read);
}

/** A row takes more bytes here than as delimited text: so many times as many are read to look at it. */
const XML_AROUND = 2;
/** To learn which cells are merged, a preview unpacks so many bytes behind the rows that it reads. */
const MOST_BEHIND = 96 << 20;

/** Excel writes no more. */
const MOST_ROWS = 1 << 20;

/** How many rows a sheet of so many bytes has when it goes on as it began. */
const expectedRows = (size: number, taken: number, rows: number): number => Math.min(MOST_ROWS, Math.ceil((size / Math.max(1, taken)) * rows * 1.05));

/** What the workbook says about a sheet elsewhere than in its rows. */
async function noteSurroundings(parts: WorkbookPackage, book: WorkbookParts, sheet: SheetEntry, notes: SheetNotes): Promise<void> {
  if (sheet.hidden) notes.hiddenSheet();
  for (const { kind, path } of await parts.relations(sheet.path)) {
    if (kind !== 'table' || !parts.has(path)) continue;
    const table = await readListObject(parts, path);
    if (table !== null) notes.table(table.name, table.range);
  }
  const [first] = book.sheets;
  for (const { name, refersTo } of book.names) {
    // A name that stands for no range of a sheet is told once, with the first sheet.
    const belongs = book.sheets.find((candidate) => refersTo.startsWith(`${candidate.name}!`) || refersTo.startsWith(`'${candidate.name.replaceAll("'", "''")}'!`)) ?? first;
    if (belongs === sheet) notes.definedName(name, refersTo);
  }
}
