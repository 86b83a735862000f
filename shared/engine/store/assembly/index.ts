// Cells of a block of rows → records of SQLite's format, a column at a time: the loops of record-rows.ts, which says what they do.
// The host puts the cells into the memory of this module, and lays out the pages.

const NULL: u32 = 0;
const INT8: u32 = 1;
const INT16: u32 = 2;
const INT24: u32 = 3;
const INT32: u32 = 4;
const INT48: u32 = 5;
const INT64: u32 = 6;
const REAL: u32 = 7;
const ZERO: u32 = 8;
const ONE: u32 = 9;
const TEXT: u32 = 13;

const LIMIT_48: f64 = 140737488355328;
const LIMIT_63: f64 = LIMIT_48 * 65_536;

/** Serial types of texts, and what they add to header and payload. Codes count from the text whose bytes end at `ends[1]`. */
export function measureTexts(codes: usize, ends: usize, count: u32, serials: usize, headers: usize, payloads: usize): void {
  for (let i: usize = 0; i < (<usize>count) << 2; i += 4) {
    const code = load<u32>(codes + i);
    if (code === 0) {
      store<u32>(serials + i, NULL);
      store<u32>(headers + i, load<u32>(headers + i) + 1);
      continue;
    }
    const end: usize = ends + ((<usize>code) << 2);
    const length = load<u32>(end) - load<u32>(end - 4);
    const serial = TEXT + 2 * length;
    store<u32>(serials + i, serial);
    store<u32>(headers + i, load<u32>(headers + i) + varintSize(serial));
    store<u32>(payloads + i, load<u32>(payloads + i) + length);
  }
}

/** Serial types of numbers, as {@link measureTexts}. */
export function measureNumbers(values: usize, count: u32, integers: bool, serials: usize, headers: usize, payloads: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) measureNumber(load<f64>(values + (i << 3)), i << 2, integers, serials, headers, payloads);
}

/** The same for whole numbers of 32 bits. */
export function measureWords(values: usize, count: u32, serials: usize, headers: usize, payloads: usize): void {
  for (let i: usize = 0; i < (<usize>count) << 2; i += 4) measureNumber(<f64>load<u32>(values + i), i, true, serials, headers, payloads);
}

function measureNumber(value: f64, at: usize, integers: bool, serials: usize, headers: usize, payloads: usize): void {
  const serial = serialOf(value, integers);
  store<u32>(serials + at, serial);
  store<u32>(headers + at, load<u32>(headers + at) + 1);
  store<u32>(payloads + at, load<u32>(payloads + at) + numberSize(serial));
}

/** Adds the headers to the payloads; the size of a header counts its own bytes too. */
export function closeHeaders(count: u32, headers: usize, payloads: usize): void {
  for (let i: usize = 0; i < (<usize>count) << 2; i += 4) {
    const types = load<u32>(headers + i);
    const header = types + 1 > 127 ? types + varintSize(types + 2) : types + 1;
    store<u32>(headers + i, header);
    store<u32>(payloads + i, load<u32>(payloads + i) + header);
  }
}

/** Begins records at `heads`: their headers' sizes are written, and where their bodies begin is told. */
export function openRecords(from: u32, to: u32, headers: usize, heads: usize, bodies: usize): void {
  for (let i: usize = (<usize>from) << 2; i < (<usize>to) << 2; i += 4) {
    const start: usize = load<u32>(heads + i);
    const header = load<u32>(headers + i);
    store<u32>(heads + i, <u32>writeVarint(start, header));
    store<u32>(bodies + i, <u32>(start + header));
  }
}

export function writeTexts(codes: usize, ends: usize, arena: usize, from: u32, to: u32, serials: usize, heads: usize, bodies: usize): void {
  for (let i: usize = (<usize>from) << 2; i < (<usize>to) << 2; i += 4) {
    store<u32>(heads + i, <u32>writeVarint(load<u32>(heads + i), load<u32>(serials + i)));
    const code = load<u32>(codes + i);
    if (code === 0) continue;
    const end: usize = ends + ((<usize>code) << 2);
    const start = load<u32>(end - 4);
    const length = load<u32>(end) - start;
    const at: usize = load<u32>(bodies + i);
    copy(at, arena + start, length);
    store<u32>(bodies + i, <u32>at + length);
  }
}

export function writeNumbers(values: usize, from: u32, to: u32, serials: usize, heads: usize, bodies: usize): void {
  for (let i = <usize>from; i < <usize>to; i++) writeNumber(load<f64>(values + (i << 3)), i << 2, serials, heads, bodies);
}

export function writeWords(values: usize, from: u32, to: u32, serials: usize, heads: usize, bodies: usize): void {
  for (let i: usize = (<usize>from) << 2; i < (<usize>to) << 2; i += 4) writeNumber(<f64>load<u32>(values + i), i, serials, heads, bodies);
}

function writeNumber(value: f64, i: usize, serials: usize, heads: usize, bodies: usize): void {
  const serial = load<u32>(serials + i);
  const head: usize = load<u32>(heads + i);
  store<u8>(head, <u8>serial);
  store<u32>(heads + i, <u32>head + 1);
  const at: usize = load<u32>(bodies + i);
  if (serial === REAL) store<u64>(at, bswap<u64>(reinterpret<u64>(value)));
  else if (serial !== NULL && serial < REAL) writeInteger(at, serial, <i64>value);
  store<u32>(bodies + i, <u32>at + numberSize(serial));
}

function writeInteger(at: usize, serial: u32, value: i64): void {
  switch (serial) {
    case INT8:
      store<u8>(at, <u8>value);
      break;
    case INT16:
      store<u16>(at, bswap<u16>(<u16>value));
      break;
    case INT24:
      store<u8>(at, <u8>(value >> 16));
      store<u16>(at, bswap<u16>(<u16>value), 1);
      break;
    case INT32:
      store<u32>(at, bswap<u32>(<u32>value));
      break;
    case INT48:
      store<u16>(at, bswap<u16>(<u16>(value >> 32)));
      store<u32>(at, bswap<u32>(<u32>value), 2);
      break;
    case INT64:
      store<u64>(at, bswap<u64>(<u64>value));
      break;
    default:
  }
}

/** NaN is NULL; whole numbers are integers, beyond 48 bits only where integers are wanted. */
function serialOf(value: f64, integers: bool): u32 {
  if (value === 0) return ZERO;
  if (value === 1) return ONE;
  const whole = floor(value);
  // NaN is not greater than anything.
  if (value !== whole) return value > whole ? REAL : NULL;
  if (value >= -128 && value < 128) return INT8;
  if (value >= -32768 && value < 32768) return INT16;
  if (value >= -8388608 && value < 8388608) return INT24;
  if (value >= -2147483648 && value < 2147483648) return INT32;
  if (value >= -LIMIT_48 && value < LIMIT_48) return INT48;
  return integers && value > -LIMIT_63 && value < LIMIT_63 ? INT64 : REAL;
}

function numberSize(serial: u32): u32 {
  if (serial <= INT32) return serial;
  return serial >= ZERO ? 0 : serial === INT48 ? 6 : 8;
}

function varintSize(value: u32): u32 {
  let size: u32 = 1;
  for (let rest = value; rest > 127; rest >>>= 7) size++;
  return size;
}

function writeVarint(start: usize, value: u32): usize {
  if (value < 128) {
    store<u8>(start, <u8>value);
    return start + 1;
  }
  const size = <usize>varintSize(value);
  let rest = value;
  for (let at = start + size - 1; at >= start; at--) {
    store<u8>(at, <u8>(at === start + size - 1 ? rest & 127 : (rest & 127) | 128));
    rest >>>= 7;
  }
  return start + size;
}

/** Not a byte beyond: what lies behind may be written already. */
function copy(to: usize, from: usize, length: u32): void {
  if (length > 64) {
    memory.copy(to, from, length);
    return;
  }
  let rest = length;
  let target = to;
  let source = from;
  for (; rest >= 8; rest -= 8) {
    store<u64>(target, load<u64>(source));
    target += 8;
    source += 8;
  }
  if ((rest & 4) !== 0) {
    store<u32>(target, load<u32>(source));
    target += 4;
    source += 4;
  }
  if ((rest & 2) !== 0) {
    store<u16>(target, load<u16>(source));
    target += 2;
    source += 2;
  }
  if ((rest & 1) !== 0) store<u8>(target, load<u8>(source));
}
