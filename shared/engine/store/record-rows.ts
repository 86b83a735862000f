// Rows of a table as records of SQLite's format, column by column: each loop runs over one array, which is several times as fast as going
// along the rows. A block of rows is measured first, so that whoever lays out pages knows what fits; then its records are written.

import type { Dictionary } from '../table/dictionary.ts';
import type { Table } from '../table/table.ts';
import { INT16, INT24, INT32, INT48_TYPE, INT64, INT8, NULL, numberSize, REAL, serialOf, TEXT, varintSize, writeVarint } from './record-format.ts';

/** Rows that are measured at once. */
export const BLOCK = 1024;
/** Texts from here on are copied by a call. */
const LONG = 200;

export type Cells =
  | { readonly kind: 'text'; readonly codes: Uint32Array; readonly dictionary: Dictionary }
  | { readonly kind: 'number'; readonly values: Float64Array | Uint32Array; readonly integers: boolean };

/** Rows as records in pages. */
export interface RecordBlocks {
  /** The pages. */
  readonly bytes: Uint8Array;
  /** Measures rows from this one on, unless it is measured; answers behind the last that is. */
  measure(row: number): number;
  /** Bytes of the record of a measured row. */
  payload(row: number): number;
  /** Says where in {@link bytes} the record of a measured row goes. */
  place(row: number, at: number): void;
  /** Writes the records of measured rows where {@link place} said. */
  write(from: number, to: number): void;
}

/**
 * The cells of a table, and where its rows are from as two more columns.
 *
 * @param origin also source and row of each row
 * @param integers by column, origin included: whether whole numbers beyond 48 bits are integers
 */
export function cellsOf(table: Table, origin: boolean, integers: readonly boolean[]): readonly Cells[] {
  const whereFrom = origin ? [table.origin.source, table.origin.row] : [];
  return [
    ...table.columns.map((column, i): Cells => (column.kind === 'text' ? column : { kind: 'number', values: column.values, integers: integers[i] as boolean })),
    ...whereFrom.map((values): Cells => ({ kind: 'number', values, integers: true })),
  ];
}

/** Rows as records by plain loops: what is always there, and what {@link compiledRecords} is measured by. */
export class RecordRows implements RecordBlocks {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #columns: readonly Cells[];
  readonly #rows: number;
  /** Serial types, a block per column. */
  readonly #serials: Uint32Array;
  readonly #headers = new Uint32Array(BLOCK);
  readonly #payloads = new Uint32Array(BLOCK);
  /** Where the record of each row begins; then, how far its header is written. */
  readonly #heads = new Uint32Array(BLOCK);
  /** How far the body of each row is written. */
  readonly #bodies = new Uint32Array(BLOCK);
  #from = 0;
  #end = 0;

  constructor(table: Table, origin: boolean, integers: readonly boolean[], pageBytes: number) {
    this.bytes = new Uint8Array(pageBytes);
    this.#view = new DataView(this.bytes.buffer);
    this.#columns = cellsOf(table, origin, integers);
    this.#rows = table.rows;
    this.#serials = new Uint32Array(this.#columns.length * BLOCK);
  }

  measure(row: number): number {
    if (row >= this.#from && row < this.#end) return this.#end;
    this.#from = row;
    this.#end = Math.min(this.#rows, row + BLOCK);
    const count = this.#end - row;
    const headers = this.#headers;
    const payloads = this.#payloads;
    headers.fill(0, 0, count);
    payloads.fill(0, 0, count);
    this.#columns.forEach((cells, i) => {
      const serials = this.#serials.subarray(i * BLOCK, i * BLOCK + count);
      if (cells.kind === 'text') measureTexts(cells.codes.subarray(row, this.#end), cells.dictionary, serials, headers, payloads);
      else measureNumbers(cells.values.subarray(row, this.#end), cells.integers, serials, headers, payloads);
    });
    for (let i = 0; i < count; i++) {
      const types = headers[i] as number;
      // The size of the header counts its own bytes too.
      const header = types + 1 > 127 ? types + varintSize(types + 2) : types + 1;
      headers[i] = header;
      payloads[i] = (payloads[i] as number) + header;
    }
    return this.#end;
  }

  payload(row: number): number {
    return this.#payloads[row - this.#from] as number;
  }

  place(row: number, at: number): void {
    this.#heads[row - this.#from] = at;
  }

  write(from: number, to: number): void {
    const bytes = this.bytes;
    const view = this.#view;
    const first = from - this.#from;
    const last = to - this.#from;
    const heads = this.#heads;
    const bodies = this.#bodies;
    for (let i = first; i < last; i++) {
      const start = heads[i] as number;
      const header = this.#headers[i] as number;
      heads[i] = writeVarint(bytes, start, header);
      bodies[i] = start + header;
    }
    this.#columns.forEach((cells, column) => {
      const serials = this.#serials.subarray(column * BLOCK, (column + 1) * BLOCK);
      writeTypes(bytes, serials, heads, first, last);
      if (cells.kind === 'text') writeTexts(bytes, view, cells.codes.subarray(this.#from, this.#end), cells.dictionary, bodies, first, last);
      else writeNumbers(bytes, view, cells.values.subarray(this.#from, this.#end), serials, bodies, first, last);
    });
  }
}

function measureTexts(codes: Uint32Array, { ends }: Dictionary, serials: Uint32Array, headers: Uint32Array, payloads: Uint32Array): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code === 0) {
      serials[i] = NULL;
      headers[i] = (headers[i] as number) + 1;
      continue;
    }
    const length = (ends[code] as number) - (ends[code - 1] as number);
    const serial = TEXT + 2 * length;
    serials[i] = serial;
    headers[i] = (headers[i] as number) + (serial < 128 ? 1 : varintSize(serial));
    payloads[i] = (payloads[i] as number) + length;
  }
}

function measureNumbers(values: Float64Array | Uint32Array, integers: boolean, serials: Uint32Array, headers: Uint32Array, payloads: Uint32Array): void {
  for (let i = 0; i < values.length; i++) {
    const serial = serialOf(values[i] as number, integers);
    serials[i] = serial;
    headers[i] = (headers[i] as number) + 1;
    payloads[i] = (payloads[i] as number) + numberSize(serial);
  }
}

function writeTypes(bytes: Uint8Array, serials: Uint32Array, heads: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const at = heads[i] as number;
    const serial = serials[i] as number;
    if (serial < 128) {
      bytes[at] = serial;
      heads[i] = at + 1;
    } else heads[i] = writeVarint(bytes, at, serial);
  }
}

function writeTexts(bytes: Uint8Array, view: DataView, codes: Uint32Array, { arena, ends }: Dictionary, bodies: Uint32Array, from: number, to: number): void {
  const texts = new DataView(arena.buffer, arena.byteOffset, arena.byteLength);
  for (let i = from; i < to; i++) {
    const code = codes[i] as number;
    if (code === 0) continue;
    const end = ends[code] as number;
    let at = bodies[i] as number;
    let start = ends[code - 1] as number;
    if (end - start > LONG) {
      bytes.set(arena.subarray(start, end), at);
      at += end - start;
    } else {
      // Four bytes at a time, wherever they begin.
      for (; start + 4 <= end; start += 4, at += 4) view.setUint32(at, texts.getUint32(start));
      for (; start < end; start++) bytes[at++] = arena[start] as number;
    }
    bodies[i] = at;
  }
}

function writeNumbers(bytes: Uint8Array, view: DataView, values: Float64Array | Uint32Array, serials: Uint32Array, bodies: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const serial = serials[i] as number;
    const at = bodies[i] as number;
    const value = values[i] as number;
    switch (serial) {
      case INT8:
        bytes[at] = value;
        break;
      case INT16:
        view.setInt16(at, value);
        break;
      case INT24:
        bytes[at] = value >> 16;
        view.setUint16(at + 1, value & 0xffff);
        break;
      case INT32:
        view.setInt32(at, value);
        break;
      case INT48_TYPE:
        view.setInt16(at, Math.floor(value / 2 ** 32));
        view.setUint32(at + 2, value >>> 0);
        break;
      case INT64:
        view.setBigInt64(at, BigInt(value));
        break;
      case REAL:
        view.setFloat64(at, value);
        break;
      default:
    }
    bodies[i] = at + numberSize(serial);
  }
}
