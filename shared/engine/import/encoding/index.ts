import type { Ports } from '../../ports.ts';
import type { EncodingReason } from '../parsed.ts';
import { readBytes } from '../transcode.ts';
import { escapedEncoding } from './escapes.ts';
import type { EncodedPart } from './joined.ts';
import { byteOrderMark, contradicts } from './marks.ts';
import { encodingName } from './names.ts';
import { decide } from './statistics.ts';
import { brokenUtf8, mostlyUtf8, onlyCutOff, validByChance } from './utf8.ts';
import { wideEncoding } from './wide.ts';

export { ENCODINGS, encodingLabel } from './names.ts';

export interface DetectedEncoding extends EncodingReason {
  /** Bytes of the mark at the start, to be skipped. */
  readonly markLength: number;
  /** Where files of different encodings were put together: each from its first byte behind the mark on. */
  readonly parts?: readonly EncodedPart[];
}

/**
 * Finds out the encoding of a text file from a sample of its beginning.
 *
 * A byte order mark decides unless the bytes behind it contradict; zero bytes betray UTF-16 and UTF-32, escape sequences ISO-2022,
 * HZ and UTF-7; valid UTF-8 is UTF-8. Otherwise the likeliest text decides, GB18030 preferred for Han text (decisions 6).
 *
 * @param sample the first bytes of the file; may end inside a character
 * @param decoder the host's decoders, for encodings the platform lacks
 * @param forced the encoding a person chose, if any
 */
export function detectEncoding(sample: Uint8Array, decoder: Ports['decoder'], forced?: string): DetectedEncoding {
  const mark = byteOrderMark(sample);
  const certain = (encoding: string, how: EncodingReason['how'], markLength: number): DetectedEncoding => ({ encoding, how, sure: true, brokenUtf8At: null, sample: null, markLength });
  if (forced !== undefined) {
    const wanted = encodingName(forced);
    return certain(wanted, 'option', mark?.encoding === wanted ? mark.length : 0);
  }
  if (mark !== null && !contradicts(mark, sample)) return certain(mark.encoding, 'bom', mark.length);
  const markLength = mark?.length ?? 0;
  const text = sample.subarray(markLength);
  const wide = wideEncoding(text);
  if (wide !== null) return certain(wide, 'zero-bytes', markLength);
  const escaped = escapedEncoding(text);
  if (escaped !== null) return certain(escaped, 'escapes', markLength);
  const cutOff = onlyCutOff(text);
  const broken = cutOff ? text.findIndex((byte) => byte >= 0x80) : brokenUtf8(text, 0);
  const read = readBytes(decoder);
  if (broken === null && !validByChance(text)) {
    const ascii = text.every((byte) => byte < 128);
    return { ...certain('utf-8', ascii ? 'ascii' : 'valid', markLength), sample: ascii ? null : stretch(text, 'utf-8', 'gb18030', read) };
  }
  const brokenUtf8At = broken === null ? null : broken + markLength;
  if (broken !== null && !cutOff && mostlyUtf8(text)) return { ...certain('utf-8', 'valid', markLength), brokenUtf8At };
  const { best, other, sure } = decide(text, read);
  return { encoding: best, how: 'statistics', sure: sure && broken !== null, brokenUtf8At, sample: stretch(text, best, broken === null ? 'utf-8' : other, read), markLength };
}

/** Tab, line ends, space, quotation mark, comma, semicolon, angle brackets: no second byte of any encoding. */
const ENDS_WORD = new Set([9, 10, 13, 32, 34, 44, 59, 60, 62]);
const LONGEST_STRETCH = 64;
const SHOWN = 8;

/** The first words of the sample that are not ASCII, read both ways: the evidence on the card. */
function stretch(sample: Uint8Array, encoding: string, other: string, read: ReturnType<typeof readBytes>): EncodingReason['sample'] {
  const at = sample.findIndex((byte) => byte >= 128);
  if (at < 0) return null;
  let end = at;
  while (end < sample.length && end - at < LONGEST_STRETCH && !ENDS_WORD.has(sample[end] as number)) end++;
  const [text, otherwise] = [encoding, other].map((name) => read(name, sample.subarray(at, end))?.slice(0, SHOWN) ?? null) as [string | null, string | null];
  return text === null || otherwise === null ? null : { read: text, otherwise, other };
}
