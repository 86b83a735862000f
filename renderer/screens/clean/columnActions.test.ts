import { expect, test } from 'vitest';
import type { StepInfo } from '#contract/definitions';
import { columnActions } from './columnActions.ts';

const step = (id: string, params: StepInfo['params']): StepInfo => ({ id, version: 1, title: { en: id, zh: id }, help: { en: '', zh: '' }, icon: 'x', family: 'text', params });
const label = { en: '', zh: '' };

test('steps begin at a column when their first parameter is one that fits', () => {
  const catalogue = [
    step('rename-columns', [{ name: 'names', kind: 'pairs', label }]),
    step('tidy-text', [{ name: 'columns', kind: 'columns', label, types: ['text'] }]),
    step('convert-unit', [{ name: 'column', kind: 'column', label, types: ['int'] }]),
    step('filter-rows', [{ name: 'condition', kind: 'expression', label }]),
    step('stack', [{ name: 'datasets', kind: 'datasets', label }]),
  ];
  expect(columnActions(catalogue, '名]称', 'text').map(({ id, params }) => [id, params])).toEqual([
    ['rename-columns', { names: [['名]称', '名]称']] }],
    ['tidy-text', { columns: ['名]称'] }],
    ['filter-rows', { condition: '[名]]称] = ' }],
  ]);
});
