import { expect, test } from 'vitest';
import { previewLimit } from './look-at.ts';

test.each([
  [0, {}],
  [4 << 20, {}],
  [(4 << 20) + 1, { limit: 1 << 20 }],
  [2 ** 31, { limit: 1 << 20 }],
])('of a file of %d bytes %j is looked at', (size, limit) => {
  expect(previewLimit(size)).toEqual(limit);
});
