import type { Candidate } from './candidate.ts';
import { isMultibyte, scoreMultibyte } from './multibyte.ts';
import { isUnreadable } from './names.ts';
import { type ReadBytes, scoreSingleByte } from './singlebyte.ts';

export interface Decided {
  readonly best: string;
  /** The likeliest encoding that would give another text. */
  readonly other: string;
  readonly sure: boolean;
}

/** How much more likely the best reading has to be than the next one, in all and for each byte that is not ASCII. */
const SURE_IN_ALL = 9;
/** Fewer bytes than this could be anything. */
const SURE_FROM = 4;
const SURE_PER_BYTE = 0.12;
/**
 * What is less likely than this for each byte that is not ASCII is hardly text. A letter with an accent in a Western word counts for
 * its neighbours too, a Han character for two bytes.
 */
const NONSENSE_SINGLE = -8;
const NONSENSE_MULTI = -5.5;
/** More bytes that are not ASCII tell no more. */
const ENOUGH = 32768;
/** Text in an alphabet never reads as this likely Han text: where enough bytes do, alphabets need not be looked at. */
const EVERYDAY_MULTI = -3.8;
const MANY = 64;
/** Readings that agree this far are taken for the same. */
const COMPARED = 16384;

/** What Latin text with strays is read as: the likelier of them, as the first lacks five bytes. */
const WESTERN = ['windows-1252', 'macintosh'];

/** Decides between all encodings by how likely the text is that they make of the bytes. */
export function decide(sample: Uint8Array, read: ReadBytes): Decided {
  const { bytes, high } = enoughOf(sample);
  const start = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const beginning = bytes.subarray(start, start + COMPARED);
  const ranked = rank(bytes, high, read);
  const sureOf = (best: Candidate, next: Candidate): boolean => {
    const margin = best.score - next.score;
    return high >= SURE_FROM && margin > SURE_IN_ALL && margin > SURE_PER_BYTE * high && best.score > (isMultibyte(best.encoding) ? NONSENSE_MULTI : NONSENSE_SINGLE) * high;
  };
  const readable = ranked.filter(({ encoding }) => !isUnreadable(encoding));
  const first = ranked[0] as Candidate;
  // A file is refused for its encoding only where there is no doubt.
  const next = ranked.find(({ encoding }) => encoding !== first.encoding) as Candidate;
  const likeliest = isUnreadable(first.encoding) && !sureOf(first, next) ? (readable[0] as Candidate) : first;
  const western = readable.find(({ encoding }) => WESTERN.includes(encoding));
  const stray = isMultibyte(likeliest.encoding) && likeliest.score < NONSENSE_MULTI * high && betweenLetters(bytes);
  const best = stray ? (western ?? likeliest) : likeliest;
  const text = read(best.encoding, beginning);
  const other = readable.find(({ encoding }) => encoding !== best.encoding && (isMultibyte(encoding) || read(encoding, beginning) !== text)) ?? next;
  return { best: best.encoding, other: other.encoding, sure: best === first && sureOf(best, other) };
}

/** The beginning of the sample with as many bytes that are not ASCII as it takes, and their number. */
function enoughOf(sample: Uint8Array): { readonly bytes: Uint8Array; readonly high: number } {
  let high = 0;
  let end = 0;
  while (end < sample.length && high < ENOUGH) if ((sample[end++] as number) >= 0x80) high++;
  return { bytes: sample.subarray(0, end), high };
}

/**
 * Whether most bytes that are not ASCII touch Latin letters: such strays are damaged punctuation or accents, however they pair up.
 * Whatever they were, read as one of {@link WESTERN} none of them breaks a field.
 */
function betweenLetters(bytes: Uint8Array): boolean {
  let runs = 0;
  let touching = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) < 0x80) continue;
    const before = bytes[at - 1];
    while ((bytes[at + 1] ?? 0) >= 0x80) at++;
    runs++;
    if (isLetter(before) || isLetter(bytes[at + 1])) touching++;
  }
  return touching * 2 > runs;
}

const isLetter = (byte = 0): boolean => byte >= 0x61 && byte <= 0x7a;

/** All encodings that come into question, the likeliest first. */
export function rank(bytes: Uint8Array, high: number, read: ReadBytes): Candidate[] {
  const multibyte = scoreMultibyte(bytes);
  const everyday = high >= MANY && multibyte.some(({ score }) => score > EVERYDAY_MULTI * high);
  return [...multibyte, ...(everyday ? [] : scoreSingleByte(bytes, read))].sort((a, b) => b.score - a.score);
}
