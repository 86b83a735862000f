import { KEY_TIDYINGS, type KeyTidying } from '#contract/documents';
import type { KeyComparison } from './join.ts';
import { keyText } from './key-text.ts';
import type { Column } from './table.ts';
import { unmatchedTexts } from './unmatched.ts';

/** Different texts that are looked at: what helps the commonest of them is found, and a column of a million ids does not keep anybody waiting. */
const LOOKED_AT = 20_000;

/** Something more to overlook, and how many more left rows then find this key on the right. */
export interface Tidying {
  readonly how: readonly KeyTidying[];
  readonly rows: number;
}

/**
 * What may be overlooked so that more texts of two key columns meet: each thing that helps by itself and, where several together help
 * more, the fewest that help most. Best first.
 *
 * @param compare how they are compared now; it is part of every proposal
 */
export function proposeTidying(left: Column, right: Column, compare: KeyComparison): Tidying[] {
  const rest = KEY_TIDYINGS.filter((one) => !compare.tidy.includes(one));
  const unmatched = unmatchedTexts(left, right, compare);
  const asked = unmatched.left.slice(0, LOOKED_AT);
  if (asked.length === 0 || rest.length === 0) return [];
  const whole = keyText(KEY_TIDYINGS);
  const wanted = new Set(asked.map(({ text }) => whole(text)));
  // Only these can meet by any of it: mostly none or few.
  const candidates = unmatched.right.filter((text) => wanted.has(whole(text)));
  const gain = (more: readonly KeyTidying[]): number => {
    const tidied = keyText([...compare.tidy, ...more]);
    const known = new Set(candidates.map(tidied));
    return asked.reduce((sum, { text, rows }) => (tidied(text) !== '' && known.has(tidied(text)) ? sum + rows : sum), 0);
  };
  if (candidates.length === 0) return [];
  const found = rest.map((one): Tidying => ({ how: [...compare.tidy, one], rows: gain([one]) })).filter(({ rows }) => rows > 0);
  const most = gain(rest);
  if (most > Math.max(0, ...found.map(({ rows }) => rows))) {
    let fewest = rest;
    for (const one of rest) {
      const without = fewest.filter((other) => other !== one);
      if (gain(without) === most) fewest = without;
    }
    found.push({ how: [...compare.tidy, ...fewest], rows: most });
  }
  return found.sort((a, b) => b.rows - a.rows || a.how.length - b.how.length);
}
