import { PairCodes } from './pair-codes.ts';
import type { Column } from './table.ts';

/** A column as codes: equal cells have equal codes, 0 is missing. */
export interface Coded {
  readonly codes: Uint32Array;
  /** One more than the largest code. */
  readonly size: number;
}

/** Rows that belong together, numbered in the order in which their first row stands. */
export interface Groups {
  /** Group of each row, from 0. */
  readonly of: Uint32Array;
  readonly count: number;
  /** First row of each group. */
  readonly first: Uint32Array;
}

/** The cells of a column as codes. Texts have theirs already; numbers get one each, equal numbers the same. */
export function codesOf(column: Column): Coded {
  if (column.kind === 'text') return { codes: column.codes, size: column.dictionary.size };
  const { values } = column;
  const codes = new Uint32Array(values.length);
  const whole = wholeRange(values);
  // A few different whole numbers, as of counts and days, need no hashing.
  if (whole !== null) {
    for (let row = 0; row < codes.length; row++) codes[row] = Number.isNaN(values[row]) ? 0 : (values[row] as number) - whole.least + 1;
    return { codes, size: whole.most - whole.least + 2 };
  }
  const known = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    // Minus zero is zero.
    const value = (values[row] as number) + 0;
    if (Number.isNaN(value)) continue;
    let code = known.get(value);
    if (code === undefined) {
      code = known.size + 1;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, size: known.size + 1 };
}

const MOST_RANGE = 1 << 20;

function wholeRange(values: Float64Array): { least: number; most: number } | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return null;
    if (value < least) least = value;
    if (value > most) most = value;
    if (most - least > MOST_RANGE) return null;
  }
  return least > most ? { least: 0, most: 0 } : { least, most };
}

/** Rows of equal cells in several columns, as one code from 1. */
export interface Tuples extends Coded {
  /** One a column: from the code of the columns before and that of this one to that of both. */
  readonly steps: readonly PairCodes[];
}

/** @param whole rows in which a cell is missing have code 0; otherwise missing is a value like another */
export function tuplesOf(columns: readonly Coded[], rows: number, whole: boolean): Tuples {
  let before: Coded = { codes: new Uint32Array(rows).fill(1), size: 2 };
  const steps: PairCodes[] = [];
  for (const column of columns) {
    const step = new PairCodes(before.size, column.size);
    const codes = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const first = before.codes[row] as number;
      const second = column.codes[row] as number;
      if (!whole || (first !== 0 && second !== 0)) codes[row] = step.add(first, second);
    }
    steps.push(step);
    before = { codes, size: step.size + 1 };
  }
  return { ...before, steps };
}

/** Groups rows by equal cells in all of the columns; without columns all rows are one group. */
export function groupRows(columns: readonly Column[], rows: number): Groups {
  const coded = columns.map(codesOf);
  // Pairs of codes have numbers of their own; over many columns it is quicker to compare whole rows once.
  if (coded.length > 2) return groupsByHash(coded, rows);
  const [only] = coded;
  const { codes, size } = coded.length === 1 && only !== undefined ? only : tuplesOf(coded, rows, false);
  const numbers = new Uint32Array(size);
  const of = new Uint32Array(rows);
  const first = new Uint32Array(Math.min(rows, size));
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    let number = numbers[code] as number;
    if (number === 0) {
      first[count] = row;
      number = ++count;
      numbers[code] = number;
    }
    of[row] = number - 1;
  }
  return { of, count, first: first.slice(0, count) };
}

/** Groups by a table of rows with open addressing: a row is compared with the first one of its group, code by code. */
function groupsByHash(coded: readonly Coded[], rows: number): Groups {
  const hashes = new Uint32Array(rows);
  for (const { codes } of coded) {
    for (let row = 0; row < rows; row++) {
      const hash = hashes[row] as number;
      hashes[row] = Math.imul(hash ^ (codes[row] as number), 0x85ebca6b) ^ (hash >>> 13);
    }
  }
  let size = 16;
  while (size < rows * 2) size *= 2;
  /** Groups, counted from 1. */
  const slots = new Uint32Array(size);
  const of = new Uint32Array(rows);
  const first = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const hash = hashes[row] as number;
    for (let slot = (hash ^ (hash >>> 16)) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const group = slots[slot] as number;
      if (group === 0) {
        first[count] = row;
        slots[slot] = ++count;
        of[row] = count - 1;
        break;
      }
      const other = first[group - 1] as number;
      if (hashes[other] === hash && areEqual(coded, other, row)) {
        of[row] = group - 1;
        break;
      }
    }
  }
  return { of, count, first: first.slice(0, count) };
}

function areEqual(coded: readonly Coded[], one: number, other: number): boolean {
  for (const { codes } of coded) if (codes[one] !== codes[other]) return false;
  return true;
}

/** The rows of each group, in their order: those of group g lie at `rows[starts[g] … starts[g + 1])`. */
export function rowsOfGroups({ of, count }: Pick<Groups, 'of' | 'count'>): { readonly starts: Uint32Array; readonly rows: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const group of of) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < count; group++) starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const rows = new Uint32Array(of.length);
  const next = starts.slice();
  for (let row = 0; row < of.length; row++) {
    const group = of[row] as number;
    rows[next[group] as number] = row;
    next[group] = (next[group] as number) + 1;
  }
  return { starts, rows };
}
