import { expect, test } from 'vitest';
import { byDay } from './days.ts';

test('what happened on one day stands together', () => {
  const at = (text: string) => ({ at: text });
  expect(byDay([at('2026-05-03T12:00:00+00:00'), at('2026-05-03 11:00:00'), at('2026-05-01 12:00:00')]).map(({ day, items }) => [day, items.length])).toEqual([
    ['2026-05-03', 2],
    ['2026-05-01', 1],
  ]);
  expect(byDay([])).toEqual([]);
});
