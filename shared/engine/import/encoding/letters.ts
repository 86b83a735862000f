import type { Language } from './profiles/language.ts';

/** How likely a letter follows another in a language. Kind 0 is whatever is no letter. */
export interface LetterModel {
  /** The number of a lower-case letter; absent when the language has none such. */
  kindOf(letter: string): number | undefined;
  /** The kind of letters of another alphabet. */
  readonly foreign: number;
  readonly latin: boolean;
  /** Natural logarithm of the chance that `b` follows `a`. */
  next(a: number, b: number): number;
}

const FOREIGN_FOLLOWS = 1e-4;

/** Counts the letter pairs of the language's sample sentences (Witten-Bell smoothing, every letter of the alphabet seen at least half a time). */
export function modelOf({ letters, text }: Language): LetterModel {
  const kinds = new Map([...new Set(letters)].map((letter, index): [string, number] => [letter, index + 1]));
  const size = kinds.size + 2;
  const foreign = kinds.size + 1;
  const counts = new Float64Array(size * size);
  let previous = 0;
  for (const character of `${text.toLowerCase()} `) {
    const kind = kinds.get(character) ?? (/\p{L}/u.test(character) ? foreign : 0);
    if (kind !== 0 || previous !== 0) counts[previous * size + kind] = (counts[previous * size + kind] as number) + 1;
    previous = kind;
  }
  // Spaces and figures beside a dash or a quotation mark: as often as not.
  counts[0] = counts.subarray(0, size).reduce((sum, count) => sum + count, 0);
  const costs = smoothed(counts, size);
  return { kindOf: (letter) => kinds.get(letter), foreign, latin: kinds.has('e') && kinds.has('n'), next: (a, b) => costs[a * size + b] as number };
}

function smoothed(counts: Float64Array, size: number): Float64Array {
  const alone = Float64Array.from({ length: size }, (_, b) => {
    let sum = 0.5;
    for (let a = 0; a < size; a++) sum += counts[a * size + b] as number;
    return sum;
  });
  const all = alone.reduce((sum, count) => sum + count, 0);
  const costs = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    const row = counts.subarray(a * size, (a + 1) * size);
    const seen = row.reduce((sum, count) => sum + count, 0);
    const distinct = Math.max(1, row.filter((count) => count > 0).length);
    for (let b = 0; b < size; b++) {
      const crosses = a === size - 1 || b === size - 1;
      costs[a * size + b] = Math.log(crosses ? FOREIGN_FOLLOWS : ((row[b] as number) + (distinct * (alone[b] as number)) / all) / (seen + distinct));
    }
  }
  return costs;
}
