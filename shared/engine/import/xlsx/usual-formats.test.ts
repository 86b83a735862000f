import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberKind } from '../number-kinds.ts';
import { usualKind } from './usual-formats.ts';

test.each([
  ['', 'plain'],
  ['General', 'plain'],
  ['0.00', 'plain'],
  ['#,##0', 'plain'],
  ['0%', 'percent'],
  ['0.00%', 'percent'],
  ['yyyy-mm-dd hh:mm:ss', 'date'],
  ['YYYY/M/D', 'date'],
  ['h:mm', 'date'],
  ['[h]:mm:ss', 'span'],
  ['[mm]:ss', 'span'],
  ['00000', 'digits5'],
  ['0', 'plain'],
  ['[Red]0.00', null],
  ['"¥"#,##0.00', 'money'],
  ['[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00', 'money'],
  ['_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', null],
  ['0.00"元"', 'money'],
  ['[$-409]d/m/yy', null],
  ['yyyy"年"m"月"d"日"', null],
  ['@', null],
  ['%', null],
])('%j stands for %s', (format, kind) => {
  expect(usualKind(format)).toBe(kind);
});

test('a usual format is what the library says of it', () => {
  const format = fc.string({ unit: fc.constantFrom(...'ymdhsYMDHS-/: #0,.%'), maxLength: 12 });
  fc.assert(
    fc.property(format, (code) => {
      const kind = usualKind(code);
      if (kind !== null) expect([code, kind]).toEqual([code, numberKind(code)]);
    }),
    { numRuns: 5000 },
  );
});
