import { expect, test } from 'vitest';
import { textColumn } from '../../table/table.ts';
import { destroyedFindings } from './destroyed-ids.ts';

const told = (cells: readonly string[]) => destroyedFindings([textColumn('no', 'text', cells)], (row) => row + 2).map(({ where, message }) => [where?.row, message.en.slice(0, 38)]);

test.each<[string, string[], unknown[]]>([
  ['as a quantity', ['123', '1.23457E+17', '1.23457E+17'], [[3, 'Excel has destroyed 2 codes of no (1.2']]],
  ['zeros from digit 16 on, in each', ['123456789012345000', '123456789012345000', '223456789012345000'], [[2, 'Excel has destroyed 3 codes of no (123']]],
  ['zeros from digit 16 on, in most', ['123456789012345678', '123456789012345000', '223456789012345000'], [[3, 'Excel has destroyed 2 codes of no (123']]],
  ['a lone code', ['123456789012345000'], [[2, 'Excel has destroyed 1 codes of no (123']]],
  ['codes of 16 digits, all with a zero', ['1234567890123450', '2234567890123450', '3234567890123450', '4234567890123450'], [[2, 'Excel has destroyed 4 codes of no (123']]],
  ['codes of 16 digits, some with a zero', ['1234567890123450', '2234567890123450', '3234567890123450', '4234567890123451', '4234567890123452', '4234567890123453'], []],
  ['one of many', Array.from({ length: 50 }, (_, i) => `1234567890123456${10 + i}`).concat('123456789012345000'), []],
  [
    'a few of many, with four zeros',
    Array.from({ length: 80 }, (_, i) => `21456789012345678${10 + i}`).concat('2145678901234560000', '2145678901234570000'),
    [[82, 'Excel has destroyed 2 codes of no (214']],
  ],
  ['codes of 15 digits', ['123456789012340', '123456789012350'], []],
])('codes that Excel destroyed: %s', (_, cells, expected) => {
  expect(told(cells)).toEqual(expected);
});
