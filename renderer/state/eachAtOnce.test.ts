import { expect, test } from 'vitest';
import { eachAtOnce } from './eachAtOnce.ts';

test('never more at once than allowed, and results in the order of the items', async () => {
  let running = 0;
  let most = 0;
  const results = await eachAtOnce([5, 1, 4, 2, 3], 2, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, item));
    running--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('a failure is handed on', async () => {
  await expect(
    eachAtOnce([1, 2], 2, async (item) => {
      if (item === 2) throw new Error('two');
    }),
  ).rejects.toThrow('two');
});

test('nothing to do', async () => expect(await eachAtOnce([], 6, async () => 1)).toEqual([]));
