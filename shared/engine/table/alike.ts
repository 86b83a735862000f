import { distance } from 'fastest-levenshtein';
import type { KeyComparison } from './join.ts';
import { keyText } from './key-text.ts';
import type { Column } from './table.ts';
import { unmatchedTexts } from './unmatched.ts';

/** More than a person would go through. */
const MOST_PROPOSED = 500;
/** Texts of the left that are looked at, those of most rows. */
const LOOKED_AT = 20_000;
/** Texts of the right that they are compared with. */
const MOST_COMPARED = 100_000;
const ONLY_DIGITS = /^\d+$/;
/** Texts that are compared letter by letter share this many letters in a row. */
const GRAM = 4;
/** Letters that more right texts than this share say nothing, such as the name of the shop. */
const MOST_IN_BLOCK = 1000;
const HAN = /\p{Script=Han}/u;

/** A left text without a match, and the right one nearest to it. */
export interface Alike {
  readonly left: string;
  readonly right: string;
  readonly rows: number;
  readonly distance: number;
}

/**
 * For texts of the left column that find no equal, the nearest text on the right: short ones may differ in one letter, longer ones in two,
 * and their digits must agree, so that 500 ml is not taken for 600 ml nor one order for another. Those with most rows come first.
 *
 * @param rejected pairs that are not to be proposed again
 */
export function proposeAlike(left: Column, right: Column, compare: KeyComparison, rejected: readonly (readonly [string, string])[] = []): Alike[] {
  const unmatched = unmatchedTexts(left, right, compare);
  const tidied = keyText(compare.tidy);
  const refused = new Set(rejected.map(([one, other]) => pairName(one, other)));
  const asked = unmatched.left.slice(0, LOOKED_AT);
  // Digits must agree, so most ids of the right are nobody's neighbours; a text of digits alone has none at all.
  const wantedDigits = new Set(asked.filter(({ text }) => !ONLY_DIGITS.test(text)).map(({ text }) => digitsOf(plain(text))));
  const texts = unmatched.right.filter((text) => !ONLY_DIGITS.test(text) && wantedDigits.has(digitsOf(plain(text)))).slice(0, MOST_COMPARED);
  const keys = texts.map(plain);
  const digits = keys.map(digitsOf);
  const blocks = blocksOf(keys);
  const proposed: Alike[] = [];
  const seen = new Set<string>();
  for (const { text, rows } of asked) {
    if (proposed.length >= MOST_PROPOSED) break;
    // Spellings that are compared as one are decided as one.
    if (seen.has(tidied(text))) continue;
    seen.add(tidied(text));
    const key = plain(text);
    const wanted = digitsOf(key);
    let best = -1;
    let nearest = Number.POSITIVE_INFINITY;
    const candidates = new Set(gramsOf(key).flatMap((gram) => blocks.get(gram) ?? []));
    for (const i of candidates) {
      const other = keys[i] as string;
      const allowed = Math.min(key.length, other.length) < 10 ? 1 : 2;
      if (Math.abs(key.length - other.length) > allowed || digits[i] !== wanted || refused.has(pairName(text, texts[i] as string))) continue;
      const apart = distance(key, other);
      // Of equally near ones the first of the alphabet, so that the proposal is the same every time.
      if (apart <= allowed && (apart < nearest || (apart === nearest && other < (keys[best] as string)))) {
        best = i;
        nearest = apart;
      }
    }
    if (best >= 0) proposed.push({ left: text, right: texts[best] as string, rows, distance: nearest });
  }
  return proposed;
}

const pairName = (left: string, right: string) => JSON.stringify([left, right]);

/** Small letters without accents; one blank between words. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const digitsOf = (key: string) => key.replace(/\D+/g, ' ').trim();

/** Parts of a text of which near ones share at least one. Few letters of Chinese say as much as many of an alphabet, and short words have few. */
function gramsOf(key: string): string[] {
  const sizes = [GRAM, ...(key.length < 2 * GRAM || HAN.test(key) ? [2] : [])];
  return [...new Set(sizes.flatMap((size) => Array.from({ length: Math.max(0, key.length - size + 1) }, (_, at) => key.slice(at, at + size))))];
}

function blocksOf(keys: readonly string[]): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  keys.forEach((key, i) => {
    for (const gram of gramsOf(key)) {
      const block = blocks.get(gram);
      if (block === undefined) blocks.set(gram, [i]);
      else block.push(i);
    }
  });
  for (const [gram, block] of blocks) if (block.length > MOST_IN_BLOCK) blocks.delete(gram);
  return blocks;
}
