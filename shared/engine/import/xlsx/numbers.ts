import { dayText } from '../../values/dates.ts';
import { ByteSink } from '../../values/byte-sink.ts';

/** A decimal of at most this many digits is what a double of the nearest value prints as. */
const EXACT_DIGITS = 15;
const DAY = 86_400;

const decoder = new TextDecoder();

/**
 * Whether a number is written in the one text that its value has: `-12.5`, not `012`, `1.50`, `1E3`, `-0`. Whole numbers may be as
 * long as they like: they may be ids, which keep every digit.
 */
export function isShortest(bytes: Uint8Array, start: number, stop: number): boolean {
  let at = start;
  if (bytes[at] === 45) at++;
  const first = bytes[at] as number;
  const whole = at;
  while (at < stop && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) at++;
  if (at === whole || (first === 48 && at - whole > 1)) return false;
  if (at === stop) return first !== 48 || whole === start;
  if (bytes[at] !== 46) return false;
  const fraction = ++at;
  while (at < stop && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) at++;
  // Digits of 0.00000012 are few, but it is written 1.2e-7.
  const isSmall = first === 48 && bytes[fraction] === 48 && bytes[fraction + 1] === 48;
  return at === stop && at > fraction && bytes[stop - 1] !== 48 && !isSmall && stop - whole - 1 <= EXACT_DIGITS;
}

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** A number from its text, white space around it allowed; NaN when it is none. */
export function parseNumber(bytes: Uint8Array, start: number, stop: number): number {
  let digits = 0;
  let scale = -1;
  let at = start;
  for (; at < stop; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      digits = digits * 10 + byte - 48;
      if (scale >= 0) scale++;
    } else if (byte === 46 && scale < 0) scale = 0;
    else break;
  }
  // Both parts are exact: their quotient is the nearest double, as Number() would give it.
  if (at === stop && at > start && digits <= Number.MAX_SAFE_INTEGER && scale < POWERS.length && stop - start > (scale < 0 ? 0 : 1)) return scale <= 0 ? digits : digits / (POWERS[scale] as number);
  const text = decoder.decode(bytes.subarray(start, stop)).trim();
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? Number.NaN : value;
}

const DAY_LENGTH = 10;

/** Writes times as `YYYY-MM-DD HH:MM:SS`; the day that the time before was on is at hand. */
export class InstantWriter {
  #day = Number.NaN;
  readonly #text = new ByteSink(DAY_LENGTH);

  /** @param seconds since 1970-01-01 */
  append(sink: ByteSink, seconds: number): void {
    const day = Math.floor(seconds / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#text.clear();
      this.#text.appendAscii(dayText(day));
    }
    sink.append(this.#text.bytes, 0, this.#text.length);
    sink.reserve(9);
    const { bytes, length } = sink;
    const rest = seconds - day * DAY;
    writePair(bytes, length, 32, Math.floor(rest / 3600));
    writePair(bytes, length + 3, 58, Math.floor((rest % 3600) / 60));
    writePair(bytes, length + 6, 58, rest % 60);
    sink.length = length + 9;
  }
}

function writePair(bytes: Uint8Array, at: number, before: number, number: number): void {
  const tens = Math.floor(number / 10);
  bytes[at] = before;
  bytes[at + 1] = 48 + tens;
  bytes[at + 2] = 48 + number - tens * 10;
}
