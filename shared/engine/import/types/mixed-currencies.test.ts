import { expect, test } from 'vitest';
import { textColumn } from '../../table/table.ts';
import { currencyOf } from '../../values/currencies.ts';
import { currencyFindings } from './mixed-currencies.ts';

test('amounts of several currencies are named with their counts', () => {
  expect(currencyFindings([textColumn('Total', 'text', ['$12.50', '$3', '€3.20', '£2.00', '5'])], (row) => row + 2)).toEqual([
    {
      code: 'mixed-currencies',
      severity: 'warning',
      where: { row: 4, column: 'Total' },
      message: {
        en: 'Total holds amounts of 3 currencies ($ 2, EUR 1, GBP 1): they are not converted, and sums of it mix them',
        zh: '“Total”中有 3 种货币的金额（$ 2、EUR 1、GBP 1）：未作换算，合计会混在一起',
      },
    },
  ]);
});

test.each([[['$12.50', '3']], [['US$12.50', '$3', 'USD 4']], [['¥12.50', '3元', 'RMB 4', '￥5']], [['¥1200', '500円']], [['12', '13', '1e5', '12%', '1.2万']]])(
  'one currency is no mixture: %j',
  (cells) => {
    expect(currencyFindings([textColumn('Total', 'text', cells)], (row) => row)).toEqual([]);
  },
);

test.each([
  [['US$12.50', 'C$3'], 'USD 1, CAD 1'],
  [['¥12', '5元', '3円'], '¥ 1, CNY 1, JPY 1'],
  [['12,50 zł', '3,00 EUR'], 'PLN 1, EUR 1'],
])('these are: %j', (cells, listed) => {
  expect(currencyFindings([textColumn('Total', 'text', cells)], (row) => row)[0]?.message.en).toContain(`(${listed})`);
});

test.each([
  ['R$ 12,50', 'BRL'],
  ['12.50 zł', 'PLN'],
  ['(12.50 EUR)', 'EUR'],
  ['12.50', null],
])('%s', (text, currency) => {
  expect(currencyOf(text)).toBe(currency);
});

test('currencies that formats of cells show count as those that are written', () => {
  const shown = (counts: Record<string, number>) => new Map([['Total', new Map(Object.entries(counts))]]);
  const told = (cells: string[], counts: Record<string, number>) =>
    currencyFindings([textColumn('Total', 'text', cells)], (row) => row, shown(counts)).map(({ where, message }) => [where.row, message.en.slice(0, 62)]);
  expect(told(['12.5', '3', '4'], { EUR: 1, CNY: 2 })).toEqual([[undefined, 'Total holds amounts of 2 currencies (CNY 2, EUR 1): they are n']]);
  expect(told(['12.5', '¥3', '4'], { CNY: 2 })).toEqual([]);
  expect(told(['12.5', '€3', '4'], { CNY: 2 })).toEqual([[undefined, 'Total holds amounts of 2 currencies (CNY 2, EUR 1): they are n']]);
});
