import type { CellType } from './values.ts';

const TYPES: readonly CellType[] = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'];
export const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const STR = ascii('str');
const INLINE_STR = ascii('inlineStr');

export const isType = (text: string): text is CellType => (TYPES as readonly string[]).includes(text);

/** The cell type written there; `null` for those that go the long way. */
export function typeAt(bytes: Uint8Array, start: number, stop: number): CellType | null {
  const first = bytes[start];
  if (stop - start === 1) return first === 115 ? 's' : first === 110 ? 'n' : first === 98 ? 'b' : first === 101 ? 'e' : null;
  if (stop - start === 3) return startsWith(bytes, start, STR) ? 'str' : null;
  return stop - start === INLINE_STR.length && startsWith(bytes, start, INLINE_STR) ? 'inlineStr' : null;
}

export function startsWith(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
  return true;
}

/** A whole number written in digits only, white space around it allowed; NaN when it is none. */
export function digits(bytes: Uint8Array, start: number, stop: number): number {
  let number = 0;
  let count = 0;
  for (let at = start; at < stop; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      number = number * 10 + byte - 48;
      count++;
    } else if (byte > 32) return Number.NaN;
  }
  return count === 0 ? Number.NaN : number;
}
