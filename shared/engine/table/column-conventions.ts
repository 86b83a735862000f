import { type DateOrder, yearLastParts } from '../values/dates.ts';
import { withoutCurrency } from '../values/currencies.ts';
import { isBlankWord } from '../values/numbers.ts';
import { saysAmount } from '../values/header-words.ts';
import type { Dictionary } from './dictionary.ts';
import type { TextColumn } from './table.ts';

const COMMA = 44;
const POINT = 46;
/** Blanks and dashes may stand before the first cell that says something. */
const LOOKED_AT = 50;
/** A year changes less often than a day: two digits that take at most so many values may be one, of our time. */
const FEW_YEARS = 3;
const isYear = (value: number): boolean => value >= 13 && value <= 40;
/** Days of a month lie further apart than the years of a file, and begin with the first. */
const DAYS_SPREAD = 12;

/** What the dates of a column say about the order of day and month. */
export interface DateEvidence {
  /** Dates that begin with the day, with the month, with a year of two digits; those that could be either. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly yearFirst: boolean;
  readonly either: number;
  /** All are written with points, as `31.12.2024`: nobody writes the month first so. */
  readonly dotted: boolean;
}

const NO_DATES: DateEvidence = { dayFirst: 0, monthFirst: 0, yearFirst: false, either: 0, dotted: false };

/** Looks at all dates of a column that do not begin with a year of four digits. */
export function dateEvidence(dictionary: Dictionary): DateEvidence {
  if (!mayHoldDates(dictionary)) return NO_DATES;
  let [dayFirst, monthFirst, either, dotted, short] = [0, 0, 0, 0, 0];
  const firsts = new Set<number>();
  const thirds = new Set<number>();
  let fitsYearFirst = true;
  for (let code = 1; code < dictionary.size; code++) {
    const parts = yearLastParts(dictionary.text(code) ?? '');
    if (parts === null) continue;
    if (parts.first > 12) dayFirst++;
    else if (parts.second > 12) monthFirst++;
    else either++;
    if (parts.sign === '.') dotted++;
    if (parts.shortYear) short++;
    firsts.add(parts.first);
    thirds.add(parts.year);
    if (!parts.shortYear || parts.second > 12 || parts.year < 1 || parts.year > 31) fitsYearFirst = false;
  }
  const [least, most] = [Math.min(...thirds), Math.max(...thirds)];
  const hasDays = thirds.size > firsts.size && least <= DAYS_SPREAD && most - least > DAYS_SPREAD;
  const yearFirst = fitsYearFirst && short > 0 && dotted === 0 && firsts.size <= FEW_YEARS && [...firsts].every(isYear) && hasDays;
  return { dayFirst, monthFirst, yearFirst, either, dotted: dotted === dayFirst + monthFirst + either };
}

function mayHoldDates(dictionary: Dictionary): boolean {
  for (let code = 1; code < Math.min(dictionary.size, LOOKED_AT); code++) {
    const text = dictionary.text(code) as string;
    if (yearLastParts(text) !== null) return true;
    if (!isBlankWord(text)) return false;
  }
  return false;
}

/** The order that a column proves by itself; `null` where it does not, or contradicts itself. */
export function provenDateOrder(dictionary: Dictionary): DateOrder | null {
  const { dayFirst, monthFirst, yearFirst, either, dotted } = dateEvidence(dictionary);
  if (yearFirst) return 'ymd';
  if (dayFirst > 0 && monthFirst === 0) return 'dmy';
  if (monthFirst > 0 && dayFirst === 0) return 'mdy';
  return either > 0 && dotted ? 'dmy' : null;
}

const SIGNS = /^[-−–+(△▲]?\s*|\s*[%)-]?$/g;
const COMMA_DECIMALS = /^(\d{1,3}([.\s]\d{3})+,\d+|\d+,(\d{1,2}|\d{4,}))$/;
const POINT_DECIMALS = /^(\d{1,3}([,'’\s]\d{3})+\.\d+|\d{1,2}(,\d{2})+,\d{3}\.\d+|\d+\.(\d{1,2}|\d{4,}))$/;
/** A list of two reads like a number with one decimal: it proves nothing against a table of points. */
const LIST = /^\d,\d$/;
/** Thousands in two groups or more: whatever groups them is no decimal sign. Versions and addresses are written so as well. */
const POINT_GROUPS = /^\d{1,3}(\.\d{3}){2,}$/;
const COMMA_GROUPS = /^\d{1,3}(,\d{3}){2,}$/;
/** Digits in one row, with little around them. */
const MAY_BE_NUMBER = /^\D{0,6}\d[\d.,'’\s]*\D{0,7}$/;
/** No number with its currency is longer. */
const LONGEST_NUMBER = 32;

/** Which numbers of a column only a decimal comma explains, and which only a point; whether thousands are grouped by the other. */
interface DecimalEvidence {
  readonly comma: boolean;
  readonly point: boolean;
  readonly pointGroups: boolean;
  readonly commaGroups: boolean;
}

/**
 * Which numbers of a column only a decimal comma explains, and which only a point: `1.234,50` and `12,5`; `1,234.50` and `12.5`.
 *
 * @param weak whether `4,5` counts
 */
export function decimalEvidence(dictionary: Dictionary, weak = true): DecimalEvidence {
  const { arena, ends, size, occurring } = dictionary;
  const [hasCommas, hasPoints] = [occurring[COMMA] === 1, occurring[POINT] === 1];
  const found = { comma: !hasCommas, point: !hasPoints };
  const groups = { point: false, comma: false };
  for (let code = 1; code < size && !(found.comma && found.point); code++) {
    const [start, end] = [ends[code - 1] as number, ends[code] as number];
    if (end - start > LONGEST_NUMBER || !holdsEither(arena, start, end, found.comma ? POINT : COMMA, found.point ? COMMA : POINT)) continue;
    const cell = (dictionary.text(code) as string).trim();
    if (!MAY_BE_NUMBER.test(cell)) continue;
    const text = withoutCurrency(cell).replace(SIGNS, '');
    if (COMMA_DECIMALS.test(text) && (weak || !LIST.test(text))) found.comma = true;
    else if (POINT_DECIMALS.test(text)) found.point = true;
    else if (POINT_GROUPS.test(text)) groups.point = true;
    else if (COMMA_GROUPS.test(text)) groups.comma = true;
  }
  return { comma: hasCommas && found.comma, point: hasPoints && found.point, pointGroups: groups.point, commaGroups: groups.comma };
}

function holdsEither(bytes: Uint8Array, start: number, end: number, one: number, other: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === one || bytes[at] === other) return true;
  return false;
}

/** The decimal sign that a column proves by itself, of amounts also by how they group thousands; `null` where it does not, or contradicts itself. */
export function provenDecimal({ name, dictionary }: TextColumn): '.' | ',' | null {
  const { comma, point, pointGroups, commaGroups } = decimalEvidence(dictionary, false);
  if (comma !== point) return comma ? ',' : '.';
  return comma || pointGroups === commaGroups || !saysAmount(name) ? null : pointGroups ? ',' : '.';
}

const COUNTED = /^\d[\d,.]*\s*([件个個笔筆人次单單名枚回点명개건회])$/;

/** The word that stands behind every number of a column, as 件 in `3件`; `null` where a cell has none, or another: then they are not of one kind. */
export function counterOf(dictionary: Dictionary): string | null {
  let counter: string | null = null;
  for (let code = 1; code < dictionary.size; code++) {
    const text = (dictionary.text(code) as string).trim();
    if (isBlankWord(text)) continue;
    const own = COUNTED.exec(text)?.[1];
    if (own === undefined || (counter !== null && own !== counter)) return null;
    counter = own;
  }
  return counter;
}

/** The number before a {@link counterOf}. */
export const withoutCounter = (text: string, counter: string): string => text.trim().replace(counter, '');
