import { expect, test } from 'vitest';
import { keepable, withKept, withoutKept } from './keptActions.ts';

const step = { step: 'filter-rows', version: 1, params: { condition: 'a' } };

test('a row is kept once, and a step that keeps none says nothing of it', () => {
  const one = withKept(step, [
    { source: 1, row: 4 },
    { source: 1, row: 4 },
  ]);
  expect(one.keep).toEqual([{ source: 1, row: 4 }]);
  const two = withKept(one, [
    { source: 2, row: 4 },
    { source: 1, row: 4 },
  ]);
  expect(two.keep).toEqual([
    { source: 1, row: 4 },
    { source: 2, row: 4 },
  ]);
  expect(withoutKept(two, [{ source: 1, row: 4 }]).keep).toEqual([{ source: 2, row: 4 }]);
  expect(withoutKept(two, two.keep ?? [])).toEqual(step);
});

test('of the rows shown those can be kept that are taken away and come from a file', () => {
  const removed = { fate: Uint8Array.of(0, 1, 1, 2, 1), removed: 3, same: null, keepable: true };
  const origin = { file: ['a', 'a', null, 'a', 'b'], row: [1, 2, null, 3, 9], source: [1, 1, 0, 1, 2] };
  expect(keepable(removed, origin, 0, 99)).toEqual([
    { source: 1, row: 2 },
    { source: 2, row: 9 },
  ]);
  expect(keepable(removed, origin, 2, 3)).toEqual([]);
});
