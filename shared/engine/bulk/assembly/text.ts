// Texts in the memory of the module, taken eight bytes at a time.

const GOLDEN: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
const LENGTH_FACTOR: u64 = ((<u64>0xff51afd7) << 32) | 0xed558ccd;

/** Copies a text; up to seven bytes behind it are read, and written. A call of `memory.copy` costs more than most texts. */
export function append(to: usize, text: usize, length: u32): void {
  if (length > 64) memory.copy(to, text, length);
  else for (let i: u32 = 0; i < length; i += 8) store<u64>(to + i, load<u64>(text + i));
}

/** The hash of a text; up to seven bytes behind it are read and left out. */
export function hashOf(text: usize, length: u32): u32 {
  let hash: u64 = <u64>length * LENGTH_FACTOR;
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) hash = mixed(hash ^ load<u64>(text + i));
  const rest = length - i;
  if (rest !== 0) hash = mixed(hash ^ (load<u64>(text + i) & (((<u64>1) << (rest << 3)) - 1)));
  return <u32>(hash ^ (hash >>> 32));
}

function mixed(value: u64): u64 {
  const product = value * GOLDEN;
  return product ^ (product >>> 29);
}

/** Whether two texts of one length are the same; up to seven bytes behind them are read. */
export function equal(a: usize, b: usize, length: u32): bool {
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false;
  const rest = length - i;
  return rest === 0 || ((load<u64>(a + i) ^ load<u64>(b + i)) & (((<u64>1) << (rest << 3)) - 1)) === 0;
}

/** -1 when the first text stands before the second, byte by byte, 1 when behind it, 0 when they are equal. */
export function compare(a: usize, aLength: u32, b: usize, bLength: u32): i32 {
  const shorter = min(aLength, bLength);
  let i: u32 = 0;
  for (; i + 8 <= shorter; i += 8) {
    const x = bswap<u64>(load<u64>(a + i));
    const y = bswap<u64>(load<u64>(b + i));
    if (x !== y) return x < y ? -1 : 1;
  }
  const rest = shorter - i;
  if (rest !== 0) {
    const x = bswap<u64>(load<u64>(a + i)) >>> ((8 - rest) << 3);
    const y = bswap<u64>(load<u64>(b + i)) >>> ((8 - rest) << 3);
    if (x !== y) return x < y ? -1 : 1;
  }
  return aLength === bLength ? 0 : aLength < bLength ? -1 : 1;
}
