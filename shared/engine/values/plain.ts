// The commonest forms of numbers and times, read from UTF-8 bytes without making a string. Whatever is written otherwise goes the
// long way through numbers.ts and dates.ts; both ways give the same values.

import { dayNumberOf, daysInMonth } from './dates.ts';

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);
const ZERO = 48;
const POINT = 46;
const MINUS = 45;
const COLON = 58;

/** `-?digits` or `-?digits.digits`, up to 15 digits: what a double holds exactly. */
export class PlainNumber {
  /** All digits as one whole number, without the sign. */
  mantissa = 0;
  /** Digits behind the point. */
  scale = 0;
  digits = 0;
  negative = false;

  /** Whether `bytes[start, end)` is such a number; the fields then hold it. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    this.negative = bytes[at] === MINUS;
    if (this.negative) at++;
    let mantissa = 0;
    let digits = 0;
    let point = -1;
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digits++;
      } else if (bytes[at] === POINT && point < 0 && digits > 0) point = digits;
      else return false;
    }
    if (digits === 0 || digits > 15 || point === digits) return false;
    this.mantissa = mantissa;
    this.digits = digits;
    this.scale = point < 0 ? 0 : digits - point;
    return true;
  }

  /** The number; rounded once, as `Number(text)` is. */
  get value(): number {
    const value = this.mantissa / (POWERS[this.scale] as number);
    return this.negative && value !== 0 ? -value : value;
  }

  /** In 1/10,000; NaN where that needs the long way. */
  get money(): number {
    if (this.scale > 4) return Number.NaN;
    const value = this.mantissa * (POWERS[4 - this.scale] as number);
    if (!Number.isSafeInteger(value)) return Number.NaN;
    return this.negative && value !== 0 ? -value : value;
  }
}

/** `YYYY-MM-DD`, alone or followed by a blank or `T` and `HH:MM` or `HH:MM:SS`. */
export class PlainTime {
  /** Days since 1970-01-01. */
  day = 0;
  /** Seconds of the day. */
  second = 0;
  timed = false;
  /** The day read last, as `YYYYMMDD`: the next time is mostly of the same one. */
  #date = 19_700_101;

  /** Whether `bytes[start, end)` is such a time of the calendar, from 1900 to 2200; the fields then hold it. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if ((length !== 10 && length !== 16 && length !== 19) || bytes[start + 4] !== MINUS || bytes[start + 7] !== MINUS) return false;
    const century = pair(bytes, start);
    const year = pair(bytes, start + 2);
    const month = pair(bytes, start + 5);
    const date = pair(bytes, start + 8);
    if ((century | year | month | date) < 0) return false;
    if (!this.#isDay(century * 100 + year, month, date)) return false;
    this.timed = length > 10;
    this.second = 0;
    if (!this.timed) return true;
    const between = bytes[start + 10];
    if ((between !== 32 && between !== 84) || bytes[start + 13] !== COLON) return false;
    const hour = pair(bytes, start + 11);
    const minute = pair(bytes, start + 14);
    const second = length === 19 ? pair(bytes, start + 17) : 0;
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59 || (length === 19 && bytes[start + 16] !== COLON)) return false;
    this.second = hour * 3600 + minute * 60 + second;
    return true;
  }

  /** Whether there is such a day; {@link day} is its number then. */
  #isDay(year: number, month: number, date: number): boolean {
    const packed = year * 10_000 + month * 100 + date;
    if (packed === this.#date) return true;
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return false;
    this.day = dayNumberOf(year, month, date);
    this.#date = packed;
    return true;
  }
}

/** Two digits as a number; below 0 where there are none. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  // Below 0 in one of these: a byte before 0 or behind 9.
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
}
