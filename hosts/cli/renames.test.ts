import { expect, test } from 'vitest';
import { parseRenames } from './renames.ts';

test.each<[string[], Record<string, string>]>([
  [[], {}],
  [['Umsatz=Umsatz brutto'], { 'Umsatz brutto': 'Umsatz' }],
  [['金额=实付, 元', ' a = b '], { '实付, 元': '金额', b: 'a' }],
  [['old=a=b'], { 'a=b': 'old' }],
])('%j', (given, renames) => {
  expect(parseRenames(given)).toEqual(renames);
});

test.each([
  [['a'], '--rename a: needs the column of the table and that of the file'],
  [['=b'], '--rename =b: needs the column of the table and that of the file'],
  [['a=b', 'c=b'], '--rename: b cannot be both a and c'],
  [['a=b', 'a=c'], '--rename: a cannot be both b and c'],
])('%j is refused', (given, message) => {
  expect(() => parseRenames(given)).toThrow(message);
});
