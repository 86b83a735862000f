import { type FilledColumns, GatheredColumns } from './gathered.ts';

/** Why a reader stopped: it needs more bytes, what comes is not plain, or rows have to be fetched first. */
export const MORE = 0;
export const ODD = 1;
const FULL = 2;

/** The calls of the module; the files of `assembly` describe them. */
export interface Calls {
  readonly memory: WebAssembly.Memory;
  inputFor(bytes: number): number;
  cellFor(column: number, length: number): number;
  addRow(): void;
  waitingRows(): number;
  isFull(): number;
  codesAt(column: number): number;
  fetchedRows(): void;
  handsOver(column: number): number;
  newTexts(column: number): number;
  newTextsAt(column: number): number;
  newTextsEnd(column: number): number;
  newEndsAt(column: number): number;
  arenaAt(column: number): number;
  noteBytes(column: number): void;
  notedAt(column: number): number;
  wayOf(column: number): number;
  handedOver(column: number): void;
  roomBack(column: number, bytes: number): number;
  endsBack(column: number): number;
  start(width: number, delimiter: number, quote: number, checksBytes: number, rows: number): void;
  takeRecords(from: number, to: number): number;
  recordsState(): number;
  startSheet(width: number, rows: number, date1904: number): void;
  stylesFor(count: number): number;
  moneyAt(): number;
  stringsFor(bytes: number, count: number): number;
  lastRowIs(row: number): void;
  takeRows(from: number, to: number): number;
  rowsState(): number;
}

/** An instance of the module, with a memory of its own, and the columns that came out of it so far: it reads one table. */
export class BulkModule {
  #calls: Calls | null;
  #view = new Uint8Array(0);
  #columns: GatheredColumns | null = null;

  private constructor(module: WebAssembly.Module) {
    const host = {
      textsBack: (column: number) => this.#columns?.giveBack(this.calls, column),
      isText: (column: number, code: number, text: number, length: number) => this.#columns?.isText(column, code, this.bytes, text, length) === true,
    };
    this.#calls = new WebAssembly.Instance(module, { host }).exports as unknown as Calls;
  }

  /** `null` where there is no module, or no SIMD for it. */
  static from(wasm: Uint8Array | null): BulkModule | null {
    if (wasm === null) return null;
    let module: WebAssembly.Module;
    try {
      module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
    } catch {
      return null;
    }
    return new BulkModule(module);
  }

  get calls(): Calls {
    if (this.#calls === null) throw new Error('the rows were taken');
    return this.#calls;
  }

  /** Its memory; a call that takes room moves it. */
  get bytes(): Uint8Array {
    const { buffer } = this.calls.memory;
    if (this.#view.buffer !== buffer) this.#view = new Uint8Array(buffer);
    return this.#view;
  }

  /** Makes room for what will probably come. */
  expect(width: number, rows: number): void {
    this.#columns = new GatheredColumns(width, rows);
  }

  /**
   * Lets a reader of the module read on until it stops for another reason than that rows have to be fetched.
   *
   * @param read reads from a place of the input; answers where it stopped
   * @param fileRow number of the first row that it takes
   */
  run(from: number, read: (from: number) => number, state: () => number, fileRow: number): { readonly at: number; readonly state: number; readonly rows: number } {
    const { calls } = this;
    let rows = 0;
    for (let at = from; ; ) {
      const before = calls.waitingRows();
      at = read(at);
      const why = state();
      rows += calls.waitingRows() - before;
      if (why === FULL) this.#columns?.fetch(calls);
      else {
        this.#columns?.number(fileRow, rows);
        return { at, state: why, rows };
      }
    }
  }

  /** Adds the row whose cells were set by `cellFor`. */
  addRow(fileRow: number): void {
    if (this.calls.isFull() !== 0) this.#columns?.fetch(this.calls);
    this.calls.addRow();
    this.#columns?.number(fileRow, 1);
  }

  /** All rows as columns; the module with its memory, most of it hash tables, goes: this is the end of it. */
  takeColumns(): FilledColumns {
    const filled = this.#columns?.finish(this.calls) ?? { rows: 0, fileRows: 1, columns: [] };
    this.#calls = null;
    this.#columns = null;
    this.#view = new Uint8Array(0);
    return filled;
  }
}
