import { expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { paramChange } from './param-words.ts';

const told = (id: string, name: string, before: unknown, after: unknown, lang: 'en' | 'zh' = 'en') => {
  const step = (value: unknown): RecipeStep => ({ step: id, version: 1, params: value === undefined ? {} : { [name]: value } });
  const change = paramChange(step(before), step(after), name);
  return `${change.label[lang]}: ${change.before?.[lang] ?? ''} > ${change.after?.[lang] ?? ''}`;
};

test.each<[string, string, unknown, unknown, string]>([
  ['filter-rows', 'condition', 'paid > 0', 'paid > 1', 'Condition: paid > 0 > paid > 1'],
  ['filter-rows', 'action', undefined, 'remove', 'Rows that fulfil it: Keep > Leave out'],
  ['remove-duplicates', 'columns', ['a', 'b'], ['b', 'c'], 'Same: a > c'],
  ['remove-duplicates', 'columns', ['a'], ['a', 'b'], 'Same:  > b'],
  ['remove-duplicates', 'columns', ['a', 'b'], ['b', 'a'], 'Same: a, b > b, a'],
  ['remove-duplicates', 'by', 'at', undefined, 'Newest by: at > '],
  ['rename-columns', 'names', [['a', 'b']], [['a', 'c']], 'Names: a → b > a → c'],
  ['from-the-future', 'depth', 3, true, 'depth: 3 > yes'],
])('%s %s', (id, name, before, after, expected) => {
  expect(told(id, name, before, after).replace(/^(New names|Names|Columns)/, 'Names')).toBe(expected);
});

test('in Chinese by the labels of the form', () => {
  expect(told('remove-duplicates', 'keep', 'first', 'newest', 'zh')).toBe('保留: 第一行 > 最新一行');
});
