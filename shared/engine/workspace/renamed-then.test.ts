import { expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { replayRecipe } from '../clean/index.ts';
import { type Table, tableOf } from '../table/table.ts';
import { renamedSince, type Traced } from './renamed-then.ts';

const goods = tableOf(
  [
    ['a', 'text'],
    ['b', 'text'],
  ],
  [['1', '2']],
);
const context = { typing: { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 } as const, pseudonym: (text: string) => text, table: () => undefined };
const traced = (recipe: RecipeStep[]): Traced => ({ first: goods, last: replayRecipe(goods, recipe, context, () => 0).tables.at(-1) as Table, recipe });
const rename = (...names: [string, string][]): RecipeStep => ({ step: 'rename-columns', version: 1, params: { names } });
const derive = (column: string): RecipeStep => ({ step: 'derive', version: 1, params: { column, expression: "'x'" } });
const remove: RecipeStep = { step: 'remove-columns', version: 1, params: { columns: ['b'] } };

test.each<[string, RecipeStep[], RecipeStep[], [string, string][]]>([
  ['nothing renamed', [], [derive('c')], []],
  ['renamed since', [], [rename(['a', 'x'])], [['a', 'x']]],
  ['no longer renamed', [rename(['a', 'x'])], [], [['x', 'a']]],
  ['renamed both times', [rename(['a', 'x'])], [rename(['a', 'y'])], [['x', 'y']]],
  [
    'two that changed places',
    [],
    [rename(['a', 'b'], ['b', 'a'])],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
  ],
  ['renamed, and another one made under the old name', [], [rename(['a', 'x']), derive('a')], [['a', 'x']]],
  ['renamed to what another column was called that is gone', [], [remove, rename(['a', 'b'])], []],
  ['renamed to what a made column was called', [derive('x')], [rename(['a', 'x'])], []],
])('columns then and now: %s', (_name, then, now, expected) => {
  expect([...renamedSince(traced(then), traced(now))]).toEqual(expected);
});
