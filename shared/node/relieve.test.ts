import { expect, test } from 'vitest';
import { relieve } from './relieve.ts';

test('what nobody needs is given back at once', () => {
  const weigh = () => process.memoryUsage().arrayBuffers;
  const before = weigh();
  const large = { bytes: new Uint8Array(200 << 20) as Uint8Array | null };
  expect(weigh() - before).toBeGreaterThan(190 << 20);
  large.bytes = null;
  relieve();
  expect(weigh() - before).toBeLessThan(100 << 20);
});
