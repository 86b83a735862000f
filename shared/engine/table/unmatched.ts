import type { KeyComparison } from './join.ts';
import { heldTexts } from './key-counts.ts';
import { asTexts, keyText } from './key-text.ts';
import type { Column } from './table.ts';

/** The texts of a key that find no equal, and all that they could have met. */
export interface Unmatched {
  /** As they stand, those with most rows first. */
  readonly left: readonly { readonly text: string; readonly rows: number }[];
  readonly right: readonly string[];
}

/** What is left over on the left when two columns are compared. */
export function unmatchedTexts(left: Column, right: Column, { tidy, pairs }: KeyComparison): Unmatched {
  const tidied = keyText(tidy);
  const rightTexts = heldTexts(asTexts(right)).map(({ text }) => text);
  const known = new Set(rightTexts.map(tidied));
  const paired = new Set(pairs.filter(([, other]) => known.has(tidied(other))).map(([one]) => tidied(one)));
  const without = heldTexts(asTexts(left)).filter(({ text }) => {
    const key = tidied(text);
    return key !== '' && !known.has(key) && !paired.has(key);
  });
  return { left: without.sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1)), right: rightTexts };
}
