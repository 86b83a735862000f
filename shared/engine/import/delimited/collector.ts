import type { ImportOptions } from '#contract/documents';
import type { RowSink } from '../../bulk/rows.ts';
import type { SetAside } from '../parsed.ts';
import { type FieldKind, joinedAt, placeToJoin } from '../structure/join-fields.ts';
import { bytesOf, type DetectedDialect } from '../structure/dialect.ts';
import type { Structure } from '../structure/structure.ts';
import { partedAtHeader } from './glued-header.ts';
import { takeParted } from './lone-returns.ts';
import { type RecordView, Tokenizer, type TokenizerOptions } from './tokenizer.ts';

/** Set-aside bytes beyond this are cut in the listing; the original holds them whole. */
const LONGEST_KEPT = 64 << 10;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Puts each record where it belongs: preamble, header, a row of the table, set aside, or blank. */
export class Collector {
  readonly preamble: string[][] = [];
  readonly setAside: SetAside[] = [];
  records = 0;
  blank = 0;
  /** Lines that lone returns end where others end otherwise, and the first of them. */
  readonly loneReturns = { count: 0, first: 0 };
  /** Rows with the header of another file straight behind them, and the first of them. */
  readonly gluedHeaders = { count: 0, first: 0 };
  readonly #dialect: TokenizerOptions;
  /** How many fields the records have by the beginning of the file. */
  readonly #usual: number;
  /** The cells of the header where it is one row. */
  #header: readonly string[] = [];
  readonly #builder: RowSink;
  readonly #structure: Structure;
  readonly #checksBytes: boolean;
  /** What a person chose for rows of another width. */
  readonly #repairs: { readonly join: readonly number[]; readonly lacking: (fields: number) => boolean; readonly strayQuotes: boolean; readonly delimiter: string };
  /** What the columns are: which of the chosen places is a row's own. */
  readonly #kinds: readonly FieldKind[];

  constructor(builder: RowSink, structure: Structure, options: ImportOptions, found: DetectedDialect, kinds: readonly FieldKind[], checksBytes: boolean) {
    const { delimiter } = found.dialect;
    this.#dialect = bytesOf(found.dialect);
    this.#usual = found.width;
    this.#kinds = kinds;
    this.#repairs = { join: [options.joinFields ?? []].flat().map((field) => field - 1), lacking: lackingOf(options), strayQuotes: options.strayQuotes === true, delimiter };
    this.#builder = builder;
    this.#structure = structure;
    this.#checksBytes = checksBytes;
  }

  /** Whether the next record is behind preamble and header. */
  get inTable(): boolean {
    return this.records >= this.#structure.preambleRows + this.#structure.headerRows;
  }

  readonly take = (record: RecordView): 'next' | 'first-line-only' => {
    const width = this.inTable ? this.#builder.width : this.#usual;
    // Nearly all: what has too few fields is not parted.
    if (record.count <= width) return this.#place(record);
    const first = this.records + 1;
    const { answer, records } = takeParted(record, this.#dialect, width, this.#place);
    if (records > 1 && this.loneReturns.count === 0) this.loneReturns.first = first;
    this.loneReturns.count += records - 1;
    return answer;
  };

  readonly #place = (record: RecordView): 'next' | 'first-line-only' => {
    const position = this.records++;
    const { preambleRows, headerRows } = this.#structure;
    if (position < preambleRows) this.preamble.push(cellsOf(record));
    else if (position >= preambleRows + headerRows) return this.#rowOrGlued(record, position + 1);
    else if (headerRows === 1) this.#header = cellsOf(record);
    return 'next';
  };

  /** A row of the table; where the header stands behind it again, that is the next one. */
  #rowOrGlued(record: RecordView, fileRow: number): 'next' | 'first-line-only' {
    const parts = partedAtHeader(record, this.#dialect, this.#builder.width, this.#header);
    if (parts === null) return this.#row(record, fileRow);
    if (this.gluedHeaders.count++ === 0) this.gluedHeaders.first = fileRow;
    const [row, header] = parts;
    this.records++;
    new Tokenizer(this.#dialect, (one) => this.#row(one, fileRow)).takeRecord(row, 0, true);
    new Tokenizer(this.#dialect, (one) => this.#row(one, fileRow + 1)).takeRecord(header, 0, true);
    return 'next';
  }

  #row(record: RecordView, fileRow: number): 'next' | 'first-line-only' {
    const { width } = this.#builder;
    // A row of separators has its number of fields by chance; those of the right number are found where the columns are whole.
    if (width > 1 && (record.count === 1 ? isBlank(record) : record.count !== width && isEmpty(record))) {
      this.blank++;
      return 'next';
    }
    // An empty field too many is not forgiven: it may be the last one of a row that a stray separator has shifted.
    const { count } = record;
    if (this.#repaired(record, fileRow)) return 'next';
    if (count !== width || this.#isOpen(record)) {
      const shape = record.multiline || record.quoteNeverClosed ? 'first-line-only' : 'next';
      const end = shape === 'next' ? record.end : lineEnd(record);
      this.setAside.push({
        row: fileRow,
        ...(this.#isOpen(record) ? NEVER_CLOSED : otherShape(count, width)),
        bytes: record.source.slice(record.start, Math.min(end, record.start + LONGEST_KEPT)),
      });
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

  /** Whether it holds a quote that is never closed and was not said to be a letter. */
  #isOpen({ quoteNeverClosed }: RecordView): boolean {
    return quoteNeverClosed && !this.#repairs.strayQuotes;
  }

  /** Places a row of another width by what a person chose for such. */
  #repaired(record: RecordView, fileRow: number): boolean {
    const { width } = this.#builder;
    const { join, lacking, delimiter } = this.#repairs;
    const extra = record.count - width;
    if (extra === 0 || this.#isOpen(record) || (extra > 0 ? join.length === 0 : !lacking(-extra))) return false;
    if (this.#checksBytes && holdsReplacement(record)) return false;
    const cells = cellsOf(record);
    const at = extra < 0 ? 0 : placeToJoin(cells, join, this.#kinds, delimiter);
    if (at < 0) return false;
    const fitting = extra < 0 ? cells : joinedAt(cells, at, width, delimiter);
    this.#builder.startRow(fileRow);
    for (const [column, cell] of fitting.entries()) {
      const bytes = encoder.encode(cell);
      this.#builder.setBytes(column, bytes, 0, bytes.length);
    }
    return true;
  }
}

/** Whether rows that lack so many fields are to end in empty cells. */
function lackingOf({ padRows }: ImportOptions): (fields: number) => boolean {
  if (typeof padRows === 'boolean' || padRows === undefined) return () => padRows === true;
  const chosen = new Set([padRows].flat());
  return (fields) => chosen.has(fields);
}

function cellsOf(record: RecordView): string[] {
  return Array.from({ length: record.count }, (_, i) => decoder.decode((record.buffers[i] as Uint8Array).subarray(record.starts[i], record.ends[i])));
}

/** Blanks and tabs; the mark at the end of a text of DOS holds nothing either. */
function isBlank(record: RecordView): boolean {
  for (let at = record.start; at < record.end; at++) if (record.source[at] !== 32 && record.source[at] !== 9 && record.source[at] !== 26) return false;
  return true;
}

/** Whether no field holds anything, quoted or not. */
function isEmpty({ count, starts, ends, quoteNeverClosed }: RecordView): boolean {
  for (let i = 0; i < count; i++) if (starts[i] !== ends[i]) return false;
  return !quoteNeverClosed;
}

function lineEnd(record: RecordView): number {
  const end = record.source.indexOf(10, record.start);
  return end < 0 ? record.source.length : end;
}

type Shape = Pick<SetAside, 'reason' | 'misfit'>;

const NEVER_CLOSED: Shape = { reason: { en: 'a quote is never closed', zh: '引号未闭合' }, misfit: { kind: 'open-quote' } };

function otherShape(fields: number, width: number): Shape {
  const reason =
    fields > width
      ? { en: `too many fields: ${fields} instead of ${width}`, zh: `字段过多：${fields} 个，应为 ${width} 个` }
      : { en: `too few fields: ${fields} instead of ${width}`, zh: `字段过少：${fields} 个，应为 ${width} 个` };
  return { reason, misfit: { kind: 'fields', fields, width } };
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
