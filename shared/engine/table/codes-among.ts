import type { Dictionary } from './dictionary.ts';
import { areMarked } from './dictionary-bytes.ts';

const LONGEST = 255;

/** The codes in `many` of the texts of a small dictionary: a million texts are gone through without an index of them. */
export function codesAmong(many: Dictionary, few: Dictionary): number[] {
  const shapes = new Uint8Array((LONGEST + 1) << 8);
  let possible = 0;
  for (let code = 1; code < few.size; code++) {
    const [start, end] = [few.start(code), few.end(code)];
    if (!areMarked(many.occurring, few.arena, start, end)) continue;
    shapes[shapeOf(few.arena, start, end)] = 1;
    possible++;
  }
  if (possible === 0) return [];
  const { arena, ends, size } = many;
  const codes: number[] = [];
  for (let code = 1; code < size; code++) {
    const start = ends[code - 1] as number;
    const end = ends[code] as number;
    if (shapes[shapeOf(arena, start, end)] === 1 && few.findBytes(arena, start, end) !== 0) codes.push(code);
  }
  return codes;
}

/** Length and first byte: few texts share them with one of the few. */
const shapeOf = (bytes: Uint8Array, start: number, end: number): number => (Math.min(LONGEST, end - start) << 8) | (bytes[start] as number);
