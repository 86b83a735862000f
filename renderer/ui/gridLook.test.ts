import { describe, expect, it } from 'vitest';
import { lookedAt, nudged, PLAIN_LOOK, withHidden, withWidth } from './gridLook.ts';

const COLUMNS = ['a', 'b', 'c', 'd'].map((name) => ({ name, type: 'text' }));
const names = (look: Parameters<typeof lookedAt>[1]) => {
  const { shown, frozen, hidden } = lookedAt(COLUMNS, look);
  return [shown.map(({ name }) => name).join(''), frozen, hidden];
};

describe('how a table is looked at', () => {
  it.each([
    ['as it is', PLAIN_LOOK, ['abcd', 0, 0]],
    ['columns hidden', { ...PLAIN_LOOK, hidden: ['b', 'gone'] }, ['acd', 0, 1]],
    ['frozen up to one', { ...PLAIN_LOOK, frozen: 'b' }, ['abcd', 2, 0]],
    ['frozen up to one that is hidden', { ...PLAIN_LOOK, frozen: 'b', hidden: ['b'] }, ['acd', 1, 1]],
    ['frozen up to one that is gone', { ...PLAIN_LOOK, frozen: 'x' }, ['abcd', 0, 0]],
    ['never without a column', { ...PLAIN_LOOK, hidden: ['a', 'b', 'c', 'd'] }, ['abcd', 0, 0]],
  ] as const)('%s', (_name, look, expected) => {
    expect(names(look)).toEqual(expected);
  });

  it('has widths within bounds, and columns that come and go', () => {
    expect(withWidth(PLAIN_LOOK, 'a', 5).widths).toEqual({ a: 44 });
    expect(nudged(withWidth(PLAIN_LOOK, 'a', 100), { name: 'a', type: 'text', width: 100 }, true).widths).toEqual({ a: 140 });
    expect(withHidden(withHidden(PLAIN_LOOK, ['a', 'b'], true), ['a'], false).hidden).toEqual(['b']);
  });
});
