// Days and instants as ISO text. All arithmetic is on the proleptic Gregorian calendar; the machine's clock and zone play no part.

import { monthNumber, withoutWeekday, ZONE_PATTERN, zoneOffset } from './calendar-words.ts';
import { usualClock } from './clock-words.ts';
import { usualDate } from './date-spellings.ts';

/** Order of the parts in dates that do not begin with a year. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Whether a time of day was written. */
  readonly timed: boolean;
  /** Minutes east of UTC, when the text says so. */
  readonly offset: number | null;
}

const TIME = /(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp][Mm])?)?/.source;
/** JavaScript names the zone once more, in brackets. */
const ZONE = `\\s*(?:${ZONE_PATTERN}(?:\\s*\\([^()]{1,60}\\))?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?${TIME}${ZONE}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}${ZONE}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2})?)?$/;
const NAMED_FIRST = new RegExp(`^(\\p{L}{3,10})\\.?[ -](\\d{1,2}),?[ -](\\d{4}|\\d{2})${TIME}${ZONE}$`, 'u');
const NAMED_SECOND = new RegExp(`^(\\d{1,2})(?:\\.|er)?[ -](?:de )?(\\p{L}{3,10})\\.?(?: de)?[ -](\\d{4}|\\d{2})${TIME}${ZONE}$`, 'u');

/**
 * Reads a date or date with time as exports write them.
 *
 * @returns `null` for anything that is not a day of the calendar, such as 2025/6/31
 */
export function parseCivil(text: string, order: DateOrder = 'ymd'): CivilTime | null {
  const body = bareDate(text);
  let match = YEAR_FIRST.exec(body);
  if (match !== null) return civil(match[1], match[2], match[3], match, 4);
  match = YEAR_LAST.exec(body);
  if (match !== null) return yearLast(match, order);
  match = COMPACT.exec(body);
  if (match !== null) return compact(match);
  match = NAMED_FIRST.exec(body);
  if (match !== null) return civil(longYear(match[3]), monthNumber(match[1] ?? ''), match[2], match, 4);
  match = NAMED_SECOND.exec(body);
  if (match !== null) return civil(longYear(match[3]), monthNumber(match[2] ?? ''), match[1], match, 4);
  return null;
}

/** The parts of a date that does not begin with a year of four digits, for finding out their order over a whole column. */
export function yearLastParts(text: string): { readonly first: number; readonly second: number; readonly year: number; readonly shortYear: boolean; readonly sign: string } | null {
  const body = bareDate(text);
  const match = YEAR_LAST.exec(body);
  if (match === null) return null;
  const [, first, second, year] = match as unknown as [string, string, string, string];
  return { first: Number(first), second: Number(second), year: Number(year), shortYear: year.length === 2, sign: body[first.length] as string };
}

const bareDate = (text: string): string => withoutWeekday(usualClock(usualDate(text.trim().replace(/^['`]/, ''))));

function yearLast(match: RegExpExecArray, order: DateOrder): CivilTime | null {
  if (order === 'ymd' && match[1]?.length === 2 && match[3]?.length === 2) {
    const yearFirst = civil(longYear(match[1]), match[2], match[3], match, 4);
    if (yearFirst !== null) return yearFirst;
  }
  return order === 'dmy' ? civil(longYear(match[3]), match[2], match[1], match, 4) : civil(longYear(match[3]), match[1], match[2], match, 4);
}

function compact(match: RegExpExecArray): CivilTime | null {
  const year = Number(match[1]);
  if (year < 1990 || year > 2100) return null;
  return checked(year, Number(match[2]), Number(match[3]), Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0), match[4] !== undefined, null);
}

function civil(year: string | number | undefined, month: string | number | undefined, day: string | undefined, match: RegExpExecArray, at: number): CivilTime | null {
  let hour = Number(match[at] ?? 0);
  const half = match[at + 3]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const zone = match[at + 4];
  return checked(Number(year), Number(month), Number(day), hour, Number(match[at + 1] ?? 0), Number(match[at + 2] ?? 0), match[at] !== undefined, zone === undefined ? null : zoneOffset(zone));
}

function checked(year: number, month: number, day: number, hour: number, minute: number, second: number, timed: boolean, offset: number | null): CivilTime | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && hour <= 24 && minute <= 59 && second <= 60)) return null;
  if (hour === 24) return minute === 0 && second === 0 && offset === null ? nextMidnight(year, month, day) : null;
  return { year, month, day, hour, minute, second: Math.min(second, 59), timed, offset };
}

/** `24:00` is where a day ends and the next one begins. */
function nextMidnight(year: number, month: number, day: number): CivilTime {
  const next = dayText(dayNumberOf(year, month, day) + 1);
  return { year: Number(next.slice(0, 4)), month: Number(next.slice(5, 7)), day: Number(next.slice(8, 10)), hour: 0, minute: 0, second: 0, timed: true, offset: null };
}

/** Two digits from here on are a year of the last century: nothing is sold in 2085 yet. */
const LAST_CENTURY = 70;
const longYear = (year: string | undefined): number => (year === undefined ? Number.NaN : year.length > 2 ? Number(year) : Number(year) + (Number(year) >= LAST_CENTURY ? 1900 : 2000));
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isoDay(time: Pick<CivilTime, 'year' | 'month' | 'day'>): string {
  return `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
}

/** Days since 1970-01-01. Algorithm: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013). */
export function dayNumber(iso: string): number {
  return dayNumberOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The ISO day of a day number. */
export function dayText(number: number): string {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return isoDay({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 });
}

export function addDays(iso: string, days: number): string {
  return dayText(dayNumber(iso) + days);
}

/** Seconds since 1970-01-01 UTC of a civil time that is `offset` minutes east of UTC. */
export function epochSeconds(time: CivilTime, offset: number): number {
  return dayNumberOf(time.year, time.month, time.day) * 86_400 + time.hour * 3600 + time.minute * 60 + time.second - offset * 60;
}

/** Seconds since 1970-01-01 UTC → `YYYY-MM-DD HH:MM:SS`. */
export function instantText(seconds: number): string {
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  return `${dayText(day)} ${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`;
}

/** `YYYY-MM-DD HH:MM:SS` → seconds since 1970-01-01 UTC. */
export function instantSeconds(instant: string): number {
  return dayNumber(instant) * 86_400 + Number(instant.slice(11, 13)) * 3600 + Number(instant.slice(14, 16)) * 60 + Number(instant.slice(17, 19));
}

/** The business day of an instant: shifted into the shop's zone, and back by its day cut-off in minutes. */
export function businessDay(instant: string, offsetMinutes: number, cutoffMinutes = 0): string {
  return dayText(Math.floor((instantSeconds(instant) + (offsetMinutes - cutoffMinutes) * 60) / 86_400));
}

/** An Excel serial day as seconds since 1970-01-01 (1900 system: day 60 is the leap day that never was). */
export function excelSerialSeconds(serial: number, date1904: boolean): number {
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return Math.round((days - 25_569) * 86_400);
}

/** Days that Excel wrote as their number: from 1954 to 2064, as no price and no count is by chance. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;

/** Whether a number could be a day as Excel counts them. */
export const mayBeSerial = (value: number): boolean => value >= FIRST_SERIAL && value <= LAST_SERIAL;

/** `45356`, `45356.75` as the time it stands for in Excel; `null` for anything else. */
export function serialTime(text: string): CivilTime | null {
  const body = text.trim();
  const serial = /^\d{5}(\.\d+)?$/.test(body) ? Number(body) : Number.NaN;
  return mayBeSerial(serial) ? parseCivil(instantText(excelSerialSeconds(serial, false)).slice(0, Number.isInteger(serial) ? 10 : 19)) : null;
}

/** Below, ten digits may be anything; from the end on they read like a day and an hour as well. */
const FIRST_EPOCH = 1_000_000_000;
const LAST_EPOCH = 1_990_000_000;

/** `1748736000`, `1748736000123`: seconds or milliseconds since 1970 as the time they stand for, from 2001 to 2033; `null` for anything else. */
export function epochTime(text: string): CivilTime | null {
  const body = text.trim();
  const seconds = /^\d{10}(\.\d+)?$/.test(body) ? Math.floor(Number(body)) : /^\d{13}$/.test(body) ? Math.floor(Number(body) / 1000) : 0;
  const time = seconds >= FIRST_EPOCH && seconds < LAST_EPOCH ? parseCivil(instantText(seconds)) : null;
  return time === null ? null : { ...time, offset: 0 };
}

/** A time in a column of times: as it is written, or as Excel or a machine counts it. */
export const timeIn = (text: string, order: DateOrder): CivilTime | null => parseCivil(text, order) ?? serialTime(text) ?? epochTime(text);

/** An instant as the clock of its place shows it. */
export function localText(instant: string, offsetOf: (utcInstant: string) => number): string {
  const offset = offsetOf(instant);
  return offset === 0 ? instant : instantText(instantSeconds(instant) + offset * 60);
}
