/** The next such byte; `to` when there is none. Reads up to 15 bytes further. */
export function findByte(from: usize, to: usize, byte: u8): usize {
  const wanted = i8x16.splat(byte);
  for (let at = from; at < to; at += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(at), wanted));
    if (mask !== 0) return at + ctz<i32>(mask);
  }
  return to;
}
