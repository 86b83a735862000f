import { toHex } from '../../values/hex.ts';
import { instantText } from '../../values/dates.ts';

/** A value as text: whole numbers with every digit, times in ISO form, bytes as hex, lists and records as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return toHex(value);
  return JSON.stringify(value, inJson) ?? '';
}

const inJson = (_key: string, inner: unknown): unknown =>
  typeof inner === 'bigint' ? String(inner) : inner instanceof Map ? Object.fromEntries(inner) : inner instanceof Uint8Array ? toHex(inner) : inner;

/** Milliseconds since 1970 as `YYYY-MM-DD HH:MM:SS`, with a fraction where there is one. */
export function millisText(millis: number): string {
  const seconds = Math.floor(millis / 1000);
  return `${instantText(seconds)}${fraction(millis - seconds * 1000)}`;
}

/** Milliseconds as hours, minutes and seconds, with a fraction where there is one: a time of day, or a span, whose hours go on beyond a day. */
export function clockText(millis: number): string {
  const whole = Math.abs(millis);
  const seconds = Math.floor(whole / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${millis < 0 ? '-' : ''}${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}${fraction(whole - seconds * 1000)}`;
}

function fraction(millis: number): string {
  const whole = Math.floor(millis);
  return whole === 0 ? '' : `.${String(whole).padStart(3, '0')}`;
}

/** Digits that tell every number of two or four bytes from its neighbours. */
const MOST_DIGITS = 9;

/** A number that was kept in four bytes, in the fewest digits that stand for it: 0.1 and not 0.10000000149011612. */
export const floatText = (value: number): string => shortest(value, Math.fround);

/** A number that was kept in two bytes, in the fewest digits that stand for it. */
export const halfText = (value: number): string => shortest(value, toHalf);

function shortest(value: number, kept: (value: number) => number): string {
  if (!Number.isFinite(value)) return valueText(value);
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const short = Number(value.toPrecision(digits));
    if (kept(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}

/** Eleven bits for the digits; the smallest steps are of 2^-24. */
function toHalf(value: number): number {
  if (value === 0) return 0;
  const step = 2 ** Math.max(-24, Math.floor(Math.log2(Math.abs(value))) - 10);
  return Math.round(value / step) * step;
}

/** Puts the point into a whole number: `1234`, 2 → `12.34`; `12`, -2 → `1200`. */
export function scaledText(digits: string, scale: number): string {
  if (scale <= 0) return digits === '0' ? digits : digits + '0'.repeat(-scale);
  const negative = digits.startsWith('-');
  const padded = digits.slice(negative ? 1 : 0).padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** A whole number that is kept in bytes, the highest first, negative ones as their complement to two. */
export function wholeOf(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const unsigned = BigInt(`0x${toHex(bytes)}`);
  return (bytes[0] as number) < 128 ? unsigned : unsigned - (1n << BigInt(bytes.length * 8));
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes that nobody says what they are: text where they are UTF-8, else as hex. */
export function bytesText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return toHex(bytes);
  }
}

/** Months, days and milliseconds: where there are no months a span as {@link clockText} tells it, else as ISO 8601 does. */
export function intervalText(months: number, days: number, millis: number): string {
  if (months === 0) return clockText(days * 86_400_000 + millis);
  const time = clockText(millis);
  return time === '00:00:00' ? `P${months}M${days}D` : `P${months}M${days}DT${time}`;
}
