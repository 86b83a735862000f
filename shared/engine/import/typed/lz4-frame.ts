const MAGIC = 0x184d2204;
const STORED = 0x80000000;
const SHORTEST_MATCH = 4;

/**
 * What an LZ4 frame holds; its blocks may go on from the ones before them. Checksums are not compared.
 *
 * @param length of what it holds, as told beside it
 * @throws RangeError where it is no such frame, or holds something else than told
 */
export function fromLz4Frame(frame: Uint8Array, length: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError('no LZ4 frame');
  const flags = view.getUint8(4);
  const hasBlockSums = (flags & 0x10) !== 0;
  // Behind the flags: the size of blocks, the length, the number of a dictionary, and a sum of all this.
  let at = 7 + ((flags & 0x08) !== 0 ? 8 : 0) + ((flags & 0x01) !== 0 ? 4 : 0);
  const out = new Uint8Array(length);
  let to = 0;
  for (;;) {
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) break;
    const block = frame.subarray(at, at + (size & ~STORED));
    if ((size & STORED) !== 0) {
      out.set(block, to);
      to += block.length;
    } else to = unpack(block, out, to);
    at += block.length + (hasBlockSums ? 4 : 0);
  }
  if (to !== length) throw new RangeError(`${to} bytes instead of ${length}`);
  return out;
}

/** Unpacks a block behind what was unpacked before, and tells where it ends. */
function unpack(block: Uint8Array, out: Uint8Array, start: number): number {
  let at = 0;
  let to = start;
  const more = (known: number): number => {
    let count = known;
    if (known === 15)
      for (let byte = 255; byte === 255; ) {
        byte = block[at++] ?? 0;
        count += byte;
      }
    return count;
  };
  while (at < block.length) {
    const token = block[at++] as number;
    const literals = more(token >> 4);
    out.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    // The last sequence is of literals alone.
    if (at >= block.length) break;
    const back = (block[at] as number) | ((block[at + 1] as number) << 8);
    at += 2;
    const count = more(token & 15) + SHORTEST_MATCH;
    if (back === 0 || back > to || to + count > out.length) throw new RangeError('an LZ4 block reaches beyond what it holds');
    // Byte by byte: a match may run into itself.
    for (let i = 0; i < count; i++, to++) out[to] = out[to - back] as number;
  }
  return to;
}
