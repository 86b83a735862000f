/** How SQLite writes the values of a record: https://www.sqlite.org/fileformat2.html#record_format */

const BYTE = 2 ** 7;
const INT48 = 2 ** 47;
const INT63 = 2 ** 63;

/** Serial types of the record format. */
export const NULL = 0;
export const INT8 = 1;
export const INT16 = 2;
export const INT24 = 3;
export const INT32 = 4;
export const INT48_TYPE = 5;
export const INT64 = 6;
export const REAL = 7;
const ZERO = 8;
const ONE = 9;
export const TEXT = 13;

/** How SQLite would store a number, by value: NaN is NULL, whole numbers are integers. */
export function serialOf(value: number, integers: boolean): number {
  if (value === (value | 0)) {
    if (value === 0) return ZERO;
    if (value === 1) return ONE;
    if (value >= -BYTE && value < BYTE) return INT8;
    if (value >= -(2 ** 15) && value < 2 ** 15) return INT16;
    return value >= -(2 ** 23) && value < 2 ** 23 ? INT24 : INT32;
  }
  if (Number.isNaN(value)) return NULL;
  if (!Number.isInteger(value)) return REAL;
  if (value >= -INT48 && value < INT48) return INT48_TYPE;
  return integers && value > -INT63 && value < INT63 ? INT64 : REAL;
}

export function numberSize(serial: number): number {
  if (serial <= INT32) return serial;
  return serial >= ZERO ? 0 : serial === INT48_TYPE ? 6 : 8;
}

export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest >>>= 7) size++;
  return size;
}

export function writeVarint(bytes: Uint8Array, start: number, value: number): number {
  if (value < 128) {
    bytes[start] = value;
    return start + 1;
  }
  const size = varintSize(value);
  let rest = value;
  for (let at = start + size - 1; at >= start; at--) {
    bytes[at] = at === start + size - 1 ? rest & 127 : (rest & 127) | 128;
    rest >>>= 7;
  }
  return start + size;
}
