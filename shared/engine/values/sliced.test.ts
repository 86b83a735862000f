import { expect, test } from 'vitest';
import { atOnce, inTurns, type Sliced } from './sliced.ts';

function* count(to: number, seen: number[]): Sliced<number> {
  for (let i = 0; i < to; i++) {
    seen.push(i);
    yield;
  }
  return to;
}

test('slices run at once', () => {
  const seen: number[] = [];
  expect([atOnce(count(3, seen)), seen]).toEqual([3, [0, 1, 2]]);
});

test('others have their turn between slices', async () => {
  const seen: number[] = [];
  const breathe = async () => void seen.push(-1);
  expect(await inTurns(count(2, seen), { signal: new AbortController().signal, breathe })).toBe(2);
  expect(seen).toEqual([0, -1, 1, -1]);
});

test('a signal stops after the slice that runs', async () => {
  const seen: number[] = [];
  const controller = new AbortController();
  const breathe = async () => {
    if (seen.length === 2) controller.abort(new Error('cancelled'));
  };
  await expect(inTurns(count(9, seen), { signal: controller.signal, breathe })).rejects.toThrow('cancelled');
  expect(seen).toEqual([0, 1]);
});
