// Numbers of a sheet as the texts that a spreadsheet shows of them. What cannot be told from the digits alone is left to the host.

import { keepWritten, setCell, writeAt } from './cells';

const MINUS: u8 = 45;
const POINT: u8 = 46;
const ZERO: u8 = 48;

/** Digits of a double that count; programs write up to 17. */
const EXACT: u32 = 15;
const MOST: u32 = 17;
/** Decimals from here on are written with an exponent. */
const MOST_ZEROS: i32 = 5;
/** Whether the digits behind the last one that counts round it up is only certain this far from half. */
const SURE_BELOW: u64 = 30;
const SURE_ABOVE: u64 = 70;

const DAY: f64 = 86_400;
const NEAR_DAY: f64 = 1e-6;
const NEAR_HALF: f64 = 0.49;
/** From here on serials count days as everybody does. */
const FIRST_SERIAL: f64 = 61;
const LAST_SERIAL: f64 = 80_000;
const FIRST_DAY: i32 = 25_569;
const SHIFT_1904: f64 = 1462;

// A number that was taken apart: its digits without zeros at either end, and the power of ten they are times.
let negative: bool = false;
let digits: u64 = 0;
let count: u32 = 0;
let power: i32 = 0;

/** Sets a cell to a number; answers whether its text is known. */
export function setNumber(column: u32, row: u32, start: usize, stop: usize): bool {
  if (isShortest(start, stop)) {
    setCell(column, row, start, <u32>(stop - start));
    return true;
  }
  return takeApart(start, stop) && write(column, row, false);
}

/** Sets a cell to a hundred times a number, as a percentage. */
export function setPercent(column: u32, row: u32, start: usize, stop: usize): bool {
  if (!takeApart(start, stop)) return false;
  if (digits !== 0) power += 2;
  return write(column, row, true);
}

/** Whether a number is written in the one text that its value has. Whole numbers may be as long as they like: they may be ids. */
function isShortest(start: usize, stop: usize): bool {
  let at = start;
  if (load<u8>(at) === MINUS) at++;
  const first = load<u8>(at);
  const whole = at;
  while (isDigit(load<u8>(at))) at++;
  if (at === whole || (first === ZERO && at - whole > 1)) return false;
  if (at === stop) return first !== ZERO || whole === start;
  if (load<u8>(at) !== POINT) return false;
  const fraction = ++at;
  while (isDigit(load<u8>(at))) at++;
  const isSmall = first === ZERO && load<u8>(fraction) === ZERO && load<u8>(fraction, 1) === ZERO;
  return at === stop && at > fraction && load<u8>(stop - 1) !== ZERO && !isSmall && stop - whole - 1 <= EXACT;
}

/** Takes a number such as `1454.9000000000001` or `4.4999999999999998E-2` apart, rounded to the digits that count. */
function takeApart(start: usize, stop: usize): bool {
  let at = start;
  negative = load<u8>(at) === MINUS;
  if (negative) at++;
  digits = 0;
  count = 0;
  power = 0;
  let point = false;
  let any = false;
  for (; at < stop; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) {
      any = true;
      if (count !== 0 || byte !== ZERO) count++;
      if (count > MOST) return false;
      digits = digits * 10 + (byte - ZERO);
      if (point) power--;
    } else if (byte === POINT && !point) point = true;
    else break;
  }
  if (!any || (at < stop && !takeExponent(at, stop))) return false;
  return roundOff();
}

function takeExponent(from: usize, stop: usize): bool {
  let at = from;
  if ((load<u8>(at) | 32) !== 101) return false;
  at++;
  const sign = load<u8>(at);
  if (sign === MINUS || sign === 43) at++;
  let exponent: i32 = 0;
  const first = at;
  for (; at < stop && isDigit(load<u8>(at)); at++) exponent = exponent * 10 + (load<u8>(at) - ZERO);
  if (at !== stop || at === first || at - first > 3) return false;
  power += sign === MINUS ? -exponent : exponent;
  return true;
}

function roundOff(): bool {
  if (digits === 0) {
    negative = false;
    power = 0;
    return true;
  }
  if (count > EXACT) {
    // The digits of whole numbers all count.
    if (<i32>count + power > <i32>EXACT || power >= 0) return false;
    const unit: u64 = count === MOST ? 100 : 10;
    const rest = ((digits % unit) * 100) / unit;
    if (rest > SURE_BELOW && rest < SURE_ABOVE) return false;
    digits = digits / unit + (rest >= SURE_ABOVE ? 1 : 0);
    power += count === MOST ? 2 : 1;
  }
  while (digits % 10 === 0) {
    digits /= 10;
    power++;
  }
  count = 0;
  for (let left = digits; left !== 0; left /= 10) count++;
  return true;
}

/** Writes the number that was taken apart; answers whether it is one that is written without an exponent. */
function write(column: u32, row: u32, percent: bool): bool {
  const whole = <i32>count + power;
  if (digits !== 0 && (whole > <i32>EXACT || whole < -MOST_ZEROS)) return false;
  const target = writeAt();
  let at = target;
  if (negative) store<u8>(at++, MINUS);
  if (whole <= 0 && digits !== 0) {
    store<u8>(at++, ZERO);
    store<u8>(at++, POINT);
    for (let i = whole; i < 0; i++) store<u8>(at++, ZERO);
    at = writeDigits(at, digits, count);
  } else if (power >= 0) {
    at = writeDigits(at, digits, max<u32>(count, 1));
    for (let i = 0; i < power; i++) store<u8>(at++, ZERO);
  } else {
    // Digits on both sides of the point: the ones before it move over to make room.
    at = writeDigits(at, digits, count);
    const pointAt = at + power;
    memory.copy(pointAt + 1, pointAt, -power);
    store<u8>(pointAt, POINT);
    at++;
  }
  if (percent) store<u8>(at++, 37);
  keepWritten(at);
  setCell(column, row, target, <u32>(at - target));
  return true;
}

function writeDigits(at: usize, value: u64, length: u32): usize {
  let rest = value;
  for (let i = <i32>length - 1; i >= 0; i--) {
    store<u8>(at + i, ZERO + <u8>(rest % 10));
    rest /= 10;
  }
  return at + length;
}

/** Sets a cell to the day, or the day and its time, that a serial such as `45292.5` stands for. */
export function setDay(column: u32, row: u32, start: usize, stop: usize, from1904: bool): bool {
  let value: u64 = 0;
  let read: u32 = 0;
  let scale: i32 = -1;
  for (let at = start; at < stop; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) {
      if (read === EXACT) continue;
      value = value * 10 + (byte - ZERO);
      read++;
      if (scale >= 0) scale++;
    } else if (byte === POINT && scale < 0 && read > 0) scale = 0;
    else return false;
  }
  if (read === 0 || scale === 0 || (read > 1 && load<u8>(start) === ZERO)) return false;
  let serial = <f64>value;
  if (scale > 0) serial /= powerOfTen(scale);
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL)) return false;
  const part = serial - Math.floor(serial);
  const withTime = scale > 0;
  if (withTime) {
    if (part < NEAR_DAY || part > 1 - NEAR_DAY) return false;
    const second = part * DAY;
    if (Math.abs(second - Math.floor(second + 0.5)) > NEAR_HALF) return false;
  }
  const seconds = <i64>Math.floor(((from1904 ? serial + SHIFT_1904 : serial) - <f64>FIRST_DAY) * DAY + 0.5);
  writeDay(column, row, seconds, withTime);
  return true;
}

/** The last day that was written, and its text: rows of an export mostly stand in order of their days. */
let writtenDay: i32 = i32.MIN_VALUE;
const dayText: usize = memory.data(16);

function writeDay(column: u32, row: u32, seconds: i64, withTime: bool): void {
  const day = <i32>(seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400));
  if (day !== writtenDay) {
    writtenDay = day;
    spell(day);
  }
  const at = writeAt();
  store<u64>(at, load<u64>(dayText));
  store<u16>(at, load<u16>(dayText, 8), 8);
  let length: u32 = 10;
  if (withTime) {
    const rest = <u32>(seconds - <i64>day * 86_400);
    pair(at + 10, 32, rest / 3600);
    pair(at + 13, 58, (rest / 60) % 60);
    pair(at + 16, 58, rest % 60);
    length = 19;
  }
  keepWritten(at + length);
  setCell(column, row, at, length);
}

/** Day of the calendar by its number since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms", civil_from_days). */
function spell(number: i32): void {
  const days = number + 719_468;
  const era = (days >= 0 ? days : days - 146_096) / 146_097;
  const ofEra = days - era * 146_097;
  const yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
  const ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const shifted = (5 * ofYear + 2) / 153;
  const day = ofYear - (153 * shifted + 2) / 5 + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  writeDigits(dayText, year, 4);
  pair(dayText + 4, MINUS, month);
  pair(dayText + 7, MINUS, day);
}

function pair(at: usize, before: u8, number: u32): void {
  store<u8>(at, before);
  store<u8>(at, ZERO + <u8>(number / 10), 1);
  store<u8>(at, ZERO + <u8>(number % 10), 2);
}

function powerOfTen(exponent: i32): f64 {
  let power: f64 = 1;
  for (let i = 0; i < exponent; i++) power *= 10;
  return power;
}

function isDigit(byte: u8): bool {
  return byte >= ZERO && byte <= 57;
}
