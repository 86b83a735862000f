// Small numbers that stand for one text each, so that a cell is found by its value (see KeyedCodes).

import { PlainTime } from '../../values/plain.ts';
import { excelSerialSeconds } from '../../values/dates.ts';
import { NO_KEY } from './keyed-codes.ts';

/** All these digits, the place of their point and their sign together stay below 2^31. */
const MOST_DIGITS = 8;
/** What has more decimals may be written 1.2e-7. */
const MOST_DECIMALS = 6;

/** Keys of times count from 2000-01-01 and reach as far as 31 bits do: into 2068. */
const FIRST_SECOND = 946_684_800;
const MOST_SECONDS = 2 ** 31;
const INSTANT_LENGTH = 19;

/** Digits of a serial that are read: the others are less than a ten-thousandth of a second. */
const SERIAL_DIGITS = 15;
const POWERS = Array.from({ length: SERIAL_DIGITS + 1 }, (_, i) => 10 ** i);
/** From here on serials count days as everybody does: Excel knows a 1900-02-29, and days before have no dates in common. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 80_000;
/** So close to a whole day, or to half a second, the digits that are left out may decide. */
const NEAR_DAY = 1e-6;
const NEAR_HALF = 0.49;

/** The key of a number in the one text that its value has: `12`, `-12.5`, `0.05`; not `012`, `1.50`, `.5`, `-0`. */
export function numberKey(bytes: Uint8Array, start: number, end: number): number {
  const sign = bytes[start] === 45 ? 1 : 0;
  const first = start + sign;
  if (end === first || end - first > MOST_DIGITS + 1) return NO_KEY;
  let digits = 0;
  let point = end;
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === -2 && point === end) point = at;
    else return NO_KEY;
  }
  const scale = point === end ? 0 : end - point - 1;
  if (point === end ? end - first > MOST_DIGITS || (digits === 0 && sign === 1) : scale === 0 || scale > MOST_DECIMALS || bytes[end - 1] === 48) return NO_KEY;
  if (point === first || (bytes[first] === 48 && point > first + 1)) return NO_KEY;
  return digits * 16 + scale * 2 + sign;
}

const plain = new PlainTime();

/** The key of a time `YYYY-MM-DD HH:MM:SS`. */
export function instantKey(bytes: Uint8Array, start: number, end: number): number {
  return end - start === INSTANT_LENGTH && bytes[start + 10] === 32 && plain.read(bytes, start, end) ? keyAt(plain.day * 86_400 + plain.second) : NO_KEY;
}

/** The second, since 1970-01-01, of a key of {@link instantKey}. */
export const secondsOf = (key: number): number => key + FIRST_SECOND;

/** The key of the time that a serial such as `45292.5` is, where it surely is a day with its time. */
export function serialKey(bytes: Uint8Array, start: number, end: number, date1904: boolean): number {
  let digits = 0;
  let read = 0;
  let scale = -1;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit >= 0 && digit <= 9) {
      if (read === SERIAL_DIGITS) continue;
      digits = digits * 10 + digit;
      read++;
      if (scale >= 0) scale++;
    } else if (digit === -2 && scale < 0 && read > 0) scale = 0;
    else return NO_KEY;
  }
  if (scale <= 0) return NO_KEY;
  const serial = digits / (POWERS[scale] as number);
  const part = serial - Math.floor(serial);
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL) || part < NEAR_DAY || part > 1 - NEAR_DAY) return NO_KEY;
  const second = part * 86_400;
  return Math.abs(second - Math.round(second)) > NEAR_HALF ? NO_KEY : keyAt(excelSerialSeconds(serial, date1904));
}

const keyAt = (seconds: number): number => (seconds >= FIRST_SECOND && seconds - FIRST_SECOND < MOST_SECONDS ? seconds - FIRST_SECOND : NO_KEY);
