import { expect, test } from 'vitest';
import { relieve } from './relieve.ts';

/** A large array that nobody holds once this has returned. What is known of it: whether it is still there. */
const forgotten = () => new WeakRef(new Uint8Array(64 << 20));

test('what nobody needs is given back at once', async () => {
  const large = forgotten();
  // What a weak reference points at stays until the turn that made it has ended.
  await new Promise(setImmediate);
  expect(large.deref()?.length).toBe(64 << 20);
  await new Promise(setImmediate);
  relieve();
  expect(large.deref() === undefined).toBe(true);
});
