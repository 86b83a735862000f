import { describe, expect, it } from 'vitest';
import { withEdits } from './cellEdits.ts';

const sort = { step: 'sort-rows', version: 1, params: {} };
const set = (...cells: string[]) => ({ step: 'edit-cells', version: 1, params: { cells } });
const edit = (row: number, value: string) => ({ source: 1, row, column: 'a', value });

describe('setting cells', () => {
  it.each([
    ['a step of its own', [sort], 1, [edit(2, 'x'), edit(3, '')], [sort, set('1\t2\ta\tx', '1\t3\ta\t')]],
    ['the step before takes them', [set('1\t2\ta\told', '1\t9\ta\tkept')], 1, [edit(2, 'new')], [set('1\t9\ta\tkept', '1\t2\ta\tnew')]],
    ['a step that is off takes none', [{ ...set('1\t2\ta\told'), on: false }], 1, [edit(2, 'x')], [{ ...set('1\t2\ta\told'), on: false }, set('1\t2\ta\tx')]],
    ['a cell twice is set once', [], 0, [edit(2, 'x'), edit(2, 'y')], [set('1\t2\ta\ty')]],
  ])('%s', (_name, steps, at, edits, expected) => {
    expect(withEdits(steps, at, edits)).toEqual(expected);
  });
});
