import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetMinutes } from '../values/zones.ts';
import { cellAt, type TextColumn, textColumn } from './table.ts';
import { readerFor } from './cell-readers.ts';
import { typeColumn } from './typing.ts';

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata'];
const two = (n: number) => String(n).padStart(2, '0');
// A year in which the clocks of New York change twice.
const second = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(' ', ' ', ' ', 'T'));
const time = second.map(([month, day, hour, minute, between]) => `2025-${two(month)}-${two(day)}${between}${two(hour)}:${two(minute)}:07`);

const cells = fc.array(
  fc.oneof({ weight: 20, arbitrary: time }, { weight: 6, arbitrary: time.map((text) => text.slice(0, 10)) }, { weight: 1, arbitrary: fc.constantFrom('', '2025-06-01', 'soon') }),
  {
    maxLength: 12,
  },
);
const inOrder = (texts: readonly string[], order: string) => (order === 'as they come' ? texts : order === 'rising' ? [...texts].sort() : [...texts].sort().reverse());

test.each(['instant', 'date'] as const)('a whole column of times is read as %s as its cells are one by one, in every zone', (type) => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), cells, fc.constantFrom('as they come', 'rising', 'falling'), (zone, texts, order) => {
      const source = inOrder(texts, order);
      const options = { decimal: '.', dateOrder: 'ymd', offsetOf: (instant: string) => offsetMinutes(zone, instant) } as const;
      const read = readerFor(type, options);
      const column = typeColumn(textColumn('at', 'text', source), type, options).column as TextColumn;
      expect(source.map((_, row) => cellAt(column, row))).toEqual(source.map((cell) => (cell === '' ? null : read(cell))));
      const different = Array.from({ length: column.dictionary.size - 1 }, (_, i) => column.dictionary.text(i + 1));
      expect(new Set(different).size).toBe(different.length);
    }),
    { numRuns: 1500 },
  );
});

test('times in order keep their codes, however they are written', () => {
  const cellsOf = ['2025-06-01', '2025-06-01 09:30', '2025-06-02T00:00:00'];
  const source = textColumn('at', 'text', cellsOf) as TextColumn;
  const options = { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 } as const;
  const typed = typeColumn(source, 'instant', options).column as TextColumn;
  expect(cellsOf.map((_, row) => cellAt(typed, row))).toEqual(['2025-06-01 00:00:00', '2025-06-01 09:30:00', '2025-06-02 00:00:00']);
  expect(typed.codes).toBe(source.codes);
  // Two of them are one day.
  expect((typeColumn(source, 'date', options).column as TextColumn).dictionary.size).toBe(3);
});

test('times of one form and one offset keep their codes', () => {
  const source = textColumn('at', 'text', ['2025-06-01 08:00:00', '2025-06-01 09:30:00', '2025-06-01 08:00:00']) as TextColumn;
  const typed = (zone: string) => typeColumn(source, 'instant', { decimal: '.', dateOrder: 'ymd', offsetOf: (instant) => offsetMinutes(zone, instant) }).column as TextColumn;
  expect([0, 1, 2].map((row) => cellAt(typed('Asia/Shanghai'), row))).toEqual(['2025-06-01 00:00:00', '2025-06-01 01:30:00', '2025-06-01 00:00:00']);
  expect(typed('Asia/Shanghai').codes).toBe(source.codes);
  expect(typed('UTC').dictionary).toBe(source.dictionary);
});

test('seconds since 1970 are an instant, and no day', () => {
  const options = { decimal: '.', dateOrder: 'ymd', offsetOf: (instant: string) => offsetMinutes('Asia/Shanghai', instant) } as const;
  expect(['instant', 'date'].map((type) => readerFor(type as 'instant' | 'date', options)('1748736000'))).toEqual(['2025-06-01 00:00:00', null]);
});
