import type { CellType } from './values.ts';

/** Words of four bytes that are kept of a cell: before the number of its row, and behind it. */
const OPEN_WORDS = 3;
const TAIL_WORDS = 8;
const ROW_WORDS = 2;
const WORD = 4;
/** No head is longer, nor reads as many bytes beyond itself. */
const LONGEST = (OPEN_WORDS + ROW_WORDS + TAIL_WORDS) * WORD;

/**
 * How the cells of each column were written last, up to their value: `<c r="B` and, behind the number of the row, `" s="1" t="s"><v>`.
 *
 * A program writes the cells of a column one like the other: most are known by a few comparisons of four bytes, and need not be taken
 * apart. Rows below 1000 are: their numbers fill no word.
 */
export class CellHeads {
  #view: DataView = new DataView(new ArrayBuffer(0));
  #opens = new Int32Array(0);
  #tails = new Int32Array(0);
  /** Bytes of both parts; 0 for a column that nothing is known of. */
  #openLengths = new Uint8Array(0);
  #tailLengths = new Uint8Array(0);
  readonly #styles: number[] = [];
  readonly #types: CellType[] = [];
  readonly #row = new Int32Array(ROW_WORDS);
  #rowLength = 0;

  /** The bytes to come stand in this view. */
  over(view: DataView): void {
    this.#view = view;
  }

  /** The number of the row that begins; 0 when its cells are not to be known by those above. */
  startRow(row: number): void {
    this.#rowLength = row < 1000 ? 0 : row < 10_000 ? 4 : row < 100_000 ? 5 : row < 1_000_000 ? 6 : row < 10_000_000 ? 7 : 8;
    if (this.#rowLength === 0) return;
    // Little-endian as the view is read: the first digit is the lowest byte.
    this.#row[0] = digitsWord(Math.floor(row / 10 ** (this.#rowLength - WORD)));
    this.#row[1] = digitsWord(row % 10_000);
  }

  /** Where the value of the cell at this place begins, when it is one of the column written as the one above; -1 otherwise. */
  valueStart(column: number, from: number): number {
    const tailLength = this.#tailLengths[column] ?? 0;
    if (tailLength === 0 || this.#rowLength === 0 || from + LONGEST > this.#view.byteLength) return -1;
    const rowAt = from + (this.#openLengths[column] as number);
    const tailAt = rowAt + this.#rowLength;
    const value = tailAt + tailLength;
    const view = this.#view;
    const isSame =
      isAt(view, from, rowAt, this.#opens, column * OPEN_WORDS) &&
      view.getInt32(rowAt, true) === this.#row[0] &&
      view.getInt32(tailAt - WORD, true) === this.#row[1] &&
      isAt(view, tailAt, value, this.#tails, column * TAIL_WORDS);
    return isSame ? value : -1;
  }

  style(column: number): number {
    return this.#styles[column] as number;
  }

  type(column: number): CellType {
    return this.#types[column] as CellType;
  }

  /**
   * Takes note of how a cell of the column is written, which was taken apart.
   *
   * @param rowAt where the number of its row stands
   * @param tailAt behind that
   * @param value where its value begins
   */
  learn(column: number, from: number, rowAt: number, tailAt: number, value: number, style: number, type: CellType): void {
    if (this.#rowLength === 0 || rowAt - from > OPEN_WORDS * WORD || value - tailAt > TAIL_WORDS * WORD || from + LONGEST > this.#view.byteLength) return;
    if (column >= this.#tailLengths.length) this.#widen(column + 1);
    keep(this.#view, from, rowAt, this.#opens, column * OPEN_WORDS);
    keep(this.#view, tailAt, value, this.#tails, column * TAIL_WORDS);
    this.#openLengths[column] = rowAt - from;
    this.#tailLengths[column] = value - tailAt;
    this.#styles[column] = style;
    this.#types[column] = type;
  }

  #widen(needed: number): void {
    const width = Math.max(needed, 2 * this.#tailLengths.length);
    this.#opens = longer(this.#opens, width * OPEN_WORDS);
    this.#tails = longer(this.#tails, width * TAIL_WORDS);
    this.#openLengths = longer(this.#openLengths, width);
    this.#tailLengths = longer(this.#tailLengths, width);
    while (this.#styles.length < width) {
      this.#styles.push(0);
      this.#types.push('n');
    }
  }
}

/** Whether the words of a stretch of at least four bytes are these; the last may overlap the one before. */
function isAt(view: DataView, start: number, stop: number, words: Int32Array, first: number): boolean {
  const last = stop - WORD;
  let i = first;
  for (let at = start; at < last; at += WORD) if (view.getInt32(at, true) !== words[i++]) return false;
  return view.getInt32(last, true) === words[i];
}

function keep(view: DataView, start: number, stop: number, words: Int32Array, first: number): void {
  const last = stop - WORD;
  let i = first;
  for (let at = start; at < last; at += WORD) words[i++] = view.getInt32(at, true);
  words[i] = view.getInt32(last, true);
}

/** Four digits as they stand in a text. */
function digitsWord(number: number): number {
  const ones = number % 10;
  const tens = Math.floor(number / 10) % 10;
  const hundreds = Math.floor(number / 100) % 10;
  return (0x30303030 + (ones << 24) + (tens << 16) + (hundreds << 8) + Math.floor(number / 1000)) | 0;
}

function longer<A extends Int32Array | Uint8Array>(array: A, length: number): A {
  const next = new (array.constructor as new (length: number) => A)(length);
  next.set(array);
  return next;
}
