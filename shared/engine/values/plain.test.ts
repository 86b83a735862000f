import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochSeconds, instantText, parseCivil } from './dates.ts';
import { decimalToMoney, decimalToNumber, parseDecimal } from './numbers.ts';
import { PlainNumber, PlainTime } from './plain.ts';

const bytes = (text: string) => new TextEncoder().encode(`x${text}y`);
const number = new PlainNumber();
const time = new PlainTime();
const reads = (reader: PlainNumber | PlainTime, text: string) => reader.read(bytes(text), 1, bytes(text).length - 1);

describe('the short way reads as the long way does', () => {
  test('numbers', () => {
    fc.assert(
      fc.property(fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.integer({ min: 0, max: 8 })), ([negative, digits, scale]) => {
        const padded = digits.toString().padStart(scale + 1, '0');
        const text = `${negative ? '-' : ''}${scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`}`;
        if (!reads(number, text)) return;
        const long = parseDecimal(text);
        expect(long).not.toBeNull();
        if (long === null) return;
        expect(Object.is(number.value, decimalToNumber(long))).toBe(true);
        if (!Number.isNaN(number.money)) expect(Object.is(number.money, decimalToMoney(long))).toBe(true);
      }),
    );
  });

  test('times', () => {
    const part = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    const day = fc.tuple(fc.integer({ min: 1890, max: 2210 }), part(13), part(32)).map(([y, m, d]) => `${y}-${m}-${d}`);
    const clock = fc.oneof(
      fc.constant(''),
      fc.tuple(fc.constantFrom(' ', 'T'), part(24), part(60)).map(([gap, h, m]) => `${gap}${h}:${m}`),
      fc.tuple(part(24), part(60), part(60)).map(([h, m, s]) => ` ${h}:${m}:${s}`),
    );
    fc.assert(
      fc.property(day, clock, (date, rest) => {
        if (!reads(time, date + rest)) return;
        const long = parseCivil(date + rest);
        expect(long).not.toBeNull();
        if (long !== null) expect(instantText(time.day * 86_400 + time.second)).toBe(instantText(epochSeconds(long, 0)));
      }),
    );
  });
});

test.each(['', '-', '.5', '5.', '1,000', '1e5', '12a', '1.2.3', '１２', '1234567890123456', ' 1'])('%j goes the long way', (text) => {
  expect(reads(number, text)).toBe(false);
});

test.each(['2025-02-29', '2025-13-01', '2025-1-1', '2025/01/01', '2025-01-01 24:00', '2025-01-01 10:00:60', '2025-01-01X10:00', '2025-01-01 10:00:0'])('%j goes the long way or is no day', (text) => {
  expect(reads(time, text)).toBe(false);
});

test('what the fields hold', () => {
  expect([reads(number, '-12.50'), number.value, number.money, number.scale]).toEqual([true, -12.5, -125_000, 2]);
  expect([reads(time, '1970-01-02T00:01:05'), time.day, time.second, time.timed]).toEqual([true, 1, 65, true]);
  expect([reads(time, '2025-06-01'), time.timed]).toEqual([true, false]);
});
