import { expect, test } from 'vitest';
import { formattedText, type NumberKind } from './cell-text.ts';

test.each<[number, NumberKind, string]>([
  [0.3, 'plain', '0.3'],
  [1e21, 'plain', '1000000000000000000000'],
  [0.1234, 'percent', '12.34%'],
  [45352.5, 'date', '2024-03-01 12:00:00'],
  [0.25, 'date', '06:00:00'],
  [0.25, 'span', '06:00:00'],
  [1.5, 'span', '36:00:00'],
  [10.632060185185185, 'span', '255:10:10'],
  [-1, 'span', '-1'],
  [1, 'digits5', '00001'],
  [123456, 'digits5', '123456'],
  [1.5, 'digits5', '1.5'],
  [-1, 'digits5', '-1'],
])('%d as %s is %s', (value, kind, text) => {
  expect(formattedText(value, kind, false)).toBe(text);
});
