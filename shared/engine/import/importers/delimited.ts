import { SuanpanError } from '#contract/errors';
import type { Finding } from '#contract/values';
import { openBulkRows } from '../../bulk/rows.ts';
import { fileOf, fill } from '../fill.ts';
import { columnNames, TableBuilder } from '../builder.ts';
import { BulkRecords } from '../delimited/bulk-records.ts';
import { Collector } from '../delimited/collector.ts';
import { Tokenizer } from '../delimited/tokenizer.ts';
import { beforeZeroTail, withoutZeroTail } from '../delimited/zero-tail.ts';
import { bytesOf, type DetectedDialect, detectDialect, splitSample } from '../structure/dialect.ts';
import { escapedEncoding } from '../encoding/escapes.ts';
import { detectFile } from '../encoding/file.ts';
import type { EncodedPart } from '../encoding/joined.ts';
import { type DetectedEncoding, encodingLabel } from '../encoding/index.ts';
import { isWide } from '../encoding/marks.ts';
import { trimFooter } from '../structure/footer.ts';
import { flattenHeader } from '../structure/headers.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { noTable, proseOf } from '../prose.ts';
import { fieldKinds } from '../structure/join-fields.ts';
import { liftSpecialRows } from '../structure/special-rows.ts';
import { staysWhole } from '../structure/apart.ts';
import { findSections, mayHaveSections, namedSections, placedSection } from '../structure/sections.ts';
import { chosenStructure, findStructure } from '../structure/structure.ts';
import { transcoderOf } from '../transcode.ts';
import { tooManyColumns } from '../structure/transposed.ts';
import { defineImporter } from './define.ts';

const CHUNK = 1 << 20;
/** A text from here on is worth giving back what reading it leaves behind. */
const LARGE = 32 << 20;
const SAMPLE = 256 << 10;
/** Texts of several tables are reports for reading: none is large. */
const LARGEST_SECTIONED = 16 << 20;

const decoder = new TextDecoder();

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
  parse: parseText,
});

/** A table that lies on its side has a column a record; beyond this the columns alone fill the memory. */
const WIDEST = 50_000;

/** Text has no control bytes; UTF-16 and UTF-32 have zeros, but always on the same side, and ISO-2022 has its shifts. */
function isBinary(head: Uint8Array, tolerated: number): boolean {
  if (isWide(head) || escapedEncoding(head) !== null) return false;
  const text = withoutZeroTail(head);
  let controls = text.length === 0 ? head.length : 0;
  for (const byte of text) if ((byte < 9 || (byte > 13 && byte < 32)) && !SEPARATING.has(byte)) controls++;
  return controls > text.length * tolerated;
}

/** Control bytes that texts use: Hive's separator, the end mark of DOS, escape, and ASCII's record and unit separators. */
const SEPARATING: ReadonlySet<number> = new Set([1, 26, 27, 30, 31]);

/** Reads the file as far as it is text. */
async function parseText(request: ParseRequest): Promise<ParsedFile> {
  const { file } = request;
  if (file.size === 0) throw emptyFile(file.name);
  const head = new Uint8Array(Math.min(SAMPLE, file.size));
  if (isWide(head.subarray(0, fill(file, head, 0)))) return await parseDelimited(request);
  const { file: text, findings } = beforeZeroTail(file);
  const parsed = await parseDelimited({ ...request, file: text });
  return { ...parsed, tables: parsed.tables.map((table, i) => (i > 0 ? table : { ...table, findings: [...findings, ...table.findings] })) };
}

/**
 * Reads delimited text in one pass over the file:
 * 1. encoding, dialect and structure from the first 256 KiB
 * 2. chunks → UTF-8 → records → columns
 * 3. the footer off the end
 */
async function parseDelimited(request: ParseRequest): Promise<ParsedFile> {
  const { file, options } = request;
  const head = new Uint8Array(Math.min(SAMPLE, file.size));
  fill(file, head, 0);
  const encoding = await detectFile(file, head, request, options.encoding);
  const sample = wholeLines(transcoderOf(encoding, request.host.decoder, file.name).push(head.subarray(encoding.markLength), head.length === file.size), head.length === file.size);
  const found = detectDialect(sample, options);
  const rows = splitSample(sample, found.dialect, 120, found.width);
  const prose = options.delimiter === undefined ? proseOf(decoder.decode(sample.subarray(0, 4096)), rows, found.looked === 0 ? 1 : found.agreeing / found.looked) : null;
  if (prose !== null) throw noTable(file.name, prose);
  const sections = await sectionsOf(request, encoding, found);
  const partial = request.limit !== undefined && request.limit < file.size;
  if (sections.length > 1) return { format: 'delimited', encoding: encoding.encoding, tables: chosen(sections, options.table), partial };
  const table = await readWithOrWithoutBulk(request, encoding, found, rows);
  return { format: 'delimited', encoding: encoding.encoding, tables: [table], partial };
}

const chosen = (tables: readonly ParsedTable[], wanted: string | undefined) => (wanted === undefined ? tables : tables.filter(({ name }) => name === wanted));

/** The tables of a text that holds several; none where it holds one, is large, or was told where its table begins. */
async function sectionsOf(request: ParseRequest, encoding: DetectedEncoding, found: DetectedDialect): Promise<ParsedTable[]> {
  const { file, options } = request;
  if (file.size > LARGEST_SECTIONED || staysWhole(options)) return [];
  const bytes = new Uint8Array(file.size);
  fill(file, bytes, 0);
  const text = transcoderOf(encoding, request.host.decoder, file.name).push(bytes.subarray(encoding.markLength), true);
  if (!mayHaveSections(text, found.dialect.delimiter.charCodeAt(0))) return [];
  const sections = findSections(text, found.dialect);
  if (sections.length < 2) return [];
  const { parts: _, ...one } = encoding;
  const inUtf8 = { ...one, encoding: 'utf-8', markLength: 0 };
  const tables: ParsedTable[] = [];
  for (const [i, section] of sections.entries()) {
    const part = text.subarray(section.byte, sections[i + 1]?.byte ?? text.length);
    const dialect = detectDialect(part, { delimiter: found.dialect.delimiter, quote: found.dialect.quote });
    const inner = { ...request, file: fileOf(file.name, part) };
    const table = await readRecords(inner, inUtf8, dialect, splitSample(part, dialect.dialect, 120, dialect.width));
    const record = tables.reduce((sum, { totalRows }) => sum + totalRows, 0);
    tables.push(placedSection({ ...table, reasons: { ...table.reasons, encoding } }, { ...section, record }));
  }
  return namedSections(tables).map((table) => ({ ...table, part: { of: '', header: table.reasons.header?.row ?? 1 } }));
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

/** Where the bulk reader gives up, as at the end of its memory, the text is read once more without it: slower, with the same rows. */
async function readWithOrWithoutBulk(request: ParseRequest, ...found: [DetectedEncoding, DetectedDialect, readonly string[][]]): Promise<ParsedTable> {
  try {
    return await readRecords(request, ...found);
  } catch (thrown) {
    if (!(thrown instanceof WebAssembly.RuntimeError)) throw thrown;
    return await readRecords({ ...request, host: { ...request.host, bulk: () => null } }, ...found);
  }
}

async function readRecords(request: ParseRequest, encoding: DetectedEncoding, found: DetectedDialect, sampleRows: readonly string[][]): Promise<ParsedTable> {
  const { file, work, options } = request;
  const guessed = findStructure(sampleRows, request.knowledge.isHeader);
  const structure = chosenStructure(guessed, sampleRows, options, request.knowledge.isHeader);
  const headerIndex = structure.preambleRows;
  const header = flattenHeader(sampleRows.slice(headerIndex, headerIndex + structure.headerRows));
  const width = Math.max(1, structure.headerRows === 0 ? structure.width : trimmedWidth(header, structure.width));
  if (width > WIDEST) throw tooManyColumns(file.name, width);
  const builder = new TableBuilder(width);
  const dialect = bytesOf(found.dialect);
  const checksBytes = encoding.encoding !== 'utf-8' || encoding.brokenUtf8At !== null;
  const end = Math.min(file.size, request.limit ?? file.size);
  // Escapes are rare enough to be read without it.
  const bulk = openBulkRows(dialect.escape === 0 ? request.host.bulk(end) : null, { ...dialect, width, checksBytes, bytes: end });
  const kinds = options.joinFields === undefined ? [] : fieldKinds(sampleRows.slice(headerIndex + structure.headerRows), width);
  const collector = new Collector(bulk ?? builder, structure, options, found, kinds, checksBytes);
  const tokenizer = bulk === null ? new Tokenizer(dialect, collector.take) : new BulkRecords(dialect, bulk, collector);
  const transcoder = transcoderOf(encoding, request.host.decoder, file.name);
  const relieve = () => (end < LARGE ? undefined : request.host.relieve());
  relieve();
  const chunk = new Uint8Array(Math.min(CHUNK, Math.max(1, end)));
  let at = encoding.markLength;
  while (at < end) {
    work.signal.throwIfAborted();
    const read = file.read(chunk.subarray(0, Math.min(chunk.length, end - at)), at);
    if (read === 0) break;
    at += read;
    const bytes = transcoder.push(chunk.subarray(0, read), at >= end);
    // UTF-8 passes through untouched. The bulk reader copies it; the tokenizer may keep a view, and the chunk is used again.
    tokenizer.push(bulk === null && bytes.buffer === chunk.buffer ? bytes.slice() : bytes);
    work.progress({ done: at, total: end, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
    await work.breathe();
  }
  if (end === file.size) tokenizer.finish();
  if (bulk !== null) {
    const filled = bulk.takeColumns();
    // As long as this turn lasts, the module is not yet gone.
    await work.breathe();
    relieve();
    builder.adopt(filled);
  }
  // In a table of one column an empty line is a missing value.
  const empty = width > 1 ? builder.dropEmptyRows() : 0;
  // A separator at the end of every line gives a nameless column that never holds anything: it is none.
  const columns = builder.isEmpty(width - 1) && (header[width - 1] ?? '').trim() === '' && width > 1 ? width - 1 : width;
  const names = columnNames(header, columns);
  await work.breathe();
  const trimmed = trimFooter(builder, collector.setAside, names, file.name, options.footerRows);
  await work.breathe();
  const special = liftSpecialRows(builder.build(names, trimmed.removed), file.name, options, { isProven: (trimmed.reason?.sums.length ?? 0) > 0, header, preamble: collector.preamble });
  await work.breathe();
  return {
    name: '',
    dialect: found.dialect,
    preamble: collector.preamble,
    headerRows: structure.headerRows,
    footer: [...special.footer, ...trimmed.footer],
    blankRows: collector.blank + empty,
    totalRows: collector.records,
    table: special.table,
    setAside: [...trimmed.setAside, ...special.setAside],
    stacked: special.stacked,
    findings: [...findingsOf(file.name, encoding), ...loneReturns(file.name, collector), ...gluedHeaders(file.name, collector), ...trimmed.findings, ...special.findings],
    reasons: {
      encoding,
      delimiter: { agreeing: found.agreeing, looked: found.looked, width: found.width },
      header: structure.headerRows === 0 ? null : { row: headerIndex + 1, names: header.filter((cell) => cell.trim() !== '').length, known: structure.known },
      above: special.above,
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
  const joined = encoding.parts?.[1];
  if (joined !== undefined) return [joinedFinding(file, joined)];
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

function loneReturns(file: string, { loneReturns: { count, first } }: Collector): Finding[] {
  if (count === 0) return [];
  const message = {
    en: `${count} line${count === 1 ? ' ends' : 's end'} in a lone carriage return, as old programs for the Mac write them, and not like the others: read as line ends`,
    zh: `${count} 行以单独的回车符结尾（旧版 Mac 软件的写法），与其他行不同，已按换行读取`,
  };
  return [{ code: 'lone-returns', severity: 'info', where: { file, row: first }, message }];
}

function gluedHeaders(file: string, { gluedHeaders: { count, first } }: Collector): Finding[] {
  if (count === 0) return [];
  const message = {
    en: `The header stands again straight behind ${count === 1 ? `row ${first}, in its line` : `${count} rows, in their lines, from row ${first} on`}, as where files were put behind each other: read as a row and a header`,
    zh: `${count === 1 ? `第 ${first} 行` : `从第 ${first} 行起有 ${count} 行`}末尾紧接着重复的表头（文件拼接时缺少换行所致），已分开读取`,
  };
  return [{ code: 'header-glued', severity: 'info', where: { file, row: first }, message }];
}

function joinedFinding(file: string, { line, encoding }: EncodedPart): Finding {
  const label = encodingLabel(encoding);
  return {
    code: 'encoding-joined',
    severity: 'warning',
    where: { file, row: line },
    message: {
      en: `From line ${line} on the file is in another encoding (${label.en}), as where files were put behind each other: each part was read in its own; look at the preview`,
      zh: `从第 ${line} 行起编码不同（${label.zh}），应为多个文件拼接而成：各部分已按各自的编码读取，请查看预览`,
    },
  };
}
