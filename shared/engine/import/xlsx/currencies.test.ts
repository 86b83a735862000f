import { expect, test } from 'vitest';
import { formatCurrency, styleCurrencies } from './currencies.ts';

test.each([
  ['[$€-407] #,##0.00', 'EUR'],
  ['#,##0.00 [$€-407]', 'EUR'],
  ['[$¥-804]#,##0.00', 'CNY'],
  ['[$¥-411]#,##0', 'JPY'],
  ['[$USD] #,##0.00', 'USD'],
  ['[$CHF-807] #,##0', 'CHF'],
  ['"US$"#,##0.00', 'USD'],
  ['\\$#,##0.00;[Red]-\\$#,##0.00', '$'],
  ['_-£* #,##0.00_-;-£* #,##0.00_-', 'GBP'],
  ['_("$"* #,##0.00_)', '$'],
  ['0.00"元"', 'CNY'],
  ['[$-409]#,##0', null],
  ['#,##0.00', null],
  ['0"件"', null],
  ['yyyy-mm-dd', null],
])('%s', (format, currency) => {
  expect(formatCurrency(format)).toBe(currency);
});

test('one currency alone is not worth a look at every cell', () => {
  expect(styleCurrencies(['General', '[$¥-804]0', '0.00"元"', undefined])).toBeNull();
  expect(styleCurrencies(['General', '[$¥-804]0', '[$€-407]0'])).toEqual([null, 'CNY', 'EUR']);
});
