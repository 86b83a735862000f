import { Dictionary } from '../table/dictionary.ts';

/** Where the rows of a table go, cell by cell, in order of the columns. */
export interface RowSink {
  readonly width: number;
  startRow(fileRow: number): void;
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): void;
}

/** Columns as the module leaves them: small, so that module and columns have room beside each other until the module is gone. */
export interface FilledColumns {
  readonly rows: number;
  /** Where each row is the next one, only the first. */
  readonly fileRows: Uint32Array | number;
  /** `codes` is `null` where each row has the next one, from 1 on. */
  readonly columns: readonly { readonly codes: Uint8Array | Uint16Array | Uint32Array | null; readonly dictionary: Dictionary }[];
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

/** The calls of the module; `assembly/index.ts` describes them. */
interface Calls {
  readonly memory: WebAssembly.Memory;
  start(width: number, delimiter: number, quote: number, checksBytes: number, rows: number): void;
  inputFor(bytes: number): number;
  takeRecords(from: number, to: number, fileRow: number): number;
  takenRecords(): number;
  stoppedAtOdd(): number;
  cellFor(column: number, length: number): number;
  addRow(fileRow: number): void;
  rowCount(): number;
  firstOfConsecutiveRows(): number;
  countsUp(column: number): number;
  fileRowsAt(): number;
  codesAt(column: number): number;
  codeWidth(column: number): number;
  dictionarySize(column: number): number;
  endsAt(column: number): number;
  arenaAt(column: number): number;
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
  let module: WebAssembly.Module;
  try {
    module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  } catch {
    return null;
  }
  return new BulkRows(new WebAssembly.Instance(module).exports as unknown as Calls, options);
}

/** Rows of one text in the memory of a module of its own; see {@link openBulkRows}. */
export class BulkRows implements RowSink {
  readonly width: number;
  #module: Calls | null;
  readonly #options: BulkOptions;
  #view = new Uint8Array(0);
  #started = false;
  /** File row of a row whose cells are being set; 0 for none. */
  #open = 0;
  #length = 0;

  constructor(calls: Calls, options: BulkOptions) {
    this.#module = calls;
    this.#options = options;
    this.width = options.width;
  }

  get #calls(): Calls {
    if (this.#module === null) throw new Error('the rows were taken');
    return this.#module;
  }

  /** The text that is not done with. Valid until the next call. */
  get text(): Uint8Array {
    const at = this.#calls.inputFor(0);
    return this.#bytes().subarray(at, at + this.#length);
  }

  /** Appends to the text, behind what is not done with: it begins at `done`. */
  push(chunk: Uint8Array, done: number): void {
    if (!this.#started) this.#start(chunk);
    const kept = this.#length - done;
    const at = this.#calls.inputFor(Math.max(this.#length, kept + chunk.length));
    const bytes = this.#bytes();
    bytes.copyWithin(at, at + done, at + this.#length);
    bytes.set(chunk, at + kept);
    this.#length = kept + chunk.length;
  }

  /** Takes plain records from `from` on; `odd` when it stopped at one that is not plain, and not for want of bytes. */
  takeRecords(from: number, fileRow: number): { readonly at: number; readonly taken: number; readonly odd: boolean } {
    const input = this.#calls.inputFor(0);
    const at = this.#calls.takeRecords(input + from, input + this.#length, fileRow) - input;
    return { at, taken: this.#calls.takenRecords(), odd: this.#calls.stoppedAtOdd() !== 0 };
  }

  startRow(fileRow: number): void {
    this.#open = fileRow;
  }

  setBytes(column: number, bytes: Uint8Array, start: number, end: number): void {
    const at = this.#calls.cellFor(column, end - start);
    this.#bytes().set(bytes.subarray(start, end), at);
  }

  /** Adds the row that was started, if one was: not before the record is done with, as the memory may move. */
  finishRow(): void {
    if (this.#open === 0) return;
    this.#calls.addRow(this.#open);
    this.#open = 0;
  }

  /** All rows as columns. They are copied out, and the module with its memory, half of it hash tables, goes: this is the end of it. */
  takeColumns(): FilledColumns {
    const filled = this.#columns();
    this.#module = null;
    this.#view = new Uint8Array(0);
    return filled;
  }

  #columns(): FilledColumns {
    const calls = this.#calls;
    const { buffer } = calls.memory;
    if (!this.#started) return { rows: 0, fileRows: 1, columns: [] };
    const rows = calls.rowCount();
    const first = calls.firstOfConsecutiveRows();
    return {
      rows,
      fileRows: first > 0 ? first : new Uint32Array(buffer, calls.fileRowsAt(), rows).slice(),
      columns: Array.from({ length: this.width }, (_, column) => {
        const ends = new Uint32Array(buffer, calls.endsAt(column), calls.dictionarySize(column)).slice();
        const arena = new Uint8Array(buffer, calls.arenaAt(column), ends[ends.length - 1]).slice();
        return { codes: calls.countsUp(column) !== 0 ? null : this.#codes(calls, column, rows), dictionary: Dictionary.standingOn(arena, ends) };
      }),
    };
  }

  #codes(calls: Calls, column: number, rows: number): Uint8Array | Uint16Array | Uint32Array {
    const { buffer } = calls.memory;
    const at = calls.codesAt(column);
    const width = calls.codeWidth(column);
    return (width === 1 ? new Uint8Array(buffer, at, rows) : width === 2 ? new Uint16Array(buffer, at, rows) : new Uint32Array(buffer, at, rows)).slice();
  }

  /** Room for the rows of the whole text, judged by the lines of its first chunk: what is not written to costs no memory. */
  #start(chunk: Uint8Array): void {
    const { width, delimiter, quote, checksBytes, bytes } = this.#options;
    let lines = 1;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    const rows = Math.ceil((lines / Math.max(1, chunk.length)) * bytes * SPARE);
    this.#calls.start(width, delimiter, quote, checksBytes ? 1 : 0, Math.min(rows, Math.floor(MOST_RESERVED_CELLS / width)));
    this.#started = true;
  }

  #bytes(): Uint8Array {
    if (this.#view.buffer !== this.#calls.memory.buffer) this.#view = new Uint8Array(this.#calls.memory.buffer);
    return this.#view;
  }
}
