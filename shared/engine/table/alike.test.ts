import { expect, test } from 'vitest';
import { type Alike, proposeAlike } from './alike.ts';
import { type Column, tableOf } from './table.ts';

const columnOf = (cells: readonly (string | null)[]) =>
  tableOf(
    [['k', 'text']],
    cells.map((cell) => [cell]),
  ).columns[0] as Column;

test.each<[string, readonly (string | null)[], readonly string[], readonly Alike[]]>([
  ['a letter too many', ['Addidas', 'Adidas'], ['Adidas', 'Puma'], [{ left: 'Addidas', right: 'Adidas', rows: 1, distance: 1 }]],
  ['short words', ['Nikke', null], ['Nike', 'Puma'], [{ left: 'Nikke', right: 'Nike', rows: 1, distance: 1 }]],
  ['short words two letters apart are others', ['Mars'], ['Marne', 'Mark', 'Bark'], [{ left: 'Mars', right: 'Mark', rows: 1, distance: 1 }]],
  ['two letters of a long text', ['Guangzhuo Travel Goodds'], ['Guangzhou Travel Goods'], []],
  ['two letters of a long text that are two', ['Hangzhou Silk Scarv'], ['Hangzhou Silk Scarves'], [{ left: 'Hangzhou Silk Scarv', right: 'Hangzhou Silk Scarves', rows: 1, distance: 2 }]],
  ['accents and capitals', ['CAFÉ CRÈME'], ['cafe creme'], [{ left: 'CAFÉ CRÈME', right: 'cafe creme', rows: 1, distance: 0 }]],
  ['Chinese', ['阿迪达丝官方旗舰店'], ['阿迪达斯官方旗舰店', '耐克官方旗舰店'], [{ left: '阿迪达丝官方旗舰店', right: '阿迪达斯官方旗舰店', rows: 1, distance: 1 }]],
  ['digits must agree', ['Shampoo 500ml', '1000123'], ['Shampoo 600ml', '1000124'], []],
  [
    'the most rows first',
    ['Pumma', 'Addidas', 'Addidas'],
    ['Puma', 'Adidas'],
    [
      { left: 'Addidas', right: 'Adidas', rows: 2, distance: 1 },
      { left: 'Pumma', right: 'Puma', rows: 1, distance: 1 },
    ],
  ],
])('%s', (_name, left, right, proposals) => expect(proposeAlike(columnOf(left), columnOf(right), { tidy: [], pairs: [] })).toEqual(proposals));

test('a rejected pair is not proposed again: the next nearest is', () => {
  const of = (rejected: readonly (readonly [string, string])[]) => proposeAlike(columnOf(['Adidas!']), columnOf(['Adidas', 'Adidas?']), { tidy: [], pairs: [] }, rejected).map(({ right }) => right);
  expect(of([])).toEqual(['Adidas']);
  expect(of([['Adidas!', 'Adidas']])).toEqual(['Adidas?']);
  expect(
    of([
      ['Adidas!', 'Adidas'],
      ['Adidas!', 'Adidas?'],
    ]),
  ).toEqual([]);
});

test('what is paired or compared as equal needs no proposal; spellings of one key are decided once', () => {
  const [left, right] = [columnOf(['Addidas', 'ADDIDAS', 'PUMA']), columnOf(['Adidas', 'puma'])];
  expect(proposeAlike(left, right, { tidy: ['case'], pairs: [] })).toEqual([{ left: 'ADDIDAS', right: 'Adidas', rows: 1, distance: 1 }]);
  expect(proposeAlike(left, right, { tidy: ['case'], pairs: [['Addidas', 'Adidas']] })).toEqual([]);
});

test('never more than 500', () => {
  const name = (i: number) => `${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26), 97 + Math.floor(i / 676))}`.repeat(4);
  const many = Array.from({ length: 700 }, (_, i) => name(i));
  expect(proposeAlike(columnOf(many.map((text) => `${text}!`)), columnOf(many), { tidy: [], pairs: [] })).toHaveLength(500);
});
