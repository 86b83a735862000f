import { expect, test } from 'vitest';
import { followSources } from './follow-sources.ts';

test('rows and cells named by their source follow it', () => {
  const steps = [
    { step: 'edit-cells', version: 1, params: { cells: ['3\t7\tname\tx\ty', 'odd', '4\t1\tname\t'] } },
    { step: 'filter-rows', version: 1, params: { condition: 'a' }, keep: [{ source: 3, row: 2 }] },
    { step: 'sort-rows', version: 1, params: {} },
  ];
  expect(followSources(steps, (source) => (source === 3 ? 9 : source))).toEqual([
    { step: 'edit-cells', version: 1, params: { cells: ['9\t7\tname\tx\ty', 'odd', '4\t1\tname\t'] } },
    { step: 'filter-rows', version: 1, params: { condition: 'a' }, keep: [{ source: 9, row: 2 }] },
    { step: 'sort-rows', version: 1, params: {} },
  ]);
});
