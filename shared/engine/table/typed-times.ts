import type { ColumnType } from '#contract/values';
import { dayText, instantText } from '../values/dates.ts';
import { isBlankWord } from '../values/numbers.ts';
import { PlainTime } from '../values/plain.ts';
import { isEmptyText, readerFor, type TypeOptions } from './cell-readers.ts';
import { Dictionary } from './dictionary.ts';

const encoder = new TextEncoder();

/** The texts of a column as its type has them. */
export interface Rewrite {
  readonly target: Dictionary;
  /** Code in the source → code in the target; 0 is missing. */
  readonly map: Uint32Array;
  /** 1 where the type refuses the text. */
  readonly refused: Uint8Array;
}

/** `YYYY-MM-DD`, and `YYYY-MM-DD HH:MM:SS` */
const DAY_LENGTH = 10;
const INSTANT_LENGTH = 19;
const BLANK = 32;

/** Days and instants in ISO form. */
export function rewriteTimes(dictionary: Dictionary, type: ColumnType, options: TypeOptions): Rewrite {
  const { arena } = dictionary;
  const read = readerFor(type, options);
  const offsetAt = dailyOffsets(options.offsetOf);
  const plain = new PlainTime();
  const target = new Dictionary();
  const map = new Uint32Array(dictionary.size);
  const refused = new Uint8Array(dictionary.size);
  const iso = new Uint8Array(type === 'date' ? DAY_LENGTH : INSTANT_LENGTH);
  for (let code = 1; code < dictionary.size; code++) {
    const start = dictionary.start(code);
    const end = dictionary.end(code);
    if (plain.read(arena, start, end)) {
      const civil = plain.day * 86_400 + plain.second;
      writeIso(iso, 0, iso.length, type === 'date' ? civil : civil - offsetAt(civil) * 60);
      map[code] = target.addBytes(iso, 0, iso.length);
      continue;
    }
    const text = dictionary.text(code) as string;
    if (isBlankWord(text)) continue;
    const value = read(text);
    if (value === null) refused[code] = isEmptyText(options, text) ? 0 : 1;
    else map[code] = target.add(String(value));
  }
  return { target, map, refused };
}

/**
 * Days or instants in ISO form where different texts surely stay different, so that every code keeps its place and only the bytes change:
 * all are written at the same length in a zone whose clocks did not change, or each is later than the one before (or each earlier).
 * `null` for any other column.
 */
export function respelledTimes(dictionary: Dictionary, type: ColumnType, { offsetOf }: TypeOptions): Dictionary | null {
  const { arena, ends, size } = dictionary;
  if (size === 1) return null;
  const length = type === 'date' ? DAY_LENGTH : INSTANT_LENGTH;
  const plain = new PlainTime();
  const offsetAt = dailyOffsets(offsetOf);
  const between = arena[DAY_LENGTH];
  /** The texts in ISO form, from the first on that is not written so. */
  let bytes: Uint8Array | null = null;
  let offset = 0;
  let alike = true;
  let way = 0;
  let before = 0;
  for (let code = 1; code < size; code++) {
    const start = ends[code - 1] as number;
    const end = ends[code] as number;
    if (!plain.read(arena, start, end)) return null;
    const civil = plain.day * 86_400 + (type === 'date' ? 0 : plain.second);
    const own = type === 'date' ? 0 : offsetAt(civil) * 60;
    const seconds = civil - own;
    if (code === 1) offset = own;
    if (end - start !== length || own !== offset || (type === 'instant' && arena[start + DAY_LENGTH] !== between)) alike = false;
    const step = code === 1 ? 0 : Math.sign(seconds - before);
    if (code === 2) way = step;
    else if (code > 2 && step !== way) way = 0;
    if (!alike && code > 1 && way === 0) return null;
    before = seconds;
    if (bytes === null && alike && own === 0 && (type === 'date' || between === BLANK)) continue;
    bytes ??= textsBefore(dictionary, code, length);
    writeIso(bytes, (code - 1) * length, length, seconds);
  }
  if (bytes === null) return dictionary;
  const even = new Uint32Array(size);
  for (let code = 1; code < size; code++) even[code] = code * length;
  return Dictionary.standingOn(bytes, even);
}

/** Room for all texts at one length, with those before `code` as they stand: they are that long. */
function textsBefore({ arena, ends, size }: Dictionary, code: number, length: number): Uint8Array {
  const bytes = new Uint8Array((size - 1) * length);
  bytes.set(arena.subarray(ends[0], ends[code - 1]));
  return bytes;
}

/**
 * Minutes east of UTC of a civil time, asked of the zone once a day. The offset of a civil time is that of the instant it names: one
 * correction settles it, also near a clock change.
 */
function dailyOffsets(offsetOf: TypeOptions['offsetOf']): (civilSeconds: number) => number {
  const constant = new Map<number, number>();
  const exact = (civil: number) => offsetOf(instantText(civil - offsetOf(instantText(civil)) * 60));
  const ofDay = (day: number) => {
    const before = exact(day * 86_400 - 86_400);
    return before === exact(day * 86_400 + 2 * 86_400) ? before : Number.NaN;
  };
  let lastDay = Number.NaN;
  let lastOffset = 0;
  return (civil) => {
    const day = Math.floor(civil / 86_400);
    if (day !== lastDay) {
      lastDay = day;
      lastOffset = constant.get(day) ?? ofDay(day);
      constant.set(day, lastOffset);
    }
    return Number.isNaN(lastOffset) ? exact(civil) : lastOffset;
  };
}

let isoDayNumber = Number.NaN;
const isoDayBytes = new Uint8Array(10);

/** Writes `YYYY-MM-DD`, and ` HH:MM:SS` where the length has room for it. */
function writeIso(target: Uint8Array, at: number, length: number, seconds: number): void {
  const day = Math.floor(seconds / 86_400);
  if (day !== isoDayNumber) {
    isoDayNumber = day;
    encoder.encodeInto(dayText(day), isoDayBytes);
  }
  for (let i = 0; i < DAY_LENGTH; i++) target[at + i] = isoDayBytes[i] as number;
  if (length === DAY_LENGTH) return;
  const rest = seconds - day * 86_400;
  target[at + 10] = BLANK;
  writeTwo(target, at + 11, Math.floor(rest / 3600));
  target[at + 13] = 58;
  writeTwo(target, at + 14, Math.floor((rest % 3600) / 60));
  target[at + 16] = 58;
  writeTwo(target, at + 17, rest % 60);
}

function writeTwo(target: Uint8Array, at: number, value: number): void {
  const tens = Math.floor(value / 10);
  target[at] = 48 + tens;
  target[at + 1] = 48 + value - tens * 10;
}
