import { ByteSink } from '../values/byte-sink.ts';
import type { FilledColumns } from './gathered.ts';
import { BulkModule, MORE } from './module.ts';

export interface BulkSheetOptions {
  readonly width: number;
  /** About how many rows there are; 0 where nothing tells. */
  readonly rows: number;
  readonly date1904: boolean;
  /** What the numbers of each style stand for; rows with those of another kind are not taken. */
  readonly styles: readonly string[];
  /** The shared texts, one behind the other, and where each ends. */
  readonly strings: { readonly bytes: Uint8Array; readonly ends: Uint32Array } | null;
}

const MOST_RESERVED_CELLS = 128 << 20;
/** A table with more columns than this is not worth its batches. */
const WIDEST = 512;
/** The module addresses 4 GiB. */
const MOST_TEXT = 512 << 20;

/** A row does not fit into what was begun: the sheet has to be read without the bulk reader. */
export class BulkUnfit extends Error {}

/** Reads the rows of a sheet in bulk: those written in the usual way from their XML, the others are brought as texts. */
export class BulkSheet {
  readonly width: number;
  readonly #module: BulkModule;
  /** Bytes of the text that was brought. */
  #length = 0;
  /** The cells of a row that comes one by one, and where each begins and ends in them; 0 for the end of one that is empty. */
  readonly #cells = new ByteSink();
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #money: readonly number[] = [];

  private constructor(module: BulkModule, width: number) {
    this.#module = module;
    this.width = width;
    this.#starts = new Uint32Array(width);
    this.#ends = new Uint32Array(width);
  }

  /** `null` where plain TypeScript has to do: no module, no SIMD, too many columns, too much text. */
  static open(wasm: Uint8Array | null, { width, rows, date1904, styles, strings }: BulkSheetOptions): BulkSheet | null {
    if (width > WIDEST || (strings !== null && strings.bytes.length > MOST_TEXT)) return null;
    const module = BulkModule.from(wasm);
    if (module === null) return null;
    const { calls } = module;
    const expected = Math.min(rows, Math.floor(MOST_RESERVED_CELLS / width));
    calls.startSheet(width, expected, date1904 ? 1 : 0);
    module.expect(width, expected);
    const stylesAt = calls.stylesFor(styles.length);
    module.bytes.set(
      styles.map((kind) => KINDS[kind] ?? OTHER),
      stylesAt,
    );
    if (strings !== null) {
      const { bytes, ends } = strings;
      const at = calls.stringsFor(bytes.length, ends.length);
      module.bytes.set(bytes, at);
      new Uint32Array(calls.memory.buffer, wordBehind(at + bytes.length + 8), ends.length).set(ends);
    }
    return new BulkSheet(module, width);
  }

  /**
   * Takes rows of the XML at `bytes[at, end)`, where the first begins.
   *
   * @param isNew the bytes are others than last time
   * @param lastRow number of the row before
   * @returns where it stopped; whether for want of bytes, and not at a row that is written otherwise; how many rows it took
   */
  take(bytes: Uint8Array, at: number, end: number, isNew: boolean, lastRow: number): { readonly at: number; readonly more: boolean; readonly rows: number } {
    const { calls } = this.#module;
    if (isNew) {
      this.#length = end - at;
      const input = calls.inputFor(this.#length);
      this.#module.bytes.set(bytes.subarray(at, end), input);
    }
    const stop = calls.inputFor(0) + this.#length;
    calls.lastRowIs(lastRow);
    const done = this.#module.run(
      stop - (end - at),
      (place) => calls.takeRows(place, stop),
      () => calls.rowsState(),
      lastRow + 1,
    );
    return { at: end - (stop - done.at), more: done.state === MORE, rows: done.rows };
  }

  /** Starts a row that {@link take} did not take. */
  startRow(): void {
    this.#cells.length = 0;
    this.#ends.fill(0);
  }

  /**
   * Sets a cell of that row, rising by column.
   *
   * @throws BulkUnfit for a cell beyond the columns
   */
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (column >= this.width) throw new BulkUnfit('a row reaches further than the columns');
    this.#starts[column] = this.#cells.length;
    this.#cells.append(bytes, start, end);
    this.#ends[column] = this.#cells.length;
  }

  /** Adds that row, by its number in the file. */
  endRow(row: number): void {
    const { calls } = this.#module;
    const { bytes, length } = this.#cells;
    // Cells lie where texts of the input's size have room.
    calls.inputFor(length + 1);
    for (let column = 0; column < this.width; column++) {
      const end = this.#ends[column] as number;
      const start = end === 0 ? 0 : (this.#starts[column] as number);
      const at = calls.cellFor(column, end - start);
      if (end > start) this.#module.bytes.set(bytes.subarray(start, end), at);
    }
    this.#module.addRow(row);
  }

  /** The columns, from 0, with numbers shown as money among the rows that {@link take} took; told once the columns are taken. */
  get money(): readonly number[] {
    return this.#money;
  }

  /** All rows as columns: this is the end of it. */
  takeColumns(): FilledColumns {
    const marks = this.#module.bytes.subarray(this.#module.calls.moneyAt()).subarray(0, this.width);
    this.#money = [...marks].flatMap((mark, column) => (mark === 1 ? column : []));
    return this.#module.takeColumns();
  }
}

/** Their numbers in the module. */
const KINDS: Readonly<Record<string, number>> = { plain: 0, date: 1, percent: 2, money: 4 };
const OTHER = 3;
const wordBehind = (at: number) => Math.ceil(at / 4) * 4;
