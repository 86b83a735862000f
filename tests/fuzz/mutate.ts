import type { Random } from './random.ts';

/** Bytes that mean something to some format. */
const TELLING = [0, 9, 10, 13, 34, 39, 44, 59, 60, 62, 80, 75, 92, 123, 125, 127, 128, 255, 0xef, 0xbb, 0xbf];
const WORDS = ['"', '""', '\r\n', '\n\n', ',,,,', '<c r="A1">', '</row>', '<![CDATA[', '&#0;', '{"a":', 'PK\u0003\u0004', '合计', '1E999', '-', '999999999999999999999999', '\ufeff'];

/** Some changes to a file: bytes flipped, set, cut out, doubled, moved, words put in. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let current: Uint8Array = bytes.slice();
  for (let change = 1 + random.below(6); change > 0; change--) current = once(current, random);
  return current;
}

function once(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length === 0) return Uint8Array.of(random.below(256));
  const at = random.below(bytes.length);
  const length = 1 + random.below(Math.min(bytes.length - at, random.pick([1, 4, 64, 4096])));
  switch (random.below(8)) {
    case 0:
      bytes[at] = (bytes[at] as number) ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.pick(TELLING);
      return bytes;
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
    case 4:
      return bytes.slice(0, at);
    case 5:
      return joined(bytes.subarray(0, at), new TextEncoder().encode(random.pick(WORDS)), bytes.subarray(at));
    case 6: {
      // A number of two or four bytes, as lengths and offsets are.
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      if (at + 4 <= bytes.length) view.setUint32(at, random.pick([0, 1, 0x7fffffff, 0xffffffff, random.below(65_536)]), true);
      return bytes;
    }
    default: {
      const from = random.below(bytes.length);
      bytes.copyWithin(at, from, from + length);
      return bytes;
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
