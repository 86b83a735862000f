import { beforeAll, expect, test } from 'vitest';
import { bulkModule } from '../../../tests/support/bulk-module.ts';
import type { Calls } from './module.ts';

const GB = 2 ** 30;

let module: WebAssembly.Module;

beforeAll(async () => {
  module = new WebAssembly.Module((await bulkModule()) as Uint8Array<ArrayBuffer>);
});

/** Calls of a fresh module. */
function fresh(): Calls {
  const host = { textsBack: () => undefined, isText: () => 0 };
  return new WebAssembly.Instance(module, { host }).exports as unknown as Calls;
}

test('the module ends where its places would be none for the host any more', () => {
  const calls = fresh();
  const places: number[] = [];
  // Room that is not written to costs no memory.
  const take = () => {
    for (let i = 0; i < 20; i++) places.push(calls.stylesFor(GB / 4));
  };
  expect(take).toThrow(WebAssembly.RuntimeError);
  expect(places.length).toBe(7);
  expect(places.every((place, i) => place > (places[i - 1] ?? 0) && place + GB / 4 <= calls.memory.buffer.byteLength)).toBe(true);
});

test.each([GB + 1, 2 * GB, 2 * GB + 1, 3 * GB, 4 * GB - 1])('the module has no block of %d bytes, and no smaller one instead', (bytes) => {
  const calls = fresh();
  expect(() => calls.stylesFor(bytes)).toThrow(WebAssembly.RuntimeError);
});

test.each([GB / 2, GB, 2 * GB - 8, 2 * GB, 3 * GB])('texts of %d bytes do not come back into less room', (bytes) => {
  const calls = fresh();
  calls.start(1, 44, 34, 0, 10);
  expect(() => calls.roomBack(0, bytes)).toThrow(WebAssembly.RuntimeError);
});
