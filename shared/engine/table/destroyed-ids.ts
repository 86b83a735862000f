import { isDestroyedId } from '../values/ids.ts';
import type { Dictionary } from './dictionary.ts';
import type { TextColumn } from './table.ts';

const POINT = 46;
const ZERO = 48;
const NINE = 57;
const E = 69;
const SMALL_E = 101;

/** A double keeps 15 digits: Excel writes zeros for the others. */
const KEPT_DIGITS = 15;
/** So many zeros together, over all codes, are no chance. */
const CERTAIN = 3;
/** By chance one code in ten of 16 digits ends so, one in a hundred of 17, and one in a thousand of 18: so large a share of the codes has to. One alone may be chance among many. */
const SHARES = [0.5, 0.1, 0.01];

/** Rows whose cell in one of the columns is no code any more since Excel wrote it as 1.23E+18 or with zeros at its end; `null` where there are none. */
export function destroyedRows(rows: number, columns: readonly TextColumn[]): Uint8Array | null {
  let marks: Uint8Array | null = null;
  for (const { dictionary, codes } of columns) {
    const destroyed = destroyedCodes(dictionary);
    if (destroyed === null) continue;
    marks ??= new Uint8Array(rows);
    for (let row = 0; row < rows; row++) if (destroyed[codes[row] as number] === 1) marks[row] = 1;
  }
  return marks;
}

/** Import, model and returns ask the same column. */
const known = new WeakMap<Dictionary, { readonly size: number; readonly codes: Uint8Array | null }>();

function destroyedCodes(dictionary: Dictionary): Uint8Array | null {
  const before = known.get(dictionary);
  if (before?.size === dictionary.size) return before.codes;
  const codes = findDestroyed(dictionary);
  known.set(dictionary, { size: dictionary.size, codes });
  return codes;
}

function findDestroyed(dictionary: Dictionary): Uint8Array | null {
  const { arena, ends, size, occurring } = dictionary;
  let marks = holdsLong(dictionary) ? (codesOfNumbers(dictionary) ?? codesOfZeros(dictionary)) : null;
  if (occurring[E] === 0 && occurring[SMALL_E] === 0) return marks;
  for (let code = 1; code < size; code++) {
    if (!mayBeScientific(arena, ends[code - 1] as number) || !isDestroyedId(dictionary.text(code) as string)) continue;
    marks ??= new Uint8Array(size);
    marks[code] = 1;
  }
  return marks;
}

/** Whether any code is so long that a number would not keep all of its digits. */
function holdsLong({ ends, size }: Dictionary): boolean {
  for (let code = 1; code < size; code++) if ((ends[code] as number) - (ends[code - 1] as number) > KEPT_DIGITS) return true;
  return false;
}

/**
 * Codes that end in zeros from digit 16 on, where more do than by chance: so Excel writes codes of which it kept 15 digits. `null` where
 * there are none.
 */
function codesOfZeros({ arena, ends, size, occurring }: Dictionary): Uint8Array | null {
  if (occurring[ZERO] === 0) return null;
  const isDigits = !occurring.some((found, byte) => found === 1 && (byte < ZERO || byte > NINE));
  const marked = new Uint8Array(size);
  let long = 0;
  let zeros = 0;
  let behind = 0;
  for (let code = 1; code < size; code++) {
    const tail = zerosBehind(arena, ends[code - 1] as number, ends[code] as number, isDigits);
    if (tail === 0) continue;
    long++;
    if (tail < 0) continue;
    marked[code] = 1;
    zeros++;
    behind += tail;
  }
  if (behind < CERTAIN) return null;
  const share = SHARES[Math.min(Math.floor(behind / zeros), zeros === 1 ? 2 : SHARES.length) - 1] as number;
  return zeros > long * share ? marked : null;
}

/** Other programs write all digits that tell a number from its neighbours: 16 or 17 of them, and zeros behind. */
const DIGITS_OF_NUMBERS = [16, 17];
/** So many zeros together, where no code ends otherwise. */
const CERTAIN_OF_NUMBERS = 6;

/** Codes that were numbers in a workbook which no Excel has written: each of them ends in zeros. `null` where one does not. */
function codesOfNumbers({ arena, ends, size, occurring }: Dictionary): Uint8Array | null {
  if (occurring[ZERO] === 0) return null;
  for (const kept of DIGITS_OF_NUMBERS) {
    const marked = new Uint8Array(size);
    let behind = 0;
    for (let code = 1; code < size && behind >= 0; code++) {
      const tail = zerosBehind(arena, ends[code - 1] as number, ends[code] as number, false, kept);
      if (tail > 0) marked[code] = 1;
      behind = tail < 0 ? -1 : behind + tail;
    }
    if (behind >= CERTAIN_OF_NUMBERS) return marked;
  }
  return null;
}

/**
 * How many digits a code has behind those that were kept when all of these are zeros; below 0 when one is not, 0 for what is no long code.
 *
 * @param isDigits no text of the column holds anything else
 */
function zerosBehind(arena: Uint8Array, start: number, end: number, isDigits: boolean, kept = KEPT_DIGITS): number {
  if (end - start <= kept) return 0;
  for (let at = start; !isDigits && at < end; at++) {
    const digit = (arena[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return 0;
  }
  for (let at = start + kept; at < end; at++) if (arena[at] !== ZERO) return -1;
  return end - start - kept;
}

/** One digit, then a point or an E, or a blank before: most codes begin otherwise, and no string is made of them. */
function mayBeScientific(arena: Uint8Array, start: number): boolean {
  const first = arena[start] as number;
  if (first < ZERO || first > NINE) return first <= 32 || first > 127;
  const second = arena[start + 1];
  return second === POINT || second === E || second === SMALL_E;
}
