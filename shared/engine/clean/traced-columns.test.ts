import { expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { tracedColumns } from './traced-columns.ts';

const rename = (...names: [string, string][]): RecipeStep => ({ step: 'rename-columns', version: 1, params: { names } });
const remove = (...columns: string[]): RecipeStep => ({ step: 'remove-columns', version: 1, params: { columns } });

test.each<[string, RecipeStep[], [string, string][]]>([
  [
    'no step',
    [],
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
  [
    'one renamed twice',
    [rename(['a', 'x']), rename(['x', 'y'])],
    [
      ['a', 'y'],
      ['b', 'b'],
    ],
  ],
  [
    'two that change places',
    [rename(['a', 'b'], ['b', 'a'])],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
  ],
  [
    'a step that is turned off',
    [{ ...rename(['a', 'x']), on: false }],
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
  ['one that is removed under its new name', [rename(['a', 'x']), remove('x')], [['b', 'b']]],
  [
    'a step nobody knows',
    [{ step: 'from-the-future', version: 1, params: {} }],
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
])('columns are found again after %s', (_name, steps, expected) => {
  expect([...tracedColumns(['a', 'b'], steps)]).toEqual(expected);
});
