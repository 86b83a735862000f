import type { PairCosts } from './pairs.ts';

/** Where a character of Big5's first level stands, counted from A440. */
const big5Pair = (index: number): number => {
  const trail = index % 157;
  return ((0xa4 + Math.floor(index / 157)) << 8) | (trail < 63 ? 0x40 + trail : 0xa1 + trail - 63);
};

/** Characters of the first level, which both sets list in nearly the same order. */
const LEVEL_1 = 5401;
const SYMBOL = Math.log(1e-4);
const RARE = Math.log(1e-6);

/** Cost of pairs of bytes in EUC-TW: CNS 11643 lists its everyday characters in the order of Big5. */
export function taiwanCosts(pairs: readonly number[], big5: PairCosts): number[] {
  const places = pairs.map((pair) => ((pair >> 8) - 0xc4) * 94 + (pair & 255) - 0xa1);
  const everyday = (place: number): boolean => place >= 0 && place < LEVEL_1;
  const costs = big5.of(places.filter(everyday).map(big5Pair));
  return pairs.map((pair, i) => {
    const place = places[i] as number;
    if (everyday(place)) return costs[big5Pair(place)] as number;
    return pair < 0xa400 ? SYMBOL : RARE;
  });
}
