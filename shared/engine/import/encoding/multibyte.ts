import type { Candidate } from './candidate.ts';
import { CHINESE_SIMPLIFIED, CHINESE_TRADITIONAL, JAPANESE_TEXT, KOREAN_TEXT } from './characters.ts';
import { hongKongCosts } from './hongkong.ts';
import { johabCost } from './johab.ts';
import { byModel, IMPOSSIBLE, PairCosts } from './pairs.ts';
import { taiwanCosts } from './taiwan.ts';

/** How an encoding of several bytes a character is taken apart. */
interface Multibyte {
  readonly encoding: string;
  readonly prior: number;
  /** Bytes of the character at a place whose first byte is not ASCII; 0 when there can be none. */
  length(a: number, b: number, c: number, d: number): number;
  /** Cost of a character of two bytes. */
  readonly pairs: PairCosts;
  /** Cost of a character of one, three or four bytes, `next` being the byte behind its first. */
  other(a: number, next: number): number;
}

const RARE = Math.log(1e-6);
/** Emoji; no other encoding has high bytes and figures by turns. */
const FOUR_BYTES = Math.log(1e-4);
/** A half-width katakana letter in a text that is mostly full-width, and in one that is not. */
const HALF_KANA_RARE = Math.log(3e-5);
const HALF_KANA_USUAL = Math.log(0.9 / 63);
/** Commas, spaces and figures stand beside half-width katakana, letters hardly ever. */
const LETTER_BEHIND_KANA = Math.log(0.03);
/** Small Latin letters seldom touch characters of other scripts. */
const BESIDE_LETTER = Math.log(0.05);

const between = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high;
/** A single byte that is not ASCII is a letter with an accent or a sign more often than half a character. */
const LONE_BYTE = Math.log(0.1);

const isSmall = (byte: number): boolean => between(byte, 0x61, 0x7a);
const euc = (byte: number): boolean => byte >= 0xa1 && byte <= 0xfe;
const shiftJisPair = (a: number, b: number): boolean => (between(a, 0x81, 0x9f) || between(a, 0xe0, 0xfc)) && between(b, 0x40, 0xfc) && b !== 0x7f;

const BIG5 = byModel('big5', CHINESE_TRADITIONAL, (a) => between(a, 0xa4, 0xc6));
const KOREAN = byModel('euc-kr', KOREAN_TEXT, (a, b) => euc(b) && between(a, 0xb0, 0xc8));
const SHIFT_JIS = byModel('shift_jis', JAPANESE_TEXT, (a) => between(a, 0x88, 0x97));

const ENCODINGS: readonly Multibyte[] = [
  {
    // Han text is Chinese more often than not, and Chinese text of no declared encoding is GB18030.
    encoding: 'gb18030',
    prior: 3,
    length: (a, b, c, d) => (between(a, 0x81, 0xfe) ? (between(b, 0x40, 0xfe) && b !== 0x7f ? 2 : between(b, 0x30, 0x39) && between(c, 0x81, 0xfe) && between(d, 0x30, 0x39) ? 4 : 0) : 0),
    pairs: byModel('gb18030', CHINESE_SIMPLIFIED, (a, b) => euc(b) && between(a, 0xb0, 0xd7)),
    other: () => FOUR_BYTES,
  },
  {
    encoding: 'big5',
    prior: 0,
    length: (a, b) => (between(a, 0x81, 0xfe) && (between(b, 0x40, 0x7e) || euc(b)) ? 2 : 0),
    pairs: new PairCosts((pairs) => hongKongCosts(pairs, BIG5)),
    other: () => RARE,
  },
  {
    encoding: 'euc-tw',
    prior: -6,
    length: (a, b) => (a === 0x8e && between(b, 0xa1, 0xb0) ? 4 : euc(a) && euc(b) ? 2 : 0),
    pairs: new PairCosts((pairs) => taiwanCosts(pairs, BIG5)),
    other: () => RARE,
  },
  {
    encoding: 'shift_jis',
    prior: 0,
    length: (a, b) => (between(a, 0xa1, 0xdf) ? 1 : shiftJisPair(a, b) ? 2 : 0),
    pairs: SHIFT_JIS,
    other: (_, next) => HALF_KANA_RARE + (between(next, 0x40, 0x7e) ? LETTER_BEHIND_KANA : 0),
  },
  // Names of customers and of goods in old systems stand in half-width katakana throughout.
  {
    encoding: 'shift_jis',
    prior: -10,
    length: (a, b) => (between(a, 0xa1, 0xdf) ? 1 : shiftJisPair(a, b) ? 2 : 0),
    pairs: SHIFT_JIS,
    other: (_, next) => HALF_KANA_USUAL + (between(next, 0x40, 0x7e) ? LETTER_BEHIND_KANA : 0),
  },
  {
    encoding: 'euc-jp',
    prior: -1,
    length: (a, b) => (a === 0x8f ? (euc(b) ? 3 : 0) : (a === 0x8e && between(b, 0xa1, 0xdf)) || (euc(a) && euc(b)) ? 2 : 0),
    pairs: byModel('euc-jp', JAPANESE_TEXT, (a) => between(a, 0xb0, 0xcf)),
    other: () => RARE,
  },
  {
    encoding: 'euc-kr',
    prior: 0,
    length: (a, b) => ((euc(a) && euc(b)) || (between(a, 0x81, 0xc6) && (between(b, 0x41, 0x5a) || between(b, 0x61, 0x7a) || between(b, 0x81, 0xfe))) ? 2 : 0),
    // The platform knows KS X 1001 only; the other 8,822 syllables of the Windows code page are there, but rare.
    pairs: new PairCosts((pairs) => {
      const costs = KOREAN.of(pairs);
      return pairs.map((pair) => {
        const cost = costs[pair] as number;
        return cost === Math.fround(IMPOSSIBLE) && !(euc(pair >> 8) && euc(pair & 255)) ? KOREAN_TEXT.rareSyllable : cost;
      });
    }),
    other: () => RARE,
  },
  {
    encoding: 'johab',
    prior: -6,
    length: (a, b) => ((between(a, 0x84, 0xd3) && (between(b, 0x41, 0x7e) || between(b, 0x81, 0xfe))) || (between(a, 0xd8, 0xf9) && (between(b, 0x31, 0x7e) || between(b, 0x91, 0xfe))) ? 2 : 0),
    pairs: new PairCosts((pairs) => pairs.map(johabCost)),
    other: () => RARE,
  },
];

/** Whether the encoding is one of several bytes a character. */
export function isMultibyte(encoding: string): boolean {
  return ENCODINGS.some((candidate) => candidate.encoding === encoding);
}

/** More broken characters than this rule an encoding out. */
const MOST_BROKEN = 0.2;
const LOOKED_AT = 4096;
/** The sample may end inside a character, but so may text in another encoding end here. */
const CUT_OFF = IMPOSSIBLE * 0.75;

/** How likely the bytes are in each encoding of several bytes a character: natural logarithms. Those whose form does not fit are left out. */
export function scoreMultibyte(bytes: Uint8Array): Candidate[] {
  const start = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const beginning = bytes.subarray(start, start + LOOKED_AT);
  return ENCODINGS.filter((candidate) => fits(beginning, candidate)).map((candidate) => ({ encoding: candidate.encoding, score: walk(bytes, candidate) + candidate.prior }));
}

function fits(bytes: Uint8Array, { length }: Multibyte): boolean {
  let characters = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length - 1; ) {
    const a = bytes[at] as number;
    const taken = a < 0x80 ? 1 : length(a, bytes[at + 1] as number, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
    if (a >= 0x80) characters++;
    if (taken === 0) broken++;
    at += Math.max(1, taken);
  }
  return broken < 3 || broken < characters * MOST_BROKEN;
}

function walk(bytes: Uint8Array, { length, pairs, other }: Multibyte): number {
  const counts = new Uint32Array(65536);
  const distinct: number[] = [];
  let sum = 0;
  let previous = 0x20;
  for (let at = 0; at < bytes.length; ) {
    const a = bytes[at] as number;
    if (a < 0x80) {
      if (previous >= 0x80 && isSmall(a)) sum += BESIDE_LETTER;
      previous = a;
      at++;
      continue;
    }
    const b = bytes[at + 1];
    if (b === undefined) {
      sum += CUT_OFF;
      break;
    }
    const taken = length(a, b, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
    if (taken === 2) {
      const pair = (a << 8) | b;
      if (counts[pair] === 0) distinct.push(pair);
      counts[pair] = (counts[pair] as number) + 1;
    } else sum += taken === 0 ? IMPOSSIBLE : other(a, b);
    if (previous < 0x80 && b < 0x80 && (taken === 1 || (bytes[at + 2] ?? 0) < 0x80)) sum += LONE_BYTE;
    if (isSmall(previous)) sum += BESIDE_LETTER;
    previous = a;
    at += Math.max(1, taken);
  }
  const costs = pairs.of(distinct);
  for (const pair of distinct) sum += (counts[pair] as number) * (costs[pair] as number);
  return sum;
}
