import { describe, expect, it } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { diffRecipes } from './recipe-diff.ts';

const step = (id: string, params: RecipeStep['params'] = {}, more: Partial<RecipeStep> = {}): RecipeStep => ({ step: id, version: 1, params, ...more });
const tidy = step('tidy-text', { columns: ['name'] });
const filter = (condition: string) => step('filter-rows', { condition });
const derive = (column: string, expression: string) => step('derive', { column, expression });
const sort = step('sort-rows', { columns: ['at'], descending: true });
const FILTER = filter('paid > 0');
const DERIVE = derive('net', 'paid - refund');

/** `+2 derive`, `-1 tidy-text`, `1>3 moved`, `2=2 condition off`. */
function told(before: RecipeStep[], after: RecipeStep[]): string[] {
  return diffRecipes(before, after).map((one) => {
    const [from, to] = [one.before, one.after].map((place) => (place === null ? null : place + 1));
    if (from === null) return `+${to} ${after[(to ?? 1) - 1]?.step}`;
    if (to === null) return `-${from} ${before[(from ?? 1) - 1]?.step}`;
    const kept = one.kept.more + one.kept.fewer === 0 ? [] : [`kept +${one.kept.more} -${one.kept.fewer}`];
    return [`${from}>${to}`, ...(one.moved ? ['moved'] : []), ...one.params, ...(one.turned === null ? [] : [one.turned]), ...kept].join(' ');
  });
}

describe('the difference of two recipes', () => {
  it.each<[string, RecipeStep[], RecipeStep[], string[]]>([
    ['nothing', [tidy, FILTER, DERIVE], [tidy, FILTER, DERIVE], []],
    ['nothing, from nothing', [], [], []],
    ['a step added at the end', [tidy], [tidy, FILTER], ['+2 filter-rows']],
    ['a step added between', [tidy, DERIVE], [tidy, FILTER, DERIVE], ['+2 filter-rows']],
    ['the first steps', [], [tidy, FILTER], ['+1 tidy-text', '+2 filter-rows']],
    ['a step removed', [tidy, FILTER, DERIVE], [tidy, DERIVE], ['-2 filter-rows']],
    ['all removed', [tidy, FILTER], [], ['-1 tidy-text', '-2 filter-rows']],
    ['a parameter', [tidy, filter('paid > 0')], [tidy, filter('paid > 1')], ['2>2 condition']],
    ['a parameter that was not there', [sort], [step('sort-rows', { columns: ['at'] })], ['1>1 descending']],
    ['two steps that changed places', [tidy, FILTER], [FILTER, tidy], ['1>2 moved']],
    ['a step moved far', [tidy, FILTER, DERIVE, sort], [FILTER, DERIVE, sort, tidy], ['1>4 moved']],
    ['moved and changed', [sort, FILTER, tidy], [FILTER, tidy, step('sort-rows', { columns: ['at'], descending: false })], ['1>3 moved descending']],
    ['turned off', [tidy], [{ ...tidy, on: false }], ['1>1 off']],
    ['turned on', [{ ...tidy, on: false }], [{ ...tidy, on: true }], ['1>1 on']],
    ['on said and not said', [tidy], [{ ...tidy, on: true }], []],
    [
      'rows kept by hand',
      [{ ...FILTER, keep: [{ source: 1, row: 2 }] }],
      [
        {
          ...FILTER,
          keep: [
            { source: 1, row: 3 },
            { source: 1, row: 4 },
          ],
        },
      ],
      ['1>1 kept +2 -1'],
    ],
    ['another step of the same kind', [derive('net', 'a')], [derive('gross', 'b')], ['+1 derive', '-1 derive'].reverse()],
    ['the equal one of two of a kind', [FILTER, tidy], [filter('qty > 0'), FILTER, tidy], ['+1 filter-rows']],
    ['several at once', [tidy, FILTER, DERIVE, sort], [sort, tidy, filter('paid > 5'), derive('tax', 'paid * 0.06')], ['4>1 moved', '2>3 condition', '-3 derive', '+4 derive']],
    ['steps that nobody knows', [step('from-the-future', { a: 1 })], [step('from-the-future', { a: 2 })], ['1>1 a']],
  ])('tells %s', (_name, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});
