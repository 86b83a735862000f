import type { EncodingReason } from './parsed.ts';

/** Encodings that a person may choose, with the names WHATWG and iconv-lite know. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'windows-1252'] as const;

export interface DetectedEncoding extends EncodingReason {
  /** Bytes of the mark at the start, to be skipped. */
  readonly markLength: number;
}

/**
 * Finds out the encoding of a text file from a sample of its beginning.
 *
 * A byte order mark decides; zero bytes betray UTF-16 and UTF-32; valid UTF-8 is UTF-8. Otherwise the multi-byte encodings are
 * scored by how many of their characters are everyday ones, GB18030 preferred for Han text (decisions 6).
 *
 * @param sample the first bytes of the file; may end inside a character
 * @param forced the encoding a person chose, if any
 */
export function detectEncoding(sample: Uint8Array, forced?: string): DetectedEncoding {
  const mark = byteOrderMark(sample);
  if (forced !== undefined) {
    const wanted = normalise(forced);
    return { encoding: wanted, how: 'option', sure: true, brokenUtf8At: null, sample: null, markLength: mark?.encoding === wanted ? mark.length : 0 };
  }
  // A mark that the rest of the file contradicts (a UTF-8 mark before GBK text) does not count.
  if (mark !== null && !(mark.encoding === 'utf-8' && brokenUtf8(sample, 3) !== null && brokenUtf8(sample, 3) !== sample.length)) {
    return { encoding: mark.encoding, how: 'bom', sure: true, brokenUtf8At: null, sample: null, markLength: mark.length };
  }
  const wide = wideEncoding(sample);
  if (wide !== null) return { encoding: wide, how: 'zero-bytes', sure: true, brokenUtf8At: null, sample: null, markLength: 0 };
  const broken = brokenUtf8(sample, 0);
  if (broken === null) {
    const ascii = sample.every((byte) => byte < 128);
    return { encoding: 'utf-8', how: ascii ? 'ascii' : 'valid', sure: true, brokenUtf8At: null, sample: ascii ? null : stretch(sample, 'utf-8', 'gb18030'), markLength: 0 };
  }
  if (mostlyUtf8(sample)) return { encoding: 'utf-8', how: 'valid', sure: true, brokenUtf8At: broken, sample: null, markLength: mark?.encoding === 'utf-8' ? mark.length : 0 };
  const skipped = mark?.length ?? 0;
  const { best, margin } = byStatistics(sample.subarray(skipped));
  return { encoding: best, how: 'statistics', sure: margin, brokenUtf8At: broken, sample: stretch(sample, best, 'utf-8'), markLength: skipped };
}

function normalise(label: string): string {
  const name = label.trim().toLowerCase();
  if (/^(gbk|gb2312|gb-?18030|cp936|gb)$/.test(name)) return 'gb18030';
  if (/^utf-?8/.test(name)) return 'utf-8';
  if (/^utf-?16(le)?$/.test(name)) return 'utf-16le';
  return name;
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 and UTF-32 without a mark: commas, digits and line ends bring their zero bytes always on the same side. */
function wideEncoding(bytes: Uint8Array): string | null {
  const zeros = [0, 0, 0, 0];
  const length = Math.min(bytes.length & ~3, 4096);
  if (length < 8) return null;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] as number) + 1;
  const quarter = length / 4;
  const share = zeros.map((count) => count / quarter) as [number, number, number, number];
  if (share[2] > 0.9 && share[3] > 0.9 && share[0] < 0.2) return 'utf-32le';
  if (share[0] > 0.9 && share[1] > 0.9 && share[3] < 0.2) return 'utf-32be';
  if (share[1] + share[3] > 0.2 && share[0] + share[2] < 0.02) return 'utf-16le';
  if (share[0] + share[2] > 0.2 && share[1] + share[3] < 0.02) return 'utf-16be';
  return null;
}

/** Where the first byte stands that cannot be UTF-8; `null` when all can. A character cut off by the end of the sample is no fault. */
export function brokenUtf8(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    if (length === 0) return at;
    for (let i = 1; i < length; i++) {
      if (at + i >= bytes.length) return null;
      const next = bytes[at + i] as number;
      if ((next & 0xc0) !== 0x80) return at;
      if (i === 1 && ((byte === 0xe0 && next < 0xa0) || (byte === 0xed && next > 0x9f) || (byte === 0xf0 && next < 0x90) || (byte === 0xf4 && next > 0x8f))) return at;
    }
    at += length;
  }
  return null;
}

/** A few broken bytes in a file full of valid UTF-8 are broken rows, not another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const next = brokenUtf8(bytes, at);
    const end = next ?? bytes.length;
    for (let i = at; i < end; i++) if ((bytes[i] as number) >= 0xc2) valid++;
    if (next === null) break;
    broken++;
    at = next + 1;
    if (broken > 1000) return false;
  }
  return valid > broken * 20;
}

interface Pairs {
  pairs: number;
  common: number;
  broken: number;
}

/** Walks bytes as a double-byte encoding. `common` says whether a pair is one that everyday text is made of. */
function walkPairs(bytes: Uint8Array, lead: (b: number) => boolean, trail: (b: number) => boolean, common: (a: number, b: number) => boolean, single: (b: number) => boolean = () => false): Pairs {
  const result = { pairs: 0, common: 0, broken: 0 };
  for (let at = 0; at < bytes.length; ) {
    const a = bytes[at] as number;
    if (a < 0x80) {
      at++;
      continue;
    }
    if (single(a)) {
      result.pairs++;
      at++;
      continue;
    }
    const b = bytes[at + 1];
    if (b === undefined) break;
    if (!lead(a) || !trail(b)) {
      result.broken++;
      at++;
      continue;
    }
    result.pairs++;
    if (common(a, b)) result.common++;
    at += 2;
  }
  return result;
}

const within = (low: number, high: number) => (byte: number) => byte >= low && byte <= high;

function byStatistics(bytes: Uint8Array): { best: string; margin: boolean } {
  const scores: [string, number][] = [
    // GB2312 level 1 (the 3,755 everyday characters) and its punctuation rows.
    [
      'gb18030',
      score(
        walkPairs(
          bytes,
          within(0x81, 0xfe),
          (b) => (b >= 0x40 && b <= 0xfe && b !== 0x7f) || (b >= 0x30 && b <= 0x39),
          (a, b) => b >= 0xa1 && ((a >= 0xb0 && a <= 0xd7) || a === 0xa1 || a === 0xa3),
        ),
      ) + 0.02,
    ],
    // Big5 level 1 and punctuation.
    [
      'big5',
      score(
        walkPairs(
          bytes,
          within(0x81, 0xfe),
          (b) => (b >= 0x40 && b <= 0x7e) || (b >= 0xa1 && b <= 0xfe),
          (a) => (a >= 0xa4 && a <= 0xc6) || a === 0xa1,
        ),
      ),
    ],
    // Shift-JIS: kana rows, punctuation and JIS level 1.
    [
      'shift_jis',
      score(
        walkPairs(
          bytes,
          (a) => (a >= 0x81 && a <= 0x9f) || (a >= 0xe0 && a <= 0xfc),
          (b) => b >= 0x40 && b <= 0xfc && b !== 0x7f,
          (a) => a === 0x82 || a === 0x83 || a === 0x81 || (a >= 0x88 && a <= 0x97),
          within(0xa1, 0xdf),
        ),
      ),
    ],
    // EUC-KR: Hangul rows.
    ['euc-kr', score(walkPairs(bytes, within(0xa1, 0xfe), within(0xa1, 0xfe), (a) => a >= 0xb0 && a <= 0xc8)) - 0.05],
  ];
  scores.sort((x, y) => y[1] - x[1]);
  const [best, next] = scores as [[string, number], [string, number]];
  // Western text has lone high bytes between ASCII letters: no double-byte reading of it looks everyday.
  if (best[1] < 0.55) return { best: 'windows-1252', margin: best[1] < 0.3 };
  return { best: best[0], margin: best[1] - next[1] > 0.08 };
}

function score({ pairs, common, broken }: Pairs): number {
  return pairs === 0 ? 0 : common / pairs - (broken / pairs) * 4;
}

/** The first non-ASCII words of the sample, read both ways: the evidence on the card. */
function stretch(sample: Uint8Array, encoding: string, other: string): EncodingReason['sample'] {
  const at = sample.findIndex((byte) => byte >= 128);
  if (at < 0) return null;
  let end = at;
  while (end < sample.length && end - at < 12 && (sample[end] as number) >= 128) end++;
  const bytes = sample.subarray(at, end);
  try {
    return { read: new TextDecoder(encoding).decode(bytes), otherwise: new TextDecoder(other).decode(bytes), other };
  } catch {
    return null;
  }
}
