import { countingUp, countsUp } from '../table/counting.ts';

// Columns in the fewest bytes: what is stored is written and read with every change. The width of a cell says how it is stored.

/** Narrow numbers tell a missing one by their lowest value. */
const MISSING = { 1: -(2 ** 7), 2: -(2 ** 15), 4: -(2 ** 31) } as const;
const WHOLE = 8;

/** Codes: in one byte, two or four; none at all (one empty byte array, width 1) where each row has the next one. */
export function narrowCodes(codes: Uint32Array, size: number): Uint8Array | Uint16Array | Uint32Array {
  if (codes.length > 0 && countsUp(codes, 1)) return new Uint8Array(0);
  if (size <= 256) return new Uint8Array(codes);
  if (size <= 65_536) return new Uint16Array(codes);
  return codes;
}

/** What {@link narrowCodes} was given. */
export function widenCodes(cells: ArrayBuffer, width: number, rows: number): Uint32Array {
  if (cells.byteLength === 0) return countingUp(rows, 1);
  return width === 1 ? new Uint32Array(new Uint8Array(cells)) : width === 2 ? new Uint32Array(new Uint16Array(cells)) : new Uint32Array(cells);
}

/** Numbers: whole ones in one byte, two or four, nothing (an empty array) where all are missing, else as they are. */
export function narrowNumbers(values: Float64Array): Int8Array | Int16Array | Int32Array | Float64Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    // Fractions, large numbers and -0 do not survive.
    if (value !== (value | 0) || (value === 0 && Object.is(value, -0))) return values;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most < least) return new Int8Array(0);
  for (const [width, array] of [
    [1, Int8Array],
    [2, Int16Array],
    [4, Int32Array],
  ] as const) {
    if (least <= MISSING[width] || most >= -MISSING[width]) continue;
    const narrow = new array(values.length);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number;
      narrow[row] = Number.isNaN(value) ? MISSING[width] : value;
    }
    return narrow;
  }
  return values;
}

/** What {@link narrowNumbers} was given. */
export function widenNumbers(cells: ArrayBuffer, width: number, rows: number): Float64Array {
  if (width === WHOLE) return new Float64Array(cells);
  if (cells.byteLength === 0) return new Float64Array(rows).fill(Number.NaN);
  const narrow = width === 1 ? new Int8Array(cells) : width === 2 ? new Int16Array(cells) : new Int32Array(cells);
  const missing = MISSING[width as 1 | 2 | 4];
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = narrow[row] as number;
    values[row] = value === missing ? Number.NaN : value;
  }
  return values;
}

/** Where the texts of a dictionary end; where all are equally long, only their length. */
export function sparedEnds(ends: Uint32Array): Uint32Array {
  const length = ends[1] ?? 0;
  if (ends.length < 3 || length === 0) return ends;
  for (let code = 2; code < ends.length; code++) if (ends[code] !== code * length) return ends;
  return Uint32Array.of(length);
}

/** What {@link sparedEnds} was given. */
export function wholeEnds(ends: Uint32Array, bytes: number): Uint32Array {
  const length = ends.length === 1 ? (ends[0] as number) : 0;
  if (length === 0) return ends;
  const whole = new Uint32Array(bytes / length + 1);
  for (let code = 1; code < whole.length; code++) whole[code] = code * length;
  return whole;
}

/** Numbers that are all equal: one of them. */
export function sparedEqual(numbers: Uint32Array): Uint32Array {
  const [first] = numbers;
  return first === undefined || numbers.some((number) => number !== first) ? numbers : Uint32Array.of(first);
}

/** What {@link sparedEqual} was given. */
export const wholeEqual = (numbers: Uint32Array, rows: number): Uint32Array => (numbers.length === 1 ? new Uint32Array(rows).fill(numbers[0] as number) : numbers);

/** Numbers that count up: the first of them. */
export function sparedRising(numbers: Uint32Array): Uint32Array {
  const [first] = numbers;
  return first !== undefined && countsUp(numbers, first) ? Uint32Array.of(first) : numbers;
}

/** What {@link sparedRising} was given. */
export const wholeRising = (numbers: Uint32Array, rows: number): Uint32Array => (numbers.length === 1 ? countingUp(rows, numbers[0] as number) : numbers);
