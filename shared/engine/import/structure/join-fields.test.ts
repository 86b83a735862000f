import { describe, expect, test } from 'vitest';
import { fieldKind, fieldKinds, joinedAt, placeToJoin } from './join-fields.ts';

test.each([
  [['1', '2.50', '', '¥3'], 'number'],
  [['2025-06-01', '2025/6/2 8:00', '-'], 'time'],
  [['1', '2025-06-01'], 'text'],
  [['好的', '', '5'], 'text'],
  [['', '-'], 'text'],
] as const)('cells such as %j are of the kind %s', (cells, kind) => {
  expect(fieldKind(cells)).toBe(kind);
});

test('rows of another width say nothing of the columns', () => {
  expect(
    fieldKinds(
      [
        ['1', 'a'],
        ['2', 'b'],
        ['x', 'y', 'z'],
      ],
      2,
    ),
  ).toEqual(['number', 'text']);
});

test('fields are joined by their separator', () => {
  expect(joinedAt(['1', 'a', 'b', 'c', '5'], 1, 3, ';')).toEqual(['1', 'a;b;c', '5']);
  expect(joinedAt(['a', 'b', '5'], 1, 2, ',')).toEqual(['a', 'b,5']);
});

describe('the place of a row', () => {
  const kinds = ['number', 'text', 'time', 'text', 'number'] as const;

  test.each<[fields: string, places: number[], place: number]>([
    ['1,a,2025-06-01,b,c,5', [3], 3],
    ['1,a,x,2025-06-01,b,5', [3], -1],
    ['1,a,x,2025-06-01,b,5', [3, 1], 1],
    // A cell that fits nowhere does not keep the others from their place.
    ['1,a,2025-06-01,b,c,?', [3], 3],
    ['1,a,2025-06-31,b,c,5', [3], 3],
    // Amounts with a comma between thousands.
    ['1,a,2025-06-01,b,1,005', [4], 4],
    ['1,a,2025-06-01,b,c,d,5', [3], 3],
    ['1,a,2025-06-01,b,c,5', [7], -1],
    ['1,a,2025-06-01,b,c,5', [], -1],
  ])('%s at %j: %d', (fields, places, place) => {
    expect(placeToJoin(fields.split(','), places, kinds, ',')).toBe(place);
  });

  test('is any of them where nothing tells', () => {
    expect(placeToJoin(['a', 'b', 'c'], [1], ['text', 'text'], ',')).toBe(1);
  });
});
