import { expect, test } from 'vitest';
import { cellAt, textColumn } from '../../table/table.ts';
import { typeColumn } from '../../table/typing.ts';
import { inferTypes } from './infer.ts';
import { percentFindings } from './percent-mix.ts';

const many = <T>(count: number, of: (i: number) => T) => Array.from({ length: count }, (_, i) => of(i));

test.each<[string, string[], string, (string | number | null)[], string | null]>([
  ['fractions are ratios as well', ['12%', '0.13', '14%', '0.15', '1'], 'ratio', [0.12, 0.13, 0.14, 0.15, 1], null],
  ['one percentage amid fractions', ['12%', '0.13', '0.5', '-0.2'], 'ratio', [0.12, 0.13, 0.5, -0.2], null],
  ['nothing is nothing either way', ['12%', '0', '14%', '0'], 'ratio', [0.12, 0, 0.14, 0], null],
  [
    'beyond 1 nobody knows',
    ['12%', '13', '14%', '15%'],
    'text',
    ['12%', '13', '14%', '15%'],
    '折扣率 mixes percentages (12%) and numbers without the sign (13), which could be per cent as well: it stays text. Set its type if you know',
  ],
  [
    'a lone 1 may be one in a hundred',
    ['12%', '1', '14%', '15%'],
    'text',
    ['12%', '1', '14%', '15%'],
    '折扣率 mixes percentages (12%) and numbers without the sign (1), which could be per cent as well: it stays text. Set its type if you know',
  ],
  ['numbers with a percentage', ['12%', ...many(11, String)], 'number', [null, ...many(11, Number)], '1 cell of 折扣率 is a percentage (12%) amid plain numbers: listed, and not counted'],
])('%s', (_name, texts, type, values, finding) => {
  const column = textColumn('折扣率', 'text', texts);
  const { columns, decimal, dateOrder } = inferTypes([column], {}, {});
  const found = columns[0]?.type ?? 'text';
  expect(found).toBe(type);
  const typed = typeColumn(column, found, { decimal, dateOrder, offsetOf: () => 0 });
  expect(texts.map((_, row) => cellAt(typed.column, row))).toEqual(values);
  expect(
    percentFindings(
      [[column, found]],
      () => '.',
      (row) => row + 2,
    ).map(({ message }) => message.en),
  ).toEqual(finding === null ? [] : [finding]);
});

test('one number without the sign among a hundred percentages is named', () => {
  const column = textColumn('rate', 'text', [...many(99, (i) => `${i + 1}%`), '14']);
  const type = inferTypes([column], {}, {}).columns[0]?.type ?? 'text';
  expect(type).toBe('ratio');
  expect(
    percentFindings(
      [[column, type]],
      () => '.',
      (row) => row + 2,
    ),
  ).toMatchObject([{ code: 'percent-mixed', where: { row: 101, column: 'rate' }, message: { en: 'rate holds percentages, and 1 number without the sign (14), read as it stands: 14 is no 14%' } }]);
});

test('names with a sign in them, and headers that give the unit, are left alone', () => {
  const names = textColumn('name', 'text', ['100% cotton', '12', '50% off']);
  const unit = textColumn('rate(%)', 'text', ['12%', '13']);
  expect(
    percentFindings(
      [
        [names, 'text'],
        [unit, 'ratio'],
      ],
      () => '.',
      (row) => row,
    ),
  ).toEqual([]);
});
