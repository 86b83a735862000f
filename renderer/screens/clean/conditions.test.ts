import { expect, test } from 'vitest';
import { hasShape, isOneOf, liesOutside } from './conditions.ts';

test('values become conditions that mean them, whatever stands in them', () => {
  expect(isOneOf('状态', 'text', ["it's"])).toBe("[状态] = 'it''s'");
  expect(isOneOf('a]b', 'enum', ['x', null, 'y'])).toBe("in([a]]b], 'x', 'y') or isblank([a]]b])");
  expect(isOneOf('n', 'int', [null])).toBe('isblank([n])');
  expect(isOneOf('m', 'money', [12_500])).toBe('[m] = 1.25');
  expect(hasShape('sku', ['AA-99', '字'])).toBe("in(shape([sku]), 'AA-99', '字')");
  expect(liesOutside('m', 'money', -10_000, 25_000)).toBe('[m] < -1 or [m] > 2.5');
});
