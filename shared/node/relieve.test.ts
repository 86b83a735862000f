import { expect, test } from 'vitest';
import { relieve } from './relieve.ts';

test('what nobody needs is given back at once', () => {
  const weigh = () => process.memoryUsage().arrayBuffers;
  const before = weigh();
  let large: Uint8Array | null = new Uint8Array(200 << 20);
  expect(large.length + weigh() - before).toBeGreaterThan(390 << 20);
  large = null;
  relieve();
  expect(large).toBeNull();
  expect(weigh() - before).toBeLessThan(100 << 20);
});
