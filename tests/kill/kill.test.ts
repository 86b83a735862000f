import { killRounds } from './rounds.ts';
import { expect, it } from 'vitest';

// kill -9 at random moments of random operations: the file holds the state before or the state after, never one between.
it('survives 20 kills', async () => {
  const outcome = await killRounds(20, 11);
  console.log(`killed 20 times: ${outcome.before} times the old state, ${outcome.after} times the new one`);
  expect(outcome.broken).toEqual([]);
  expect(outcome.before + outcome.after).toBe(20);
});
