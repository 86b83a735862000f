import { expect, test } from 'vitest';
import { decimalToMoney, decimalToNumber, isBlankWord, isEstimate, parseDecimal } from './numbers.ts';

test.each<[string, number | null]>([
  ['< 10%', 0.05],
  ['> 90%', 0.95],
  [' >95.5% ', 0.9775],
  ['<5%', 0.025],
  ['7.5w~10w', 87_500],
  ['1万～1.5万', 12_500],
  ['5%~10%', 0.075],
  // Sizes, days and bounds of other kinds are no numbers.
  ['35~36', null],
  ['2025-06-01~2025-06-02', null],
  ['< 10', null],
  ['> 90', null],
  ['5%~10w', null],
])('%s counts as %s', (text, value) => {
  const found = parseDecimal(text);
  expect(found === null ? null : decimalToNumber(found)).toBe(value);
  expect(isEstimate(text)).toBe(value !== null || text === '5%~10w');
});

test.each([
  ['AU $12.00', 12_0000],
  ['C $1,210.50', 1210_5000],
  ['US$3', 3_0000],
  ['HK$ 8.80', 8_8000],
  ['R$ 5', 5_0000],
  ['JPY 900', 900_0000],
  ['A $ B', null],
  ['-$12.50', -12_5000],
  ['$-12.50', -12_5000],
  ['($12.50)', -12_5000],
  ['12.50 EUR', 12_5000],
  ['12,500원', 12_500_0000],
  ['₩-500', -500_0000],
  ['人民币 3.50', 3_5000],
  ['人民币3.50元', 3_5000],
  ['–12.00', -12_0000],
  ['–€12.00', -12_0000],
  ['5–10', null],
  ['元旦 5', null],
  ['12.50 zł', 12_5000],
  ['CHF 12.50', 12_5000],
  ['US$ 12.50 USD', 12_5000],
  ['1.2万元', 12_000_0000],
  ['1,234.00-', -1234_0000],
  ['15.00-', -15_0000],
  ['12.50- EUR', -12_5000],
  ['₹1,23,456.50', 123_456_5000],
  ['1,23,456.50', 123_456_5000],
  ['₹12,34,567', 1_234_567_0000],
  ['1’234.50', 1234_5000],
  ['△1,234', -1234_0000],
  ['▲¥1,234', -1234_0000],
  ["'12.50", 12_5000],
  ['`1.01', 1_0100],
  // Codes, lists and measures.
  ['15-', null],
  ['1,23,456', null],
  ['CHF100', null],
  ['12元5', null],
  ['1USD2', null],
  ['▲12%', null],
  ['△', null],
  ['`', null],
])('%s is money: %s', (text, money) => {
  const found = parseDecimal(text);
  expect(found === null ? null : decimalToMoney(found)).toBe(money);
});

test.each(['\\N', 'NULL', 'N/A', ' - ', ''])('%j is a blank', (text) => {
  expect(isBlankWord(text)).toBe(true);
});
