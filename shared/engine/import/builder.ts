import { Dictionary } from '../table/dictionary.ts';
import type { Table, TextColumn } from '../table/table.ts';

const MOST_KNOWN = 5000;

/** Collects rows of text cells into dictionary columns. */
export class TableBuilder {
  readonly #dictionaries: Dictionary[];
  /** Codes of the first few thousand texts of each column, so that the usual ones are not encoded again. */
  readonly #known: Map<string, number>[];
  #codes: Uint32Array[];
  #rows = new Uint32Array(1024);
  #count = 0;
  /** Room that columns are made with: zeros cost no memory until they are written. */
  #capacity = 1024;

  constructor(width: number) {
    this.#dictionaries = Array.from({ length: width }, () => new Dictionary());
    this.#known = Array.from({ length: width }, () => new Map());
    this.#codes = Array.from({ length: width }, () => new Uint32Array(1024));
  }

  get width(): number {
    return this.#dictionaries.length;
  }

  get count(): number {
    return this.#count;
  }

  /** Makes room for that many rows before any column is there, so that columns need not grow. */
  reserve(rows: number): void {
    this.#capacity = Math.max(this.#capacity, rows);
    this.#rows = new Uint32Array(this.#capacity);
  }

  /** Makes room for rows that reach further than those before. */
  widen(width: number): void {
    while (this.#dictionaries.length < width) {
      this.#dictionaries.push(new Dictionary());
      this.#known.push(new Map());
      this.#codes.push(new Uint32Array(this.#capacity));
    }
  }

  /** Starts a row; its cells are missing until set. */
  startRow(fileRow: number): void {
    if (this.#count === this.#rows.length) this.#grow();
    this.#rows[this.#count++] = fileRow;
  }

  /** Sets a cell of the row last started from UTF-8 bytes; an empty range stays missing. Returns the code of the text. */
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    const code = (this.#dictionaries[column] as Dictionary).addBytes(bytes, start, end);
    (this.#codes[column] as Uint32Array)[this.#count - 1] = code;
    return code;
  }

  /** Sets a cell to a text of the column by its code. */
  setCode(column: number, code: number): void {
    (this.#codes[column] as Uint32Array)[this.#count - 1] = code;
  }

  setText(column: number, text: string): void {
    if (text === '') return;
    const known = this.#known[column] as Map<string, number>;
    let code = known.get(text);
    if (code === undefined) {
      code = (this.#dictionaries[column] as Dictionary).add(text);
      if (known.size < MOST_KNOWN) known.set(text, code);
    }
    (this.#codes[column] as Uint32Array)[this.#count - 1] = code;
  }

  /** The cells of a collected row. */
  cells(row: number): string[] {
    return this.#codes.map((codes, i) => (this.#dictionaries[i] as Dictionary).text(codes[row] as number) ?? '');
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
    const columns = names.map((name, i): TextColumn => ({ kind: 'text', name, type: 'text', codes: (this.#codes[i] as Uint32Array).slice(0, rows), dictionary: this.#dictionaries[i] as Dictionary }));
    return { rows, columns, origin: { source: new Uint32Array(rows), row: this.#rows.slice(0, rows) } };
  }

  #grow(): void {
    this.#capacity *= 2;
    const larger = (array: Uint32Array) => {
      const next = new Uint32Array(this.#capacity);
      next.set(array);
      return next;
    };
    this.#rows = larger(this.#rows);
    this.#codes = this.#codes.map(larger);
  }
}

/** Header cells as column names: trimmed, never empty, never twice. */
export function columnNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const wanted = (header[i] ?? '').replace(/[\u200b\ufeff\t\r\n]+/g, ' ').trim() || `column_${i + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
    taken.add(name);
    return name;
  });
}
