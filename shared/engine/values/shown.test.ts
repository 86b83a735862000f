import { describe, expect, it } from 'vitest';
import { groupedNumber, shownNumber } from './shown.ts';

describe('numbers as tables show them', () => {
  it.each([
    [12_345_000, 'money', '1234.50'],
    [-12_345_678, 'money', '-1234.5678'],
    [10_000, 'money', '1.00'],
    [0.0321, 'ratio', '3.21%'],
    [1, 'ratio', '100%'],
    [1234, 'int', '1234'],
    [0, 'bool', '0'],
    [2.5, 'number', '2.5'],
    [1 / 3, 'number', '0.333333'],
    [-0.0000001, 'number', '0'],
    [1e15, 'number', '1000000000000000'],
  ] as const)('%s as %s is %s', (value, type, text) => {
    expect(shownNumber(value, type)).toBe(text);
  });

  it.each([
    ['1234567.891', '1,234,567.891'],
    ['-1234', '-1,234'],
    ['999', '999'],
    ['1234.50%', '1,234.50%'],
  ])('sets thousands apart: %s', (plain, grouped) => {
    expect(groupedNumber(plain)).toBe(grouped);
  });
});
