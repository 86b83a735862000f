import { expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { recipeTitle } from './recipe-title.ts';

const filter: RecipeStep = { step: 'filter-rows', version: 1, params: { condition: 'a > 1' } };
const sort: RecipeStep = { step: 'sort-rows', version: 1, params: { columns: ['a'] } };

test.each<[RecipeStep[], RecipeStep[], string]>([
  [[], [filter], 't: Keep rows'],
  [[filter, sort], [sort], 't: step removed, Keep rows'],
  [[filter], [{ ...filter, params: { condition: 'a > 2' } }], 't: Keep rows changed'],
  [[filter], [{ ...filter, on: false }], 't: Keep rows turned off'],
  [[filter], [{ ...filter, keep: [{ source: 1, row: 2 }] }], 't: 1 row kept by hand in Keep rows'],
  [[{ ...filter, keep: [{ source: 1, row: 2 }] }], [filter], 't: 1 row no longer kept by hand in Keep rows'],
  [[filter, sort], [sort, filter], 't: Keep rows moved'],
  [[], [filter, sort], 't: 2 steps added'],
  [[filter, sort], [], 't: 2 steps removed'],
  [
    [filter, sort],
    [
      { ...filter, on: false },
      { ...sort, on: false },
    ],
    't: recipe changed',
  ],
])('%#', (before, after, expected) => {
  expect(recipeTitle('t', before, after).en).toBe(expected);
});
