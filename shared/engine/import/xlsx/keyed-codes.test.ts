import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../table/dictionary.ts';
import { excelSerialSeconds, instantText } from '../../values/dates.ts';
import { formattedText, isInstant, numberText } from '../cell-text.ts';
import { KeyedCodes, NO_KEY } from './keyed-codes.ts';
import { instantKey, numberKey, secondsOf, serialKey } from './keys.ts';
import { isShortest } from './numbers.ts';

const encoder = new TextEncoder();
const keyed = <T extends unknown[]>(keyOf: (bytes: Uint8Array, start: number, end: number, ...rest: T) => number, text: string, ...rest: T): number => {
  const bytes = encoder.encode(`9${text}9`);
  return keyOf(bytes, 1, bytes.length - 1, ...rest);
};

const numbers = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.constantFrom('0', '00', '1', '12', '7654321', '12345678', '123456789', ''),
      fc.constantFrom('', '.', '.5', '.50', '.05', '.000001', '.0000001', '.654321'),
      fc.constantFrom('', ' ', 'E3'),
    )
    .map((parts) => parts.join('')),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => numberText(Math.round(value * 100) / 100)),
  fc.integer().map(String),
);

describe('keys', () => {
  it('stand for one number each, written as we write it', () => {
    const texts = new Map<number, string>();
    fc.assert(
      fc.property(numbers, (text) => {
        const key = keyed(numberKey, text);
        if (key === NO_KEY) return;
        expect(numberText(Number(text))).toBe(text);
        expect(key >= 0 && key < 2 ** 31).toBe(true);
        expect(texts.get(key) ?? text).toBe(text);
        texts.set(key, text);
      }),
      { numRuns: 3000 },
    );
  });

  it('are there for the usual numbers', () => {
    for (const text of ['0', '1', '-1', '12.5', '0.05', '-0.5', '12345678', '654321.12', '0.000001']) expect(keyed(numberKey, text), text).not.toBe(NO_KEY);
    for (const text of ['', '-', '.', '-0', '00', '01', '1.', '.5', '1.50', '0.0000001', '123456789', '1e3', '1 ', '1.2.3']) expect(keyed(numberKey, text), text).toBe(NO_KEY);
    for (const text of ['1', '12.5', '-3', '0.05']) expect(isShortest(encoder.encode(text), 0, text.length)).toBe(true);
  });

  it('of serials name the second that the long way writes', () => {
    const serials = fc.oneof(
      fc.double({ noNaN: true, min: 0, max: 90_000 }).map(String),
      // Whole seconds and halves of seconds, as close as doubles come.
      fc.tuple(fc.integer({ min: 0, max: 2 * 86_400 * 60_000 }), fc.integer({ min: -2, max: 2 })).map(([halves, step]) => String(halves / 172_800 + step * 2 ** -38)),
      fc.constantFrom('0', '1.5', '60.5', '45292', '45292.', '45292.0', '45292.00000000000001', '45292.99999999999999', '45292.5E0', '-45292.5', '1234567890123456.5', '000000000000045292.5'),
    );
    fc.assert(
      fc.property(serials, fc.boolean(), (text, date1904) => {
        const key = keyed(serialKey, text, date1904);
        if (key === NO_KEY) return;
        const serial = Number(text);
        expect(isInstant(serial)).toBe(true);
        expect(secondsOf(key)).toBe(excelSerialSeconds(serial, date1904));
        const written = formattedText(serial, 'date', date1904);
        expect(written).toBe(instantText(secondsOf(key)));
        expect(keyed(instantKey, written)).toBe(key);
      }),
      { numRuns: 5000 },
    );
    expect(keyed(serialKey, '45292.001817129625', false)).not.toBe(NO_KEY);
  });
});

describe('KeyedCodes', () => {
  it('gives the codes that looking for the texts gives, also where others add to the column', () => {
    const cell = fc.tuple(fc.oneof(fc.integer({ min: -3, max: 60 }).map(String), fc.constantFrom('x', '01', '1.5', '2.25', '', 'y')), fc.boolean());
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), fc.array(cell, { maxLength: 120 }), fc.boolean(), (before, cells, rising) => {
        const [plain, dictionary] = [new Dictionary(), new Dictionary()];
        for (const [text] of before) expect(dictionary.add(text)).toBe(plain.add(text));
        const codes = new KeyedCodes(dictionary, numberKey);
        const sorted = rising ? [...cells].sort(([a], [b]) => Number(a) - Number(b)) : cells;
        for (const [text, direct] of sorted) {
          const bytes = encoder.encode(text);
          const key = numberKey(bytes, 0, bytes.length);
          const code = key === NO_KEY || direct ? dictionary.addBytes(bytes, 0, bytes.length) : codes.find(key) || codes.add(key, bytes, 0, bytes.length);
          expect(code).toBe(plain.add(text));
        }
        expect(dictionary.size).toBe(plain.size);
      }),
      { numRuns: 500 },
    );
  });
});
