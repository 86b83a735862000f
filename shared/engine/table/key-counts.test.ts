import { expect, test } from 'vitest';
import { repeatedKeys } from './key-counts.ts';
import { tableOf } from './table.ts';

const { columns, rows } = tableOf(
  [
    ['k', 'id'],
    ['n', 'int'],
  ],
  [
    ['a', 1],
    [null, 1],
    ['b', 1],
    ['A', 1],
    ['b', 2],
    [null, 1],
    ['b', 1],
  ],
);
const [k, n] = columns as [(typeof columns)[0], (typeof columns)[0]];

test.each([
  ['one column; missing keys do not repeat', [k], [[]], { keys: 1, rows: 3, worst: { row: 2, count: 3 } }],
  ['what is overlooked makes more of them', [k], [['case' as const]], { keys: 2, rows: 5, worst: { row: 2, count: 3 } }],
  ['both columns', [k, n], [[], []], { keys: 1, rows: 2, worst: { row: 2, count: 2 } }],
  ['numbers', [n], [[]], { keys: 1, rows: 6, worst: { row: 0, count: 6 } }],
  ['none', [k, n].slice(0, 1), [[]], { keys: 1, rows: 3, worst: { row: 2, count: 3 } }],
])('%s', (_name, of, tidy, repeats) => expect(repeatedKeys(of, tidy, rows)).toEqual(repeats));

test('keys that stand once', () => expect(repeatedKeys(tableOf([['k', 'id']], [['a'], ['b'], [null], [null]]).columns, [[]], 4)).toEqual({ keys: 0, rows: 0, worst: null }));
