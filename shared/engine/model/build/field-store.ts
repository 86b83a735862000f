import type { ColumnType } from '#contract/values';
import { Dictionary } from '../../table/dictionary.ts';
import { type Column, isTextType, type NumberColumn, type Table, type TextColumn } from '../../table/table.ts';

/** A pass from this number on completes: it sets what is blank and replaces nothing. */
export const COMPLETES = 0x8000;

/** A column that grows row by row and may be set out of order. */
export class FieldStore {
  readonly name: string;
  readonly type: ColumnType;
  readonly #isText: boolean;
  readonly #dictionary = new Dictionary();
  #codes = new Uint32Array(0);
  #values = new Float64Array(0);
  /** Which pass last set the cell: the first value of a pass wins, a later pass overwrites. */
  #passes = new Uint16Array(0);
  #isSettled = false;
  /** Rows there is room for. */
  #size = 0;
  #expected = 256;

  constructor(name: string, type: ColumnType) {
    this.name = name;
    this.type = type;
    this.#isText = isTextType(type);
  }

  get dictionary(): Dictionary {
    return this.#dictionary;
  }

  /** Rows that there will probably be: room for all of them is made with the first. */
  expect(rows: number): void {
    this.#expected = Math.max(this.#expected, rows);
  }

  isSet(row: number): boolean {
    return this.#isText ? (this.#codes[row] ?? 0) !== 0 : row < this.#values.length && !Number.isNaN(this.#values[row]);
  }

  number(row: number): number {
    return this.#values[row] ?? Number.NaN;
  }

  code(row: number): number {
    return this.#codes[row] ?? 0;
  }

  text(row: number): string | null {
    return this.#dictionary.text(this.#codes[row] ?? 0);
  }

  setNumber(row: number, value: number, pass = 0): void {
    if (Number.isNaN(value)) return;
    this.#reserve(row);
    if (this.isTaken(row, pass)) return;
    this.#values[row] = value;
    this.#passes[row] = pass;
  }

  /** Adds within a pass; the first value of a pass replaces what earlier passes said. */
  addNumber(row: number, value: number, pass: number): void {
    if (Number.isNaN(value)) return;
    this.#reserve(row);
    if (this.#passes[row] !== pass && this.isTaken(row, pass)) return;
    this.#values[row] = this.#passes[row] === pass ? (this.#values[row] as number) + value : value;
    this.#passes[row] = pass;
  }

  setText(row: number, text: string | null, pass = 0): void {
    // Most cells of a sheet of lines repeat what the first line of the order said: those are not even looked up.
    if (text === null || this.isTaken(row, pass)) return;
    this.setCode(row, this.#dictionary.add(text), pass);
  }

  /** All passes are through: which of them set a cell need not be known any more. */
  settle(): void {
    this.#passes = new Uint16Array(0);
    this.#isSettled = true;
  }

  /** Whether further values of the pass are ignored: it has set the cell already, or it only completes and the cell is filled. */
  isTaken(row: number, pass: number): boolean {
    if (this.#isSettled && pass > 0) throw new Error(`${this.name} is settled`);
    return pass > 0 && (this.#passes[row] === pass || (pass >= COMPLETES && this.isSet(row)));
  }

  setCode(row: number, code: number, pass = 0): void {
    if (code === 0) return;
    this.#reserve(row);
    if (this.isTaken(row, pass)) return;
    this.#codes[row] = code;
    this.#passes[row] = pass;
  }

  /** The column, which takes the arrays over: nothing is set afterwards. */
  column(rows: number, nothing: Nothing): Column {
    const isEmpty = this.#size === 0;
    if (!isEmpty) this.#reserve(Math.max(0, rows - 1));
    if (this.#isText) return { kind: 'text', name: this.name, type: this.type, codes: isEmpty ? nothing.codes : this.#codes.subarray(0, rows), dictionary: this.#dictionary } satisfies TextColumn;
    return { kind: 'number', name: this.name, type: this.type, values: isEmpty ? nothing.values : this.#values.subarray(0, rows) } satisfies NumberColumn;
  }

  #reserve(row: number): void {
    if (row < this.#size) return;
    const size = Math.max(row + 1, this.#size * 2, this.#expected);
    this.#size = size;
    if (!this.#isSettled) {
      const passes = new Uint16Array(size);
      passes.set(this.#passes);
      this.#passes = passes;
    }
    if (this.#isText) {
      const codes = new Uint32Array(size);
      codes.set(this.#codes);
      this.#codes = codes;
    } else {
      const values = new Float64Array(size);
      values.set(this.#values);
      values.fill(Number.NaN, this.#values.length);
      this.#values = values;
    }
  }
}

/** Cells of columns that nothing was put into: all of them share the arrays. */
interface Nothing {
  readonly codes: Uint32Array;
  readonly values: Float64Array;
}

/** Rows of a canonical entity under construction, with the way back to the file. */
export class EntityStore {
  readonly fields = new Map<string, FieldStore>();
  rows = 0;
  #source = new Uint32Array(256);
  #row = new Uint32Array(256);

  constructor(columns: readonly (readonly [string, ColumnType])[]) {
    for (const [name, type] of columns) this.fields.set(name, new FieldStore(name, type));
  }

  field(name: string): FieldStore {
    const found = this.fields.get(name);
    if (found === undefined) throw new Error(`unknown field: ${name}`);
    return found;
  }

  /** Says how many rows there will probably be. */
  expect(rows: number): void {
    for (const field of this.fields.values()) field.expect(rows);
    if (rows > this.#source.length) {
      this.#source = longer(this.#source, rows);
      this.#row = longer(this.#row, rows);
    }
  }

  /** {@link FieldStore.settle} of every field. */
  settle(): void {
    for (const field of this.fields.values()) field.settle();
  }

  addRow(source: number, fileRow: number): number {
    if (this.rows === this.#source.length) {
      this.#source = longer(this.#source, this.rows * 2);
      this.#row = longer(this.#row, this.rows * 2);
    }
    this.#source[this.rows] = source;
    this.#row[this.rows] = fileRow;
    return this.rows++;
  }

  table(): Table {
    const nothing: Nothing = { codes: new Uint32Array(this.rows), values: new Float64Array(this.rows).fill(Number.NaN) };
    return {
      rows: this.rows,
      columns: [...this.fields.values()].map((field) => field.column(this.rows, nothing)),
      origin: { source: this.#source.subarray(0, this.rows), row: this.#row.subarray(0, this.rows) },
    };
  }
}

function longer(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const result = new Uint32Array(length);
  result.set(array);
  return result;
}
