import fs from 'node:fs';
import zlib from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { createScratch } from './scratch.ts';
import { unpack } from './unpack.ts';

test.each([
  ['in memory', 1000],
  ['in a file', 40 << 20],
])('bytes kept %s are read back from any place', (_where, size) => {
  const scratch = createScratch('inner.csv');
  const piece = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
  for (let at = 0; at < size; at += 1000) scratch.write(piece);
  const file = scratch.seal();
  const target = new Uint8Array(10);
  expect(file.read(target, file.size - 998)).toBe(10);
  expect([...target]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(file.read(target, file.size)).toBe(0);
  file.close();
});

test('nothing is lost where the system takes less at a time than it is given', () => {
  const { writeSync } = fs;
  const spy = vi
    .spyOn(fs, 'writeSync')
    .mockImplementation(((handle: number, bytes: Uint8Array, at?: number) => writeSync(handle, bytes, at ?? 0, Math.min(700_001, bytes.length - (at ?? 0)))) as typeof fs.writeSync);
  const scratch = createScratch('inner.csv');
  // The first lie in memory until there are too many.
  for (let i = 0; i < 40; i++) scratch.write(new Uint8Array(1 << 20).fill(i));
  spy.mockRestore();
  const file = scratch.seal();
  const target = new Uint8Array(1);
  const found = Array.from({ length: 40 }, (_, i) => {
    file.read(target, (i << 20) + 1_000_000);
    return target[0];
  });
  file.close();
  expect(found).toEqual(Array.from({ length: 40 }, (_, i) => i));
});

const gathered = async (pieces: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
};

test('packed bytes are unpacked, of several members too', async () => {
  expect(await gathered(unpack('gzip', [zlib.gzipSync('one,'), zlib.gzipSync('two')]))).toBe('one,two');
  expect(await gathered(unpack('deflate-raw', [zlib.deflateRawSync('three')]))).toBe('three');
});

test('damaged data is an error', async () => {
  const packed = zlib.gzipSync('x'.repeat(5000));
  await expect(gathered(unpack('gzip', [packed.subarray(0, packed.length - 12)]))).rejects.toThrow();
  await expect(gathered(unpack('gzip', [new Uint8Array([1, 2, 3])]))).rejects.toThrow();
});
