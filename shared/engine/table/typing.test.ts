import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetMinutes } from '../values/zones.ts';
import { cellAt, type TextColumn, textColumn } from './table.ts';
import { readerFor, typeColumn } from './typing.ts';

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata'];
const two = (n: number) => String(n).padStart(2, '0');
// A year in which the clocks of New York change twice.
const second = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(' ', ' ', ' ', 'T'));
const time = second.map(([month, day, hour, minute, between]) => `2025-${two(month)}-${two(day)}${between}${two(hour)}:${two(minute)}:07`);

test('a whole column of times is read as its cells are one by one, in every zone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.array(fc.oneof({ weight: 20, arbitrary: time }, { weight: 1, arbitrary: fc.constantFrom('', '2025-06-01', 'soon') }), { maxLength: 12 }),
      (zone, cells) => {
        const options = { decimal: '.', dateOrder: 'ymd', offsetOf: (instant: string) => offsetMinutes(zone, instant) } as const;
        const read = readerFor('instant', options);
        const { column } = typeColumn(textColumn('at', 'text', cells), 'instant', options);
        expect(cells.map((_, row) => cellAt(column, row))).toEqual(cells.map((cell) => (cell === '' ? null : read(cell))));
      },
    ),
    { numRuns: 500 },
  );
});

test('times of one form and one offset keep their codes', () => {
  const source = textColumn('at', 'text', ['2025-06-01 08:00:00', '2025-06-01 09:30:00', '2025-06-01 08:00:00']) as TextColumn;
  const typed = (zone: string) => typeColumn(source, 'instant', { decimal: '.', dateOrder: 'ymd', offsetOf: (instant) => offsetMinutes(zone, instant) }).column as TextColumn;
  expect([0, 1, 2].map((row) => cellAt(typed('Asia/Shanghai'), row))).toEqual(['2025-06-01 00:00:00', '2025-06-01 01:30:00', '2025-06-01 00:00:00']);
  expect(typed('Asia/Shanghai').codes).toBe(source.codes);
  expect(typed('UTC').dictionary).toBe(source.dictionary);
});
