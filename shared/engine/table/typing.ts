import type { ColumnType } from '#contract/values';
import { type DateOrder, dayText, epochSeconds, instantText, isoDay, parseCivil, serialTime, timeIn } from '../values/dates.ts';
import { decimalToMoney, decimalToNumber, isBlankWord, parseDecimal } from '../values/numbers.ts';
import { PlainNumber, PlainTime } from '../values/plain.ts';
import { type HeaderUnit, hasOwnUnit, headerUnit } from '../values/units.ts';
import { mayBeWrapped, unwrapId } from '../values/wrappers.ts';
import { counterOf, provenDateOrder, provenDecimal, withoutCounter } from './column-conventions.ts';
import { Dictionary } from './dictionary.ts';
import { rowsWhere, valuesOf } from './row-loops.ts';
import { type Column, isTextType, type TextColumn } from './table.ts';

export interface TypeOptions {
  readonly decimal: '.' | ',';
  readonly dateOrder: DateOrder;
  /** Minutes east of UTC of a civil time in the shop's zone. */
  readonly offsetOf: (utcInstant: string) => number;
}

export interface Typed {
  readonly column: Column;
  /** Rows whose cell the type refused; the cell is missing in the column and stays in `column.raw`. */
  readonly refused: Uint32Array;
}

const encoder = new TextEncoder();

const YES = new Set(['true', 'yes', 'y', '1', '是', '有', 't', '√', '✓', '✔', '☑']);
const NO = new Set(['false', 'no', 'n', '0', '否', '无', 'f', '×', '✗', '✘', '✕', '✖']);

/** Whether a word, in small letters, says yes or no and nothing else: no digit, and no letter that may be a size or a grade. */
export const isYesOrNo = (word: string): boolean => (YES.has(word) || NO.has(word)) && !/^[01tf]$/.test(word);

type Reader = (text: string) => string | number | null;

/** How one text becomes a value of a type; `null` is a refusal. Blank words never get here. */
export function readerFor(type: ColumnType, options: TypeOptions): Reader {
  switch (type) {
    case 'id':
      return unwrapId;
    case 'text':
    case 'enum':
    case 'json':
      return (text) => text;
    case 'int':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        if (decimal === null || decimal.percent) return null;
        const value = decimalToNumber(decimal);
        return Number.isSafeInteger(value) ? value : null;
      };
    case 'number':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        return decimal === null || decimal.percent ? null : decimalToNumber(decimal);
      };
    case 'ratio':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        return decimal === null ? null : decimalToNumber(decimal);
      };
    case 'money':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        return decimal === null ? null : decimalToMoney(decimal);
      };
    case 'bool':
      return (text) => {
        const word = text.trim().toLowerCase();
        return YES.has(word) ? 1 : NO.has(word) ? 0 : null;
      };
    case 'date':
      return (text) => {
        // Of which day a count of seconds is depends on the zone.
        const time = parseCivil(text, options.dateOrder) ?? serialTime(text);
        return time === null ? null : isoDay(time);
      };
    case 'instant':
      return (text) => {
        const time = timeIn(text, options.dateOrder);
        if (time === null) return null;
        if (time.offset !== null) return instantText(epochSeconds(time, time.offset));
        // The offset of a civil time is that of the instant it names: one correction settles it, also near a clock change.
        const guess = options.offsetOf(instantText(epochSeconds(time, 0)));
        const offset = options.offsetOf(instantText(epochSeconds(time, guess)));
        return instantText(epochSeconds(time, offset));
      };
  }
}

/**
 * Gives a text column a type. Each different text is read once. What the column proves of its decimal sign and the order of its dates counts
 * before what holds for the whole table.
 *
 * @param source the cells as they stood in the file
 */
export function typeColumn(source: TextColumn, type: ColumnType, options: TypeOptions): Typed {
  if (type === 'text' || type === 'enum' || type === 'json') return { column: { ...source, type, raw: source }, refused: new Uint32Array(0) };
  if (!isTextType(type)) return typeAsNumber(source, type, { ...options, decimal: provenDecimal(source) ?? options.decimal });
  return typeAsText(source, type, type === 'id' ? options : { ...options, dateOrder: provenDateOrder(source.dictionary) ?? options.dateOrder });
}

function typeAsText(source: TextColumn, type: ColumnType, options: TypeOptions): Typed {
  const { dictionary, codes } = source;
  const respelled = type === 'id' ? null : respelledTimes(dictionary, type, options);
  if (respelled !== null) return { column: { ...source, type, dictionary: respelled, raw: source }, refused: new Uint32Array(0) };
  const rewrite = type === 'id' ? rewriteIds(dictionary) : rewriteTimes(dictionary, type, options);
  // Most ids need no unwrapping: the column then shares its dictionary with the source.
  if (rewrite === null) return { column: { ...source, type, raw: source }, refused: new Uint32Array(0) };
  const mapped = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) mapped[row] = rewrite.map[codes[row] as number] as number;
  return { column: { kind: 'text', name: source.name, type, codes: mapped, dictionary: rewrite.target, raw: source }, refused: rowsWhere(codes, rewrite.refused) };
}

interface Rewrite {
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

/** Ids without their wrappers; `null` when none has any. */
function rewriteIds(dictionary: Dictionary): Rewrite | null {
  const { arena } = dictionary;
  const isWrapped = (code: number) => mayBeWrapped(arena, dictionary.start(code), dictionary.end(code));
  let wrapped = 0;
  for (let code = 1; code < dictionary.size; code++) if (isWrapped(code)) wrapped++;
  if (wrapped === 0) return null;
  const target = new Dictionary();
  const map = new Uint32Array(dictionary.size);
  for (let code = 1; code < dictionary.size; code++) {
    if (isWrapped(code)) map[code] = target.add(unwrapId(dictionary.text(code) as string));
    else map[code] = target.addBytes(arena, dictionary.start(code), dictionary.end(code));
  }
  return { target, map, refused: new Uint8Array(dictionary.size) };
}

/** Days and instants in ISO form. */
function rewriteTimes(dictionary: Dictionary, type: ColumnType, options: TypeOptions): Rewrite {
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
    if (value === null) refused[code] = 1;
    else map[code] = target.add(String(value));
  }
  return { target, map, refused };
}

/**
 * Days or instants in ISO form where different texts surely stay different, so that every code keeps its place and only the bytes change:
 * all are written at the same length in a zone whose clocks did not change, or each is later than the one before (or each earlier).
 * `null` for any other column.
 */
function respelledTimes(dictionary: Dictionary, type: ColumnType, { offsetOf }: TypeOptions): Dictionary | null {
  const { arena, ends, size } = dictionary;
  if (size === 1) return null;
  const length = type === 'date' ? DAY_LENGTH : INSTANT_LENGTH;
  const plain = new PlainTime();
  const offsetAt = dailyOffsets(offsetOf);
  const between = arena[DAY_LENGTH];
  const bytes = new Uint8Array((size - 1) * length);
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
    writeIso(bytes, (code - 1) * length, length, seconds);
  }
  if (alike && offset === 0 && (type === 'date' || between === BLANK)) return dictionary;
  const even = new Uint32Array(size);
  for (let code = 1; code < size; code++) even[code] = code * length;
  return Dictionary.standingOn(bytes, even);
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

function typeAsNumber(source: TextColumn, type: ColumnType, options: TypeOptions): Typed {
  const { dictionary, codes } = source;
  const { arena } = dictionary;
  const unit = type === 'bool' ? null : headerUnit(source.name);
  const counter = counterOf(dictionary);
  const read = unit === null ? readerFor(type, options) : withUnit(type, options, unit);
  const plain = new PlainNumber();
  const refused = new Uint8Array(dictionary.size);
  const map = new Float64Array(dictionary.size).fill(Number.NaN);
  for (let code = 1; code < dictionary.size; code++) {
    // With a decimal comma a point groups thousands: the long way knows.
    if (type !== 'bool' && unit === null && plain.read(arena, dictionary.start(code), dictionary.end(code)) && (plain.scale === 0 || options.decimal === '.')) {
      const value = type === 'money' ? plain.money : plain.value;
      if (type !== 'int' ? !Number.isNaN(value) : Number.isSafeInteger(value)) {
        map[code] = value;
        continue;
      }
    }
    const cell = dictionary.text(code) as string;
    const text = counter === null ? cell : withoutCounter(cell, counter);
    // 无 is a no beside 有, and else a blank.
    if (isBlankWord(text) && (type !== 'bool' || read(text) === null)) continue;
    const value = read(text);
    if (value === null) refused[code] = 1;
    else map[code] = value as number;
  }
  return { column: { kind: 'number', name: source.name, type, values: valuesOf(codes, map), raw: source }, refused: rowsWhere(codes, refused) };
}

/** Reads numbers under a header that gives their unit; a cell with a unit of its own is read by that. */
function withUnit(type: ColumnType, options: TypeOptions, unit: HeaderUnit): Reader {
  const plain = readerFor(type, options);
  return (text) => {
    const decimal = hasOwnUnit(text) ? null : parseDecimal(text, options.decimal);
    if (decimal === null) return plain(text);
    const scale = decimal.scale - unit.shift + (unit.percent && type === 'ratio' ? 2 : 0);
    const shifted = scale >= 0 ? { ...decimal, scale } : { ...decimal, digits: decimal.digits + '0'.repeat(-scale), scale: 0 };
    if (type === 'money') return decimalToMoney(shifted);
    const value = decimalToNumber(shifted);
    return type === 'int' && !Number.isSafeInteger(value) ? null : value;
  };
}
