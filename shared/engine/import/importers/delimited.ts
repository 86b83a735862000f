import { SuanpanError } from '#contract/errors';
import type { ImportOptions } from '#contract/documents';
import type { Finding } from '#contract/values';
import { openBulkRows, type RowSink } from '../../bulk/rows.ts';
import { fill } from '../fill.ts';
import { columnNames, TableBuilder } from '../builder.ts';
import { BulkRecords } from '../delimited/bulk-records.ts';
import { Tokenizer, type RecordView } from '../delimited/tokenizer.ts';
import { bytesOf, type DetectedDialect, detectDialect, splitSample } from '../dialect.ts';
import { escapedEncoding } from '../encoding/escapes.ts';
import { detectFile } from '../encoding/file.ts';
import { type DetectedEncoding, encodingLabel } from '../encoding/index.ts';
import { isWide } from '../encoding/marks.ts';
import { trimFooter } from '../footer.ts';
import { flattenHeader } from '../headers.ts';
import type { ParsedFile, ParsedTable, ParseRequest, SetAside } from '../parsed.ts';
import { noTable, proseOf } from '../prose.ts';
import { liftSpecialRows } from '../special-rows.ts';
import { findSections, mayHaveSections, placedSection } from '../sections.ts';
import { findStructure, type Structure } from '../structure.ts';
import { createTranscoder } from '../transcode.ts';
import { defineImporter } from './define.ts';

const CHUNK = 1 << 20;
const SAMPLE = 256 << 10;
/** Texts of several tables are reports for reading: none is large. */
const LARGEST_SECTIONED = 16 << 20;
/** Set-aside bytes beyond this are cut in the listing; the original holds them whole. */
const LONGEST_KEPT = 64 << 10;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const delimited = defineImporter({
  id: 'delimited',
  title: { en: 'Delimited text', zh: '分隔文本' },
  extensions: ['csv', 'tsv', 'txt', 'tab', 'psv', 'dat'],
  sniff(head, name) {
    const known = /\.(csv|tsv|txt|tab|psv|dat)$/i.test(name);
    // A stray zero byte in a CSV is dirt; in a file of another name it says that this is no text.
    const binary = head.length > 0 && isBinary(head, known ? 0.1 : 0.005);
    if (binary || (/\.json$/i.test(name) && (head[0] === 0x7b || head[0] === 0x5b))) return 0;
    return known ? 0.9 : 0.3;
  },
  parse: parseDelimited,
});

/** Text has no control bytes; UTF-16 and UTF-32 have zeros, but always on the same side, and ISO-2022 has its shifts. */
function isBinary(head: Uint8Array, tolerated: number): boolean {
  if (isWide(head) || escapedEncoding(head) !== null) return false;
  let controls = 0;
  for (const byte of head) if ((byte < 9 || (byte > 13 && byte < 32)) && !SEPARATING.has(byte)) controls++;
  return controls > head.length * tolerated;
}

/** Control bytes that texts use: Hive's separator, the end mark of DOS, escape, and ASCII's record and unit separators. */
const SEPARATING: ReadonlySet<number> = new Set([1, 26, 27, 30, 31]);

/**
 * Reads delimited text in one pass over the file:
 * 1. encoding, dialect and structure from the first 256 KiB
 * 2. chunks → UTF-8 → records → columns
 * 3. the footer off the end
 */
async function parseDelimited(request: ParseRequest): Promise<ParsedFile> {
  const { file, options } = request;
  if (file.size === 0) throw emptyFile(file.name);
  const head = new Uint8Array(Math.min(SAMPLE, file.size));
  fill(file, head, 0);
  const encoding = detectFile(file, head, request.host.decoder, options.encoding);
  const sample = wholeLines(
    createTranscoder(encoding.encoding, request.host.decoder, file.name, encoding.brokenUtf8At !== null).push(head.subarray(encoding.markLength), head.length === file.size),
    head.length === file.size,
  );
  const found = detectDialect(sample, options);
  const rows = splitSample(sample, found.dialect, 120);
  const prose = options.delimiter === undefined ? proseOf(decoder.decode(sample.subarray(0, 4096)), rows, found.looked === 0 ? 1 : found.agreeing / found.looked) : null;
  if (prose !== null) throw noTable(file.name, prose);
  const sections = await sectionsOf(request, encoding, found);
  const partial = request.limit !== undefined && request.limit < file.size;
  if (sections.length > 1) return { format: 'delimited', encoding: encoding.encoding, tables: chosen(sections, options.table), partial };
  const table = await readRecords(request, encoding, found, rows);
  return { format: 'delimited', encoding: encoding.encoding, tables: [table], partial };
}

const chosen = (tables: readonly ParsedTable[], wanted: string | undefined) => (wanted === undefined ? tables : tables.filter(({ name }) => name === wanted));

/** The tables of a text that holds several; none where it holds one, is large, or was told where its table begins. */
async function sectionsOf(request: ParseRequest, encoding: DetectedEncoding, found: DetectedDialect): Promise<ParsedTable[]> {
  const { file, options } = request;
  if (file.size > LARGEST_SECTIONED || options.preambleRows !== undefined || options.headerRows !== undefined) return [];
  const bytes = new Uint8Array(file.size);
  fill(file, bytes, 0);
  const text = createTranscoder(encoding.encoding, request.host.decoder, file.name, encoding.brokenUtf8At !== null).push(bytes.subarray(encoding.markLength), true);
  if (!mayHaveSections(text, found.dialect.delimiter.charCodeAt(0))) return [];
  const sections = findSections(text, found.dialect);
  if (sections.length < 2) return [];
  const tables: ParsedTable[] = [];
  for (const [i, section] of sections.entries()) {
    const part = text.subarray(section.byte, sections[i + 1]?.byte ?? text.length);
    const dialect = detectDialect(part, { delimiter: found.dialect.delimiter, quote: found.dialect.quote });
    const inner = { ...request, file: inMemory(file.name, part) };
    const table = await readRecords(inner, { ...encoding, encoding: 'utf-8', markLength: 0 }, dialect, splitSample(part, dialect.dialect, 120));
    tables.push(placedSection({ ...table, reasons: { ...table.reasons, encoding } }, section, i));
  }
  return tables;
}

function inMemory(name: string, bytes: Uint8Array): ParseRequest['file'] {
  return {
    name,
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
    close: () => undefined,
  };
}

function emptyFile(name: string): SuanpanError {
  return new SuanpanError({ code: 'file-empty', where: { file: name }, message: { en: `${name} is empty`, zh: `${name} 是空文件` }, hint: { en: 'Export it again', zh: '请重新导出' } });
}

/** Cuts the sample behind its last line end, so that half a line is not taken for a row. */
function wholeLines(sample: Uint8Array, whole: boolean): Uint8Array {
  if (whole) return sample;
  const end = Math.max(sample.lastIndexOf(10), sample.lastIndexOf(13));
  return end > 0 ? sample.subarray(0, end + 1) : sample;
}

async function readRecords(request: ParseRequest, encoding: DetectedEncoding, found: DetectedDialect, sampleRows: readonly string[][]): Promise<ParsedTable> {
  const { file, work, options } = request;
  const guessed = findStructure(sampleRows, request.knowledge.isHeader);
  const structure = { ...guessed, preambleRows: options.preambleRows ?? guessed.preambleRows, headerRows: options.headerRows ?? guessed.headerRows };
  const headerIndex = structure.preambleRows;
  const header = flattenHeader(sampleRows.slice(headerIndex, headerIndex + structure.headerRows));
  const width = Math.max(1, structure.headerRows === 0 ? structure.width : trimmedWidth(header, structure.width));
  const builder = new TableBuilder(width);
  const dialect = bytesOf(found.dialect);
  const checksBytes = encoding.encoding !== 'utf-8' || encoding.brokenUtf8At !== null;
  const bulk = openBulkRows(request.host.bulk(file.size), { ...dialect, width, checksBytes, bytes: file.size });
  const collector = new Collector(bulk ?? builder, structure, options, found.dialect.delimiter, checksBytes);
  const tokenizer = bulk === null ? new Tokenizer(dialect, collector.take) : new BulkRecords(dialect, bulk, collector);
  const transcoder = createTranscoder(encoding.encoding, request.host.decoder, file.name, encoding.brokenUtf8At !== null);
  const chunk = new Uint8Array(Math.min(CHUNK, Math.max(1, file.size)));
  const end = Math.min(file.size, request.limit ?? file.size);
  let at = encoding.markLength;
  while (at < end) {
    work.signal.throwIfAborted();
    const read = file.read(chunk.subarray(0, Math.min(chunk.length, end - at)), at);
    if (read === 0) break;
    at += read;
    const bytes = transcoder.push(chunk.subarray(0, read), at >= end);
    // UTF-8 passes through untouched; the tokenizer may keep a view, and the chunk is used again.
    tokenizer.push(bytes.buffer === chunk.buffer ? bytes.slice() : bytes);
    work.progress({ done: at, total: end, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
    await work.breathe();
  }
  if (end === file.size) tokenizer.finish();
  if (bulk !== null) builder.adopt(bulk.columns());
  const trimmed = trimFooter(builder, collector.setAside, request.options.footerRows);
  // A separator at the end of every line gives a nameless column that never holds anything: it is none.
  const columns = builder.isEmpty(width - 1) && (header[width - 1] ?? '').trim() === '' && width > 1 ? width - 1 : width;
  const names = columnNames(header, columns);
  const special = liftSpecialRows(builder.build(names, trimmed.removed), file.name, options);
  return {
    name: '',
    dialect: found.dialect,
    preamble: collector.preamble,
    headerRows: structure.headerRows,
    footer: [...special.footer, ...trimmed.footer],
    blankRows: collector.blank,
    totalRows: collector.records,
    table: special.table,
    setAside: [...trimmed.setAside, ...special.setAside],
    findings: [...findingsOf(file.name, encoding), ...special.findings],
    reasons: {
      encoding,
      delimiter: { agreeing: found.agreeing, looked: found.looked, width: found.width },
      header: structure.headerRows === 0 ? null : { row: headerIndex + 1, names: header.filter((cell) => cell.trim() !== '').length, known: structure.known },
      footer: trimmed.reason === null ? null : { label: trimmed.reason.label, sums: trimmed.reason.sums.map((sum) => ({ column: names[sum.column] as string, text: sum.text })) },
    },
  };
}

function trimmedWidth(header: readonly string[], usual: number): number {
  let width = Math.max(header.length, usual);
  while (width > 1 && width > usual && (header[width - 1] ?? '').trim() === '') width--;
  return width;
}

function findingsOf(file: string, encoding: DetectedEncoding): Finding[] {
  if (encoding.sure) return [];
  const label = encodingLabel(encoding.encoding);
  return [
    {
      code: 'encoding-unsure',
      severity: 'warning',
      where: { file },
      message: { en: `The encoding is probably ${label.en}; look at the preview`, zh: `编码可能是${label.zh}，请查看预览` },
    },
  ];
}

/** Puts each record where it belongs: preamble, header, a row of the table, set aside, or blank. */
class Collector {
  readonly preamble: string[][] = [];
  readonly setAside: SetAside[] = [];
  records = 0;
  blank = 0;
  readonly #builder: RowSink;
  readonly #structure: Structure;
  readonly #checksBytes: boolean;
  /** What a person chose for rows of another width. */
  readonly #repairs: { readonly join: number; readonly pad: boolean; readonly delimiter: string };

  constructor(builder: RowSink, structure: Structure, options: ImportOptions, delimiter: string, checksBytes: boolean) {
    this.#repairs = { join: (options.joinFields ?? 0) - 1, pad: options.padRows === true, delimiter };
    this.#builder = builder;
    this.#structure = structure;
    this.#checksBytes = checksBytes;
  }

  /** Whether the next record is behind preamble and header. */
  get inTable(): boolean {
    return this.records >= this.#structure.preambleRows + this.#structure.headerRows;
  }

  readonly take = (record: RecordView): 'next' | 'first-line-only' => {
    const position = this.records++;
    const { preambleRows, headerRows } = this.#structure;
    if (position < preambleRows) this.preamble.push(cellsOf(record));
    else if (position >= preambleRows + headerRows) return this.#row(record, position + 1);
    return 'next';
  };

  #row(record: RecordView, fileRow: number): 'next' | 'first-line-only' {
    const { width } = this.#builder;
    if (record.count === 1 && width > 1 && isBlank(record)) {
      this.blank++;
      return 'next';
    }
    // An empty field too many is not forgiven: it may be the last one of a row that a stray separator has shifted.
    const { count } = record;
    if (this.#repaired(record, fileRow)) return 'next';
    if (count !== width || record.quoteNeverClosed) {
      const shape = record.multiline || record.quoteNeverClosed ? 'first-line-only' : 'next';
      const end = shape === 'next' ? record.end : lineEnd(record);
      this.setAside.push({ row: fileRow, reason: shapeReason(record, count, width), bytes: record.source.slice(record.start, Math.min(end, record.start + LONGEST_KEPT)) });
      return shape;
    }
    if (this.#checksBytes && holdsReplacement(record)) {
      this.setAside.push({
        row: fileRow,
        reason: { en: 'bytes that cannot be decoded', zh: '含无法解码的字节' },
        bytes: record.source.slice(record.start, Math.min(record.end, record.start + LONGEST_KEPT)),
      });
      return 'next';
    }
    this.#builder.startRow(fileRow);
    for (let i = 0; i < width; i++) this.#builder.setBytes(i, record.buffers[i] as Uint8Array, record.starts[i] as number, record.ends[i] as number);
    return 'next';
  }

  /** Places a row of another width by what a person chose for such. */
  #repaired(record: RecordView, fileRow: number): boolean {
    const { width } = this.#builder;
    const { join, pad, delimiter } = this.#repairs;
    const extra = record.count - width;
    if (extra === 0 || record.quoteNeverClosed || (extra > 0 ? join < 0 || join >= width : !pad)) return false;
    if (this.#checksBytes && holdsReplacement(record)) return false;
    const cells = cellsOf(record);
    const fitting = extra < 0 ? cells : [...cells.slice(0, join), cells.slice(join, join + extra + 1).join(delimiter), ...cells.slice(join + extra + 1)];
    this.#builder.startRow(fileRow);
    for (const [column, cell] of fitting.entries()) {
      const bytes = encoder.encode(cell);
      this.#builder.setBytes(column, bytes, 0, bytes.length);
    }
    return true;
  }
}

function cellsOf(record: RecordView): string[] {
  return Array.from({ length: record.count }, (_, i) => decoder.decode((record.buffers[i] as Uint8Array).subarray(record.starts[i], record.ends[i])));
}

function isBlank(record: RecordView): boolean {
  for (let at = record.start; at < record.end; at++) if (record.source[at] !== 32 && record.source[at] !== 9) return false;
  return true;
}

function lineEnd(record: RecordView): number {
  const end = record.source.indexOf(10, record.start);
  return end < 0 ? record.source.length : end;
}

function shapeReason(record: RecordView, count: number, width: number): SetAside['reason'] {
  if (record.quoteNeverClosed) return { en: 'a quote is never closed', zh: '引号未闭合' };
  if (count > width) return { en: `too many fields: ${count} instead of ${width}`, zh: `字段过多：${count} 个，应为 ${width} 个` };
  return { en: `too few fields: ${count} instead of ${width}`, zh: `字段过少：${count} 个，应为 ${width} 个` };
}

/** U+FFFD in UTF-8 is EF BF BD. */
function holdsReplacement(record: RecordView): boolean {
  const bytes = record.source;
  // Not indexOf: it would look on to the end of the chunk for every row.
  for (let at = record.start; at < record.end - 2; at++) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  }
  return false;
}
