import { expect, test } from 'vitest';
import { correctionOf, standingCorrections, withCorrection } from './corrections.ts';

const TWO = [
  { row: 3, column: 'day', value: '2025-06-30' },
  { row: 9, column: 'day', value: '2025-06-01' },
];

test.each<[string, Parameters<typeof withCorrection>, [number, string, string][]]>([
  [
    'another cell, by its row',
    [TWO, { row: 5, column: 'n' }, '7'],
    [
      [3, 'day', '2025-06-30'],
      [5, 'n', '7'],
      [9, 'day', '2025-06-01'],
    ],
  ],
  [
    'the same cell otherwise',
    [TWO, { row: 3, column: 'day' }, '2025-06-29'],
    [
      [3, 'day', '2025-06-29'],
      [9, 'day', '2025-06-01'],
    ],
  ],
  [
    'another column of the row',
    [TWO, { row: 3, column: 'n' }, '7'],
    [
      [3, 'day', '2025-06-30'],
      [3, 'n', '7'],
      [9, 'day', '2025-06-01'],
    ],
  ],
  ['none any more', [TWO, { row: 3, column: 'day' }, undefined], [[9, 'day', '2025-06-01']]],
])('%s', (_, given, expected) => {
  expect(withCorrection(...given).map(({ row, column, value }) => [row, column, value])).toEqual(expected);
});

test('what a cell was corrected to', () => {
  expect([correctionOf(TWO, { row: 9, column: 'day' }), correctionOf(TWO, { row: 9, column: 'n' })]).toEqual(['2025-06-01', undefined]);
});

test('a cell that is read by another choice needs no correction any more', () => {
  const listed = [{ row: 9, column: 'day', text: '2025-06-31' }];
  const tables = [{ name: 'a', refused: [{ reason: { en: '', zh: '' }, cells: 1, listed, fixes: [] }] }];
  expect(standingCorrections({ a: TWO, b: TWO }, { tables } as never)).toEqual({ a: [TWO[1]] });
});
