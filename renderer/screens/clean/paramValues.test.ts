import { describe, expect, it } from 'vitest';
import type { ParamSpec } from '#contract/definitions';
import { finishedParams, initialParams, missingParams, moved, pairsOf } from './paramValues.ts';

const label = { en: '', zh: '' };
const specs: readonly ParamSpec[] = [
  { name: 'column', kind: 'column', label },
  { name: 'names', kind: 'pairs', label },
  {
    name: 'how',
    kind: 'choice',
    label,
    options: [
      { value: 'first', label },
      { value: 'last', label },
    ],
  },
  { name: 'strict', kind: 'boolean', label },
  { name: 'note', kind: 'text', label, optional: true },
];

describe('parameters of a step', () => {
  it('starts with defaults and what is given', () => {
    expect(initialParams(specs, { column: 'a' })).toEqual({ column: 'a', how: 'first', strict: false });
  });

  it('leaves out what is unfinished and names what is missing', () => {
    const values = { ...initialParams(specs), names: [['', 'x']] };
    expect(finishedParams(specs, values)).toEqual({ how: 'first', strict: false });
    expect(missingParams(specs, values).map((spec) => spec.name)).toEqual(['column', 'names']);
    expect(missingParams(specs, { ...values, column: 'a', names: [['b', '']] })).toEqual([]);
  });

  it('reads pairs of any make', () => {
    expect(pairsOf([['a', 'b'], ['c'], 'd'])).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(pairsOf('x')).toEqual([]);
  });

  it('moves inside the list only', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 3)).toEqual(['a', 'b', 'c']);
  });
});
