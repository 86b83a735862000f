// What a dictionary does with the bytes of its texts.

const decoder = new TextDecoder();

/** What is known of texts before anybody looks at them. */
export interface KnownTexts {
  /** Above 0 where each stands behind the one before, byte by byte, below 0 where each stands before it; else 0. */
  readonly way?: number;
  /** {@link Dictionary.occurring}. */
  readonly occurring?: Uint8Array;
}

/** Room for one short text; what is in it counts only until the next one. */
export const SHORT = new Uint8Array(64);

/** Writes short ASCII, the common key, without the cost of a TextEncoder call and its array; answers its length, or -1 for any other text. */
export function encodeShort(text: string): number {
  const { length } = text;
  if (length > SHORT.length) return -1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return -1;
    SHORT[i] = code;
  }
  return length;
}

/** Four bytes at a time, mixed so that near-equal ids spread over the table. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Short ASCII, the common cell, is decoded without the cost of a TextDecoder call. */
export function decodeBytes(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 32) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte > 127) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

export function grown<A extends Uint8Array | Uint32Array>(array: A, needed: number): A {
  const larger = new (array.constructor as new (length: number) => A)(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}

export function powerOfTwo(least: number): number {
  let size = 256;
  while (size < least) size *= 2;
  return size;
}

/**
 * An open hash table of codes.
 *
 * @param hashes by code; code 0 is none
 * @param length of the table, a power of two above `size`
 */
export function slotsOf(hashes: Uint32Array, size: number, length: number): Uint32Array {
  const slots = new Uint32Array(length);
  const mask = length - 1;
  for (let code = 1; code < size; code++) {
    let slot = (hashes[code] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = code;
  }
  return slots;
}

/** 1 for each byte that stands among the first `length`. */
export function bytesOf(bytes: Uint8Array, length: number): Uint8Array {
  const found = new Uint8Array(256);
  for (let i = 0; i < length; i++) found[bytes[i] as number] = 1;
  return found;
}

/** Whether all bytes of a text are among those marked with 1. */
export function areMarked(marks: Uint8Array, source: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (marks[source[at] as number] !== 1) return false;
  return true;
}

/** Below 0 when the first text stands before the second, byte by byte, above 0 when behind it, 0 when they are equal. */
export function compareBytes(a: Uint8Array, aStart: number, aEnd: number, b: Uint8Array, bStart: number, bEnd: number): number {
  const shorter = Math.min(aEnd - aStart, bEnd - bStart);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[aStart + i] as number) - (b[bStart + i] as number);
    if (difference !== 0) return difference;
  }
  return aEnd - aStart - (bEnd - bStart);
}

/**
 * The code of a text among texts that go one way, 0 when it is none of them.
 *
 * @param ends where the text of each code ends in `arena`
 * @param way above 0 when they rise
 */
export function searchInOrder(arena: Uint8Array, ends: Uint32Array, size: number, way: number, source: Uint8Array, start: number, end: number): number {
  let low = 1;
  let high = size - 1;
  while (low <= high) {
    const code = (low + high) >>> 1;
    const order = compareBytes(source, start, end, arena, ends[code - 1] as number, ends[code] as number);
    if (order === 0) return code;
    if (order > 0 === way > 0) low = code + 1;
    else high = code - 1;
  }
  return 0;
}

/** Whether the bytes from a place on are those of `source[start, end)`. */
export function sameBytes(bytes: Uint8Array, from: number, source: Uint8Array, start: number, end: number): boolean {
  for (let i = start, at = from; i < end; i++, at++) if (bytes[at] !== source[i]) return false;
  return true;
}

/** The code of the text `source[start, end)`, found by going through all of them; 0 where it is none of them. */
export function searchAll(bytes: Uint8Array, ends: Uint32Array, size: number, source: Uint8Array, start: number, end: number): number {
  const length = end - start;
  for (let code = 1, from = 0; code < size; code++) {
    const to = ends[code] as number;
    // Most are of another length.
    if (to - from === length && sameBytes(bytes, from, source, start, end)) return code;
    from = to;
  }
  return 0;
}
