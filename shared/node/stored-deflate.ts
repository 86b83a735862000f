const LONGEST_BLOCK = 65_535;
const BLOCK_HEADER = 5;

/** Bytes as raw deflate that stores them as they are (RFC 1951, 3.2.4): what is packed already is only wrapped. */
export function storedDeflate(bytes: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(bytes.length / LONGEST_BLOCK));
  const stored = new Uint8Array(bytes.length + blocks * BLOCK_HEADER);
  for (let block = 0, at = 0; block < blocks; block++) {
    const part = bytes.subarray(block * LONGEST_BLOCK, (block + 1) * LONGEST_BLOCK);
    const { length } = part;
    // The last block has the first bit set; the length comes twice, the second time with all bits turned.
    stored.set([block === blocks - 1 ? 1 : 0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255], at);
    stored.set(part, at + BLOCK_HEADER);
    at += BLOCK_HEADER + length;
  }
  return stored;
}
