import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { storedDeflate } from './stored-deflate.ts';

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7919) & 255);

test.each([0, 1, 65_534, 65_535, 65_536, 131_070, 131_071, 1 << 20])('%d bytes come back as they were, as zlib reads them', (length) => {
  const bytes = bytesOf(length);
  const stored = storedDeflate(bytes);
  expect(Buffer.compare(zlib.inflateRawSync(stored), bytes)).toBe(0);
  expect(stored.length).toBe(length + 5 * Math.max(1, Math.ceil(length / 65_535)));
});

test('is what zlib itself writes at level 0', () => {
  const bytes = bytesOf(1000);
  expect(Buffer.compare(storedDeflate(bytes), zlib.deflateRawSync(bytes, { level: 0 }))).toBe(0);
});
