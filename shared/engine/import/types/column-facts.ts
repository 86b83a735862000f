import { isEmptyText, type TypeOptions } from '../../table/cell-readers.ts';
import { counterOf, withoutCounter } from '../../table/column-conventions.ts';
import type { TextColumn } from '../../table/table.ts';
import { mayBeNamedDate } from '../../values/calendar-words.ts';
import { type DateOrder, epochTime, mayBeSerial, parseCivil } from '../../values/dates.ts';
import { beginsWithCurrency, hasCurrency } from '../../values/currencies.ts';
import { beginsWithEra } from '../../values/date-spellings.ts';
import { decimalToMoney, decimalToNumber, isBlankWord, parseDecimal } from '../../values/numbers.ts';
import { PlainNumber, PlainTime } from '../../values/plain.ts';
import { withoutEndTabs } from '../../values/wrappers.ts';
import { saysId } from '../../values/header-words.ts';
import type { Sliced } from '../../values/sliced.ts';

const MOST_STRANGERS = 40;
/** So many texts of a column are always read. */
const ALWAYS_READ = 5000;
/** Where more of its cells than this are neither numbers nor dates, a column is of neither: of its other texts only codes, phones and mail count. */
const SETTLED = 0.15;
/** Texts that are read at a time; first so few that the words among them are soon known. */
const SLICE = 50_000;
const FIRST_SLICE = 64;
/** So many different words of a column are kept. */
const MOST_WORDS = 12;
export const PHONE = /^'?(\+?86[- ]?)?1[3-9]\d{9}$/;
export const EMAIL = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;

/** What the cells of a column look like, each different text weighed by how often it stands there. */
export interface Facts {
  filled: number;
  distinct: number;
  blankWords: number;
  numbers: number;
  whole: number;
  money: number;
  percents: number;
  currencySigns: number;
  dates: number;
  timed: number;
  /** Dates of which a version is written the same way: `1.2.10`; and those with a size in the same digits: `10-12-15`. */
  weakDates: number;
  shortDates: number;
  /** Numbers that could be days as Excel counts them, and those with a time of day. */
  serials: number;
  timedSerials: number;
  serialFrom: number;
  serialTo: number;
  /** Numbers that could be seconds or milliseconds since 1970. */
  epochs: number;
  /** The fewest and the most digits of whole numbers. */
  digitsFrom: number;
  digitsTo: number;
  /** Codes that Excel took for quantities: `1.23457E+17`. */
  destroyed: number;
  /** Numbers with a letter behind that stands for ten thousand or thousand, and else for watts and the like; or with a word of what they count. */
  lettered: number;
  longDigits: number;
  leadingZeros: number;
  wrapped: number;
  phones: number;
  emails: number;
  words: Map<string, number>;
  /** Cells that are neither numbers nor dates. */
  others: number;
  /** These by their text, and how they are written; of the first few texts only. */
  strangers: Map<string, { readonly text: string; readonly count: number }>;
}

/** How cells are read while they are counted. */
export interface Reading extends Pick<TypeOptions, 'emptyTexts'> {
  readonly dateOrder: DateOrder;
  readonly decimal: '.' | ',';
}

/** Reads every different text of a column once, but for those that change nothing any more. */
export function* countingFacts(column: TextColumn, { dateOrder, decimal, emptyTexts }: Reading): Sliced<Facts> {
  const { dictionary, codes } = column;
  const counts = countCodes(codes, dictionary.size);
  const facts: Facts = {
    filled: codes.length - (counts[0] as number),
    distinct: 0,
    blankWords: 0,
    numbers: 0,
    whole: 0,
    money: 0,
    percents: 0,
    currencySigns: 0,
    dates: 0,
    timed: 0,
    weakDates: 0,
    shortDates: 0,
    serialFrom: Number.POSITIVE_INFINITY,
    serialTo: 0,
    epochs: 0,
    digitsFrom: Number.POSITIVE_INFINITY,
    digitsTo: 0,
    serials: 0,
    timedSerials: 0,
    destroyed: 0,
    lettered: 0,
    longDigits: 0,
    leadingZeros: 0,
    wrapped: 0,
    phones: 0,
    emails: 0,
    words: new Map(),
    others: 0,
    strangers: new Map(),
  };
  const { arena } = dictionary;
  const mayHoldMail = dictionary.occurring[AT] === 1;
  const plain = new PlainReaders();
  const named = saysId(column.name);
  const counter = counterOf(dictionary);
  const read = (code: number) => {
    const text = dictionary.text(code) as string;
    countText(facts, counter === null ? text : withoutCounter(text, counter), counts[code] as number, { dateOrder, decimal, emptyTexts });
  };
  /** Counts plain numbers and times; gives the codes of texts that have to be read. A loop that does no more is compiled soon. */
  const countPlain = (from: number, to: number): number[] => {
    const others: number[] = [];
    for (let code = from; code < to; code++) {
      const count = counts[code] as number;
      if (count === 0) continue;
      facts.distinct++;
      // A column of ids has many different cells and its name has settled it: no need to read them all.
      if (named && code > ALWAYS_READ) continue;
      // The words of small columns are looked at one by one.
      if (facts.words.size < MOST_WORDS || !plain.count(facts, arena, dictionary.start(code), dictionary.end(code), count, decimal)) others.push(code);
    }
    return others;
  };
  for (let from = 1, to = FIRST_SLICE; from < dictionary.size; from = to, to += SLICE) {
    yield;
    for (const code of countPlain(from, Math.min(to, dictionary.size))) {
      const isSettled = code > ALWAYS_READ && facts.others > facts.filled * SETTLED;
      if (!(isSettled && isPlainWord(arena, dictionary.start(code), dictionary.end(code), mayHoldMail))) read(code);
    }
  }
  if (counter !== null) facts.lettered = facts.numbers;
  return facts;
}

const AT = 64;
const TAB = 9;
/** `"`, `'`, `+` and `=`: what codes are wrapped in, and phones begin with. */
const BEFORE_CODES: ReadonlySet<number> = new Set([34, 39, 43, 61]);

/** Whether a text is no code, phone or address of mail, by its first and its last byte. */
function isPlainWord(bytes: Uint8Array, start: number, end: number, mayHoldMail: boolean): boolean {
  let at = start;
  while (at < end && (bytes[at] as number) <= 32) if (bytes[at++] === TAB) return false;
  if (at === end || bytes[end - 1] === TAB) return false;
  const first = bytes[at] as number;
  if ((first >= 48 && first <= 57) || BEFORE_CODES.has(first)) return false;
  // Digits of full width begin so.
  if (first === 0xef) return false;
  return !mayHoldMail || bytes.subarray(at, end).indexOf(AT) < 0;
}

/** How often each code stands in the column. */
function countCodes(codes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let row = 0; row < codes.length; row++) counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  return counts;
}

/** What {@link countText} finds in plain numbers and times, without making a string of each. */
class PlainReaders {
  readonly #number = new PlainNumber();
  readonly #time = new PlainTime();

  /** Counts a cell and answers true, or leaves it to the long way. */
  count(facts: Facts, bytes: Uint8Array, start: number, end: number, count: number, decimal: '.' | ','): boolean {
    if (this.#time.read(bytes, start, end)) {
      facts.dates += count;
      if (this.#time.timed) facts.timed += count;
      return true;
    }
    const number = this.#number;
    if (!number.read(bytes, start, end) || (number.scale > 0 && (decimal === ',' || number.scale > 4))) return false;
    if (number.scale === 0) {
      // Phone numbers, codes with leading zeros and days without separators have to be told from counts.
      if (number.digits === 8 || number.digits >= 10 || (number.digits > 1 && bytes[start] === 48)) return false;
      facts.whole += count;
      countDigits(facts, number.digits);
    }
    facts.numbers += count;
    if (!Number.isNaN(number.money)) facts.money += count;
    if (mayBeSerial(number.value)) countSerial(facts, number.value, count);
    return true;
  }
}

function countDigits(facts: Facts, digits: number): void {
  if (digits < facts.digitsFrom) facts.digitsFrom = digits;
  if (digits > facts.digitsTo) facts.digitsTo = digits;
}

function countSerial(facts: Facts, value: number, count: number): void {
  facts.serials += count;
  if (value < facts.serialFrom) facts.serialFrom = value;
  if (value > facts.serialTo) facts.serialTo = value;
  if (!Number.isInteger(value)) facts.timedSerials += count;
}

function countText(facts: Facts, text: string, count: number, { dateOrder, decimal, emptyTexts }: Reading): void {
  // A number that stands for nothing among dates is a number elsewhere.
  if (isBlankWord(text) || (isEmptyText({ emptyTexts }, text) && parseDecimal(text, decimal) === null && parseCivil(text, dateOrder) === null)) {
    facts.blankWords += count;
    return;
  }
  if (facts.words.size < MOST_WORDS) facts.words.set(text.trim().toLowerCase(), count);
  if (/^=|^'\d|^\t\d|\d\t$/.test(text)) facts.wrapped += count;
  const digits = digitsOf(text);
  if (/^\d+$/.test(digits)) {
    countDigits(facts, digits.length);
    if (digits.length >= 16) facts.longDigits += count;
    else if (digits.length > 1 && digits.startsWith('0')) facts.leadingZeros += count;
  }
  if (PHONE.test(digits)) facts.phones += count;
  if (DESTROYED.test(text.trim())) facts.destroyed += count;
  if (text.includes('@') && EMAIL.test(text.trim())) facts.emails += count;
  const first = text.trimStart().charCodeAt(0);
  // Only these can begin a number or a date; the test spares most texts two regular expressions.
  const maybe =
    (first >= 48 && first <= 57) ||
    first > 127 ||
    first === 36 ||
    first === 39 ||
    first === 40 ||
    first === 43 ||
    first === 45 ||
    first === 46 ||
    first === 60 ||
    first === 61 ||
    first === 62 ||
    first === 96 ||
    mayBeNamedDate(text) ||
    beginsWithEra(text) ||
    beginsWithCurrency(text);
  if (!maybe) {
    countStranger(facts, text, count);
    return;
  }
  const number = parseDecimal(text, decimal);
  if (number !== null) {
    facts.numbers += count;
    if (number.percent) facts.percents += count;
    else if (decimalToMoney(number) !== null) facts.money += count;
    if (!number.percent && number.scale === 0 && Number.isSafeInteger(decimalToNumber(number))) facts.whole += count;
    if (/\d\s*[wk]$/i.test(text)) facts.lettered += count;
    const value = number.percent ? Number.NaN : decimalToNumber(number);
    if (mayBeSerial(value) && /^\s*\d{5}(\.\d+)?\s*$/.test(text)) countSerial(facts, value, count);
    if (epochTime(text) !== null) facts.epochs += count;
    if (hasCurrency(text)) facts.currencySigns += count;
  }
  const time = parseCivil(text, dateOrder);
  if (time !== null && time.year >= 1900 && time.year <= 2200) {
    facts.dates += count;
    if (time.timed) facts.timed += count;
    if (SHORT_DATE.test(text)) facts.shortDates += count;
    if ((SHORT_DATE.test(text) && !PADDED.test(text)) || beginsWithEra(text)) facts.weakDates += count;
  } else if (number === null) countStranger(facts, text, count);
}

/** Two digits each, or one, with points or dashes between. */
const SHORT_DATE = /^\s*\d{1,2}([-.])\d{1,2}\1\d{2}\s*$/;
const PADDED = /^\s*\d{2}.\d{2}.\d{2}\s*$/;
/** As Excel shows a number of 12 to 20 digits: what machines write has a small letter, or more digits. */
const DESTROYED = /^\d(\.\d{1,6})?E\+(1[1-9]|20)$/;

/** A text as the digits of a code: without what keeps Excel from eating it, and without the blanks of `020 123 456`. */
export function digitsOf(text: string): string {
  const bare = withoutEndTabs(text.replace(/^="?|"$|^[' \t]+/g, ''));
  const narrow = bare.charCodeAt(0) > 127 ? bare.normalize('NFKC') : bare;
  return /^0\d+( \d+)+$/.test(narrow) ? narrow.replaceAll(' ', '') : narrow;
}

function countStranger(facts: Facts, text: string, count: number): void {
  facts.others += count;
  const { strangers } = facts;
  const word = text.trim().toLowerCase();
  const known = strangers.get(word);
  if (known !== undefined || strangers.size < MOST_STRANGERS) strangers.set(word, { text: known?.text ?? text.trim(), count: (known?.count ?? 0) + count });
}
