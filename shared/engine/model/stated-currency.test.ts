import { expect, test } from 'vitest';
import { textColumn } from '../table/table.ts';
import { typeColumn } from '../table/typing.ts';
import { currencyOfSheet, statedCurrencies } from './stated-currency.ts';

function table(name: string, cells: readonly string[]) {
  const { column } = typeColumn(textColumn(name, 'text', cells), 'money', { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 });
  return { rows: cells.length, columns: [column], origin: { source: new Uint32Array(cells.length), row: new Uint32Array(cells.length) } };
}

test.each<[string, string, readonly string[], string | null, readonly string[]]>([
  ['a unit in the header', 'Amount spent (EUR)', ['12.00'], null, ['EUR']],
  ['yuan in the header', '用户实付金额(元)', ['12.00'], null, ['CNY']],
  ['dollars of eBay', 'Sold For', ['$1,200.00'], 'ebay', ['USD']],
  ['Australian dollars of eBay', 'Sold For', ['AU $1,200.00'], 'ebay', ['AUD']],
  ['yuan or yen', 'Total', ['¥12.00'], 'woocommerce', ['CNY', 'JPY']],
  ['a sign that a later one makes certain', 'Total', ['¥12.00', 'CNY 3.00'], 'woocommerce', ['CNY']],
  ['signs that contradict each other', 'Total', ['€12.00', '£3.00'], 'woocommerce', []],
  ['plain numbers', 'Total', ['12.00', ''], 'woocommerce', []],
])('%s', (_name, header, cells, platform, currencies) => {
  const found = table(header, cells);
  expect(found.columns[0]?.kind === 'number' && Number.isFinite(found.columns[0].values[0])).toBe(true);
  expect(statedCurrencies(found, platform)).toEqual(currencies);
});

test('what is known of the shop counts unless the sign is another’s', () => {
  expect(currencyOfSheet(['EUR'], ['CNY'])).toBe('EUR');
  expect(currencyOfSheet(['CNY', 'JPY'], [null, 'JPY'])).toBe('JPY');
  expect(currencyOfSheet(['USD', 'CAD'], ['CNY'])).toBe(null);
  expect(currencyOfSheet([], [null, 'GBP'])).toBe('GBP');
});
