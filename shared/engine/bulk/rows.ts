import type { FilledColumns } from './gathered.ts';
import { BulkModule, ODD } from './module.ts';

/** Where the rows of a table go, cell by cell, in order of the columns. */
export interface RowSink {
  readonly width: number;
  startRow(fileRow: number): void;
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): void;
}

export interface BulkOptions {
  readonly width: number;
  readonly delimiter: number;
  readonly quote: number;
  readonly returnEndsLine: boolean;
  /** Blanks around quotes do not count. */
  readonly padded: boolean;
  /** Records with U+FFFD are not plain. */
  readonly checksBytes: boolean;
  /** Bytes of the whole text, about. */
  readonly bytes: number;
}

/** The module addresses 4 GiB; a text much larger than this, all of it different, would not fit. */
const MOST_BYTES = 512 << 20;
/** Rows that get room at once where lines turn out shorter than those first seen. */
const SPARE = 1.2;
const MOST_RESERVED_CELLS = 128 << 20;

/**
 * The bulk reader of one text, or `null` where plain TypeScript has to do: no module, no SIMD, lone carriage returns as line ends, blanks
 * around quotes, or a text too large for it.
 */
export function openBulkRows(wasm: Uint8Array | null, options: BulkOptions): BulkRows | null {
  if (wasm === null || options.returnEndsLine || options.padded || options.bytes > MOST_BYTES) return null;
  const module = BulkModule.from(wasm);
  return module === null ? null : new BulkRows(module, options);
}

/** Rows of one text in the memory of a module of its own; see {@link openBulkRows}. */
export class BulkRows implements RowSink {
  readonly width: number;
  readonly #module: BulkModule;
  readonly #options: BulkOptions;
  #started = false;
  /** File row of a row whose cells are being set; 0 for none. */
  #open = 0;
  #length = 0;

  constructor(module: BulkModule, options: BulkOptions) {
    this.#module = module;
    this.#options = options;
    this.width = options.width;
  }

  /** The text that is not done with. Valid until the next call. */
  get text(): Uint8Array {
    const at = this.#module.calls.inputFor(0);
    return this.#module.bytes.subarray(at, at + this.#length);
  }

  /** Appends to the text, behind what is not done with: it begins at `done`. */
  push(chunk: Uint8Array, done: number): void {
    if (!this.#started) this.#start(chunk);
    const kept = this.#length - done;
    const at = this.#module.calls.inputFor(Math.max(this.#length, kept + chunk.length));
    const bytes = this.#module.bytes;
    bytes.copyWithin(at, at + done, at + this.#length);
    bytes.set(chunk, at + kept);
    this.#length = kept + chunk.length;
  }

  /** Takes plain records from `from` on; `odd` when it stopped at one that is not plain, and not for want of bytes. */
  takeRecords(from: number, fileRow: number): { readonly at: number; readonly taken: number; readonly odd: boolean } {
    const { calls } = this.#module;
    const input = calls.inputFor(0);
    const end = input + this.#length;
    const { at, state, rows } = this.#module.run(
      input + from,
      (place) => calls.takeRecords(place, end),
      () => calls.recordsState(),
      fileRow,
    );
    return { at: at - input, taken: rows, odd: state === ODD };
  }

  startRow(fileRow: number): void {
    // One record may be several rows: they lie outside of this memory.
    this.finishRow();
    this.#open = fileRow;
  }

  setBytes(column: number, bytes: Uint8Array, start: number, end: number): void {
    const at = this.#module.calls.cellFor(column, end - start);
    this.#module.bytes.set(bytes.subarray(start, end), at);
  }

  /** Adds the row that was started, if one was: not before the record is done with, as the memory may move. */
  finishRow(): void {
    if (this.#open === 0) return;
    this.#module.addRow(this.#open);
    this.#open = 0;
  }

  /** All rows as columns: this is the end of it. */
  takeColumns(): FilledColumns {
    return this.#module.takeColumns();
  }

  /** Room for the rows of the whole text, judged by the lines of its first chunk: what is not written to costs no memory. */
  #start(chunk: Uint8Array): void {
    const { width, delimiter, quote, checksBytes, bytes } = this.#options;
    let lines = 1;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    const rows = Math.min(Math.ceil((lines / Math.max(1, chunk.length)) * bytes * SPARE), Math.floor(MOST_RESERVED_CELLS / width));
    this.#module.calls.start(width, delimiter, quote, checksBytes ? 1 : 0, rows);
    this.#module.expect(width, rows);
    this.#started = true;
  }
}
