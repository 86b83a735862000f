import { KOREAN_TEXT } from './characters.ts';

/** Places of the 5-bit codes of Johab among the initials, medials and finals of Unicode; -1 where a code means nothing. */
const INITIALS = Array.from({ length: 32 }, (_, code) => (code >= 2 && code <= 20 ? code - 2 : -1));
const MEDIALS = Array.from({ length: 32 }, (_, code) => {
  for (const [first, last, place] of [
    [3, 7, 0],
    [10, 15, 5],
    [18, 23, 11],
    [26, 29, 17],
  ] as const) {
    if (code >= first && code <= last) return place + code - first;
  }
  return -1;
});
const FINALS = Array.from({ length: 32 }, (_, code) => (code >= 1 && code <= 17 ? code - 1 : code >= 19 && code <= 29 ? code - 2 : -1));

const SYMBOL = Math.log(2e-5);
const LONE_LETTER = Math.log(2e-5);

/** Cost of a pair of bytes in Johab: a syllable is put together from its three letters, five bits each. */
export function johabCost(pair: number): number {
  if (pair >= 0xd831) return SYMBOL;
  const initial = INITIALS[(pair >> 10) & 31] as number;
  const medial = MEDIALS[(pair >> 5) & 31] as number;
  const final = FINALS[pair & 31] as number;
  if (initial < 0 || medial < 0 || final < 0) return LONE_LETTER;
  return KOREAN_TEXT.cost(String.fromCharCode(0xac00 + (initial * 21 + medial) * 28 + final), true);
}
