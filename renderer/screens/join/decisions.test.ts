import { expect, test } from 'vitest';
import { decide, decidedPairs, keptDecisions, takeBack, tidyOf, withTidy } from './decisions.ts';

test('what is overlooked is kept for each key', () => {
  const decisions = withTidy(withTidy({}, 'sku', ['zeros']), 'brand', ['case', 'blanks']);
  expect([tidyOf(decisions, 'sku'), tidyOf(decisions, 'brand'), tidyOf(decisions, 'constructor')]).toEqual([['zeros'], ['case', 'blanks'], []]);
});

test('pairs are decided, decided anew and taken back', () => {
  const one = { column: 'brand', pair: ['Addidas', 'Adidas'] as const };
  const other = { column: 'brand', pair: ['Pumma', 'Puma'] as const };
  const both = decide({ tidy: { brand: ['case'] } }, [
    { ...one, accepted: true },
    { ...other, accepted: true },
  ]);
  expect(both).toEqual({ tidy: { brand: ['case'] }, pairs: { brand: [one.pair, other.pair] }, rejected: { brand: [] } });
  const changed = decide(both, [{ ...one, accepted: false }]);
  expect(decidedPairs(changed)).toEqual([
    { ...other, accepted: true },
    { ...one, accepted: false },
  ]);
  expect(decidedPairs(takeBack(takeBack(changed, one), other))).toEqual([]);
});

test('of changed keys only what is the same keeps its decisions', () => {
  const decisions = { tidy: { a: ['case' as const], b: ['zeros' as const] }, pairs: { b: [['x', 'y'] as const] } };
  const before = [
    ['a', 'l'],
    ['b', 'm'],
  ] as const;
  expect(keptDecisions(decisions, before, [['b', 'm']])).toEqual({ tidy: { b: ['zeros'] }, pairs: { b: [['x', 'y']] } });
  expect(
    keptDecisions(decisions, before, [
      ['a', 'other'],
      ['c', 'm'],
    ]),
  ).toEqual({ tidy: {}, pairs: {} });
});
