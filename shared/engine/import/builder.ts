import type { FilledColumns } from '../bulk/gathered.ts';
import { countingUp } from '../table/counting.ts';
import { Dictionary } from '../table/dictionary.ts';
import type { Table, TextColumn } from '../table/table.ts';

const MOST_KNOWN = 5000;

/** Collects rows of text cells into dictionary columns. */
export class TableBuilder {
  readonly #dictionaries: Dictionary[];
  /** Codes of the first few thousand texts of each column, so that the usual ones are not encoded again. */
  readonly #known: Map<string, number>[] = [];
  /** Codes per column, as far as the last row that holds one: one far cell must not fill memory with empty columns. */
  readonly #codes: Uint32Array[];
  #rows: Uint32Array = new Uint32Array(1024);
  #count = 0;

  constructor(width: number) {
    this.#dictionaries = [];
    this.#codes = [];
    this.widen(width);
  }

  get width(): number {
    return this.#dictionaries.length;
  }

  get count(): number {
    return this.#count;
  }

  /** Makes room for that many rows before any column is there, so that columns need not grow. */
  reserve(rows: number): void {
    // Zeros cost no memory until they are written.
    this.#rows = new Uint32Array(Math.max(this.#rows.length, rows));
  }

  /** Makes room for rows that reach further than those before. */
  widen(width: number): void {
    while (this.#dictionaries.length < width) {
      this.#dictionaries.push(new Dictionary());
      this.#known.push(new Map());
      this.#codes.push(NONE);
    }
  }

  /** Takes over columns that were filled elsewhere; the builder must be empty. */
  adopt({ rows, fileRows, columns }: FilledColumns): void {
    this.#count = rows;
    this.#rows = typeof fileRows === 'number' ? countingUp(rows, fileRows) : fileRows;
    columns.forEach(({ codes, dictionary }, i) => {
      this.#codes[i] = codes;
      this.#dictionaries[i] = dictionary;
    });
  }

  /** Starts a row; its cells are missing until set. */
  startRow(fileRow: number): void {
    if (this.#count === this.#rows.length) this.#rows = longer(this.#rows, this.#count * 2);
    this.#rows[this.#count++] = fileRow;
  }

  /** Sets a cell of the row last started from UTF-8 bytes; an empty range stays missing. Returns the code of the text. */
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    const code = (this.#dictionaries[column] as Dictionary).addBytes(bytes, start, end);
    this.setCode(column, code);
    return code;
  }

  /** Sets a cell to a text of the column by its code. */
  setCode(column: number, code: number): void {
    let codes = this.#codes[column] as Uint32Array;
    if (this.#count > codes.length) {
      codes = longer(codes, this.#rows.length);
      this.#codes[column] = codes;
    }
    codes[this.#count - 1] = code;
  }

  setText(column: number, text: string): void {
    if (text === '') return;
    const known = this.#known[column] as Map<string, number>;
    let code = known.get(text);
    if (code === undefined) {
      code = (this.#dictionaries[column] as Dictionary).add(text);
      if (known.size < MOST_KNOWN) known.set(text, code);
    }
    this.setCode(column, code);
  }

  /** Takes out the rows that hold nothing in any column; answers how many there were. */
  dropEmptyRows(): number {
    const isEmpty = (row: number) => this.#codes.every((codes) => (codes[row] ?? 0) === 0);
    let kept = 0;
    while (kept < this.#count && !isEmpty(kept)) kept++;
    const before = this.#count;
    for (let row = kept; row < before; row++) {
      if (isEmpty(row)) continue;
      this.#rows[kept] = this.#rows[row] as number;
      // An array that ends above the row holds nothing there, and what it held in the place is overwritten.
      for (const codes of this.#codes) if (kept < codes.length) codes[kept] = codes[row] ?? 0;
      kept++;
    }
    for (const codes of this.#codes) codes.fill(0, kept);
    this.#count = kept;
    return before - kept;
  }

  /** The cells of a collected row. */
  cells(row: number): string[] {
    return this.#codes.map((codes, i) => (this.#dictionaries[i] as Dictionary).text(codes[row] ?? 0) ?? '');
  }

  dictionary(column: number): Dictionary {
    return this.#dictionaries[column] as Dictionary;
  }

  /** Whether no row has anything in the column. */
  isEmpty(column: number): boolean {
    return this.#dictionaries[column]?.size === 1;
  }

  fileRow(row: number): number {
    return this.#rows[row] as number;
  }

  /** The table of all rows but the last `without`. */
  build(names: readonly string[], without = 0): Table {
    const rows = this.#count - without;
    // Arrays that were adopted are full: nothing is copied then.
    const columns = names.map((name, i): TextColumn => ({ kind: 'text', name, type: 'text', codes: exactly(this.#codes[i] as Uint32Array, rows), dictionary: this.#dictionaries[i] as Dictionary }));
    return { rows, columns, origin: { source: new Uint32Array(rows), row: exactly(this.#rows, rows) } };
  }
}

const NONE = new Uint32Array(0);

function longer(array: Uint32Array, length: number): Uint32Array {
  const next = new Uint32Array(length);
  next.set(array);
  return next;
}

const exactly = (array: Uint32Array, length: number): Uint32Array => (array.length === length ? array : array.length < length ? longer(array, length) : array.slice(0, length));

/** A zero ends a text in C, and so a statement of SQL; the others are not seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNPRINTABLE = /[\u0000-\u001f\u007f\u200b\ufeff]+/g;

const nameless = (index: number): string => `column_${index + 1}`;

/** Whether {@link columnNames} made the name up. */
export const isNameless = (name: string): boolean => /^column_\d+$/.test(name);

/** Header cells as column names: trimmed, never empty, never twice, capitals or not: SQLite does not tell them apart. */
export function columnNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  /** The number that a name's next likeness gets: of a hundred thousand equal names each is tried once. */
  const next = new Map<string, number>();
  return Array.from({ length: width }, (_, i) => {
    const wanted = (header[i] ?? '').replace(UNPRINTABLE, ' ').trim() || nameless(i);
    let name = wanted;
    let n = next.get(wanted.toLowerCase()) ?? 2;
    for (; taken.has(name.toLowerCase()); n++) name = `${wanted} (${n})`;
    if (name !== wanted) next.set(wanted.toLowerCase(), n);
    taken.add(name.toLowerCase());
    return name;
  });
}
