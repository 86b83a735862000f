import { expect, test } from 'vitest';
import { decode, encode } from './codec.ts';

test.each([
  ['texts and numbers', { a: '订单', b: [1, -0, Number.NaN, Number.POSITIVE_INFINITY], c: null, d: undefined, e: true }],
  ['typed arrays', { rows: new Float64Array([1.5, Number.NaN]), bytes: new Uint8Array([0, 255]) }],
  ['whole numbers beyond 2^53', 12345678901234567890n],
  [
    'maps, sets, dates',
    new Map<unknown, unknown>([
      ['a', new Set([1])],
      [new Date(5), 2],
    ]),
  ],
  ['an object with a key that looks like a tag', { $: 'date', v: 1 }],
])('%s arrive as they left', (_name, value) => expect(decode(encode(value))).toEqual(value));

test('functions and cycles are refused', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  for (const value of [() => 1, { f: () => 1 }, Promise.resolve(1), Symbol('s'), cycle]) expect(() => encode(value)).toThrow('could not be cloned');
});

test('texts can be exchanged on arrival', () => expect(decode(encode(['file:1', { path: 'file:1' }]), (text) => text.replace('file:1', '/tmp/a.csv'))).toEqual(['/tmp/a.csv', { path: '/tmp/a.csv' }]));
