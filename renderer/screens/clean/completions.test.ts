import { expect, test } from 'vitest';
import { completionsAt } from './completions.ts';

const columns = ['实付金额', '退款金额', 'paid at', 'qty'];
const functions = [
  { name: 'contains', help: 'contains(text, part)' },
  { name: 'coalesce', help: 'coalesce(a, b)' },
];
const texts = (text: string, caret = text.length) => completionsAt(text, caret, columns, functions).map((one) => one.text);

test('columns and functions go on from the word at the caret', () => {
  expect(texts('co')).toEqual(['contains(', 'coalesce(']);
  expect(texts('[实付金额] - 金额')).toEqual(['[实付金额]', '[退款金额]']);
  expect(texts('[pa')).toEqual(['[paid at]']);
  expect(texts('[')).toEqual(['[实付金额]', '[退款金额]', '[paid at]', '[qty]']);
  expect(texts('qt * 2', 2)).toEqual(['[qty]']);
  expect(completionsAt('1 + co', 6, columns, functions)[0]).toMatchObject({ from: 4, help: 'contains(text, part)' });
});

test('nothing is completed inside a text, behind a closed bracket or a blank', () => {
  expect([texts("x = 'co"), texts('[qty]'), texts('qty '), texts('')]).toEqual([[], [], [], []]);
});
