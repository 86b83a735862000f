// Rows as pages of an SQLite file, so that SQLite can take them over cell by cell instead of value by value.
// The format is https://www.sqlite.org/fileformat2.html. The image is read only and never whole in memory: it holds one table per chunk
// of rows, each in its own range of pages, and only the chunk last filled can be read.

import type { Table } from '../table/table.ts';
import { INT32, TEXT, varintSize, writeVarint } from './record-format.ts';
import { compiledRecords } from './compiled-records.ts';
import { type RecordBlocks, RecordRows } from './record-rows.ts';

const PAGE = 65_536;
/** Pages of a chunk: its root, then its leaves. */
const CHUNK_PAGES = 128;
/** With more chunks the image would reach the page at 1 GiB, which SQLite keeps for locks. */
const MOST_CHUNKS = 127;
const FILE_HEADER = 100;
const LEAF_HEADER = 8;
const ROOT_HEADER = 12;
const LEAF = 13;
const INTERIOR = 5;
/** A payload up to this size lies in its page as a whole. */
const MOST_LOCAL = PAGE - 35;
const encoder = new TextEncoder();

export class TableImage {
  /** How many chunks it can hold. */
  readonly chunks: number;
  readonly #rows: number;
  readonly #header: Uint8Array;
  #records: RecordBlocks | null;
  #chunk = -1;

  /**
   * @param types SQL type of each column, origin included
   * @param wasm the compiled loops; `null` where they are not there
   */
  constructor(table: Table, origin: boolean, types: readonly string[], wasm: Uint8Array | null) {
    this.#rows = table.rows;
    const integers = types.map((type) => type === 'INTEGER');
    this.#records = compiledRecords(wasm, table, origin, integers, CHUNK_PAGES * PAGE) ?? new RecordRows(table, origin, integers, CHUNK_PAGES * PAGE);
    const columns = types.map((type, i) => `c${i} ${type}`).join(',');
    this.chunks = Math.min(MOST_CHUNKS, Math.floor((PAGE - 1000) / (columns.length + 80)));
    this.#header = headerPage(Array.from({ length: this.chunks }, (_, i) => ({ name: TableImage.chunkName(i), root: rootOf(i), sql: `CREATE TABLE ${TableImage.chunkName(i)}(${columns})` })));
  }

  /** Name of the table that holds a chunk. */
  static chunkName(chunk: number): string {
    return `t${chunk}`;
  }

  get size(): number {
    return (1 + this.chunks * CHUNK_PAGES) * PAGE;
  }

  /** Reads like a file; only the chunk last filled has content. */
  read(target: Uint8Array, position: number): number {
    if (position < PAGE) return copied(this.#header, target, position);
    const chunkBytes = CHUNK_PAGES * PAGE;
    const chunk = Math.floor((position - PAGE) / chunkBytes);
    if (this.#records === null || chunk !== this.#chunk) throw new Error(`chunk ${chunk} is not there`);
    return copied(this.#records.bytes, target, position - PAGE - chunk * chunkBytes);
  }

  /** Fills a chunk with the rows from `from` on; answers behind the last that found room. A row too large for a page ends the chunk. */
  fill(chunk: number, from: number): number {
    const records = this.#records;
    if (records === null) throw new Error('the image was given up');
    this.#chunk = chunk;
    const lastKeys: number[] = [];
    let row = from;
    for (let page = 1; page < CHUNK_PAGES && row < this.#rows; page++) {
      const first = row;
      row = this.#fillLeaf(records, page, row, from);
      if (row === first) break;
      lastKeys.push(row - from);
    }
    if (lastKeys.length === 1) records.bytes.copyWithin(0, PAGE, 2 * PAGE);
    else if (lastKeys.length > 1) this.#writeRoot(records.bytes, lastKeys);
    return row;
  }

  /** Lets go of the rows: SQLite may keep the image for longer, but reads no more of them. */
  release(): void {
    this.#records = null;
  }

  /** Cells go from the end of the page towards its front, their places from the front towards the end. */
  #fillLeaf(records: RecordBlocks, page: number, from: number, base: number): number {
    const { bytes } = records;
    const start = page * PAGE;
    let content = start + PAGE;
    let pointer = start + LEAF_HEADER;
    let row = from;
    let full = false;
    while (row < this.#rows && !full) {
      const first = row;
      for (const end = records.measure(row); row < end; row++) {
        const payload = records.payload(row);
        const key = row - base + 1;
        const size = varintSize(payload) + varintSize(key) + payload;
        full = payload > MOST_LOCAL || content - size < pointer + 2;
        if (full) break;
        content -= size;
        records.place(row, writeVarint(bytes, writeVarint(bytes, content, payload), key));
        const place = content - start;
        bytes[pointer++] = place >> 8;
        bytes[pointer++] = place & 255;
      }
      records.write(first, row);
    }
    writePageHeader(bytes, start, LEAF, row - from, content - start);
    return row;
  }

  #writeRoot(bytes: Uint8Array, lastKeys: readonly number[]): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const firstLeaf = rootOf(this.#chunk) + 1;
    const last = lastKeys.length - 1;
    let content = PAGE;
    for (let i = 0; i < last; i++) {
      const key = lastKeys[i] as number;
      content -= 4 + varintSize(key);
      view.setUint32(content, firstLeaf + i);
      writeVarint(bytes, content + 4, key);
      view.setUint16(ROOT_HEADER + 2 * i, content);
    }
    writePageHeader(bytes, 0, INTERIOR, last, content);
    view.setUint32(LEAF_HEADER, firstLeaf + last);
  }
}

const rootOf = (chunk: number) => 2 + chunk * CHUNK_PAGES;

function copied(from: Uint8Array, to: Uint8Array, position: number): number {
  const part = from.subarray(position, position + to.length);
  to.set(part);
  return part.length;
}

/** The first page: the header of the file and the schema. */
function headerPage(tables: readonly { readonly name: string; readonly root: number; readonly sql: string }[]): Uint8Array {
  const bytes = new Uint8Array(PAGE);
  const view = new DataView(bytes.buffer);
  bytes.set(encoder.encode('SQLite format 3\0'));
  // 1 stands for pages of 65,536 bytes; then: rollback journal, and the fixed fractions of the format.
  bytes.set([0, 1, 1, 1, 0, 64, 32, 32], 16);
  view.setUint32(24, 1);
  view.setUint32(28, 1 + tables.length * CHUNK_PAGES);
  view.setUint32(40, 1);
  view.setUint32(44, 4);
  view.setUint32(56, 1);
  view.setUint32(92, 1);
  view.setUint32(96, 3_045_000);
  let content = PAGE;
  tables.forEach(({ name, root, sql }, i) => {
    const texts = ['table', name, name].map((text) => encoder.encode(text));
    const statement = encoder.encode(sql);
    const serials = [...texts.map((text) => TEXT + 2 * text.length), INT32, TEXT + 2 * statement.length];
    const headerSize = 1 + serials.reduce((sum, serial) => sum + varintSize(serial), 0);
    const payload = headerSize + texts.reduce((sum, text) => sum + text.length, 0) + 4 + statement.length;
    content -= varintSize(payload) + varintSize(i + 1) + payload;
    let at = content;
    for (const value of [payload, i + 1, headerSize, ...serials]) at = writeVarint(bytes, at, value);
    for (const text of texts) {
      bytes.set(text, at);
      at += text.length;
    }
    view.setUint32(at, root);
    bytes.set(statement, at + 4);
    view.setUint16(FILE_HEADER + LEAF_HEADER + 2 * i, content);
  });
  writePageHeader(bytes, FILE_HEADER, LEAF, tables.length, content);
  return bytes;
}

function writePageHeader(bytes: Uint8Array, start: number, type: number, cells: number, content: number): void {
  bytes.set([type, 0, 0, cells >> 8, cells & 255, (content >> 8) & 255, content & 255, 0], start);
}
