import { describe, expect, it } from 'vitest';
import { compactMoney, formatBytes, formatCell, formatMoney, formatNumber, formatPercent, metricChange, metricParts } from './numbers.ts';

describe('numbers', () => {
  it('writes money from ten-thousandths', () => {
    expect(formatMoney(12_846_300_000, 'CNY')).toBe('¥1,284,630');
    expect(formatMoney(1_470_500, 'CNY')).toBe('¥147.05');
    expect(formatMoney(-92_041_000, 'CNY', 'exact')).toBe('−¥9,204.10');
    expect(formatMoney(null, 'CNY')).toBe('—');
    expect(formatMoney(10_000, 'XAU')).toBe('XAU 1.00');
    expect(formatMoney(-10_000, 'XXX')).toBe('−1.00');
  });

  it('shortens money in both languages', () => {
    expect(compactMoney(12_846_300_000, 'CNY', 'zh')).toBe('128.5万');
    expect(compactMoney(12_846_300_000, 'CNY', 'en')).toBe('¥1.28M');
    expect(compactMoney(1_200_000_000, 'CNY', 'en')).toBe('¥120k');
  });

  it('never shows a minus before zero, and a missing value as a dash', () => {
    expect(formatNumber(-0.001)).toBe('0');
    expect(formatNumber(Number.NaN)).toBe('—');
    expect(formatPercent(0.0275, 2)).toBe('2.75%');
    expect([9508 / 9511, 1, 0.0006, 0.0001, 0].map((share) => formatPercent(share))).toEqual(['99.9%', '100.0%', '0.1%', '<0.1%', '0.0%']);
    expect(formatCell(null, 'money')).toBe('—');
    expect(formatCell('0042', 'id')).toBe('0042');
    expect(formatCell(2_680_000, 'money')).toBe('268.00');
  });

  it('compares in the way of the unit', () => {
    expect(metricChange(110, 100, 'money', 'en')).toEqual({ text: '10.0%', direction: 1 });
    expect(metricChange(0.0275, 0.0259, 'ratio', 'en')).toEqual({ text: '0.16 pt', direction: 1 });
    expect(metricChange(3.64, 3.86, 'multiple', 'en')).toEqual({ text: '0.22', direction: -1 });
    expect(metricChange(1, 0, 'count', 'en')).toBeNull();
    expect(metricParts(0.0275, 'ratio', 'CNY', 'en')).toEqual({ number: '2.75', suffix: '%' });
  });

  it('writes sizes', () => {
    expect(formatBytes(999)).toBe('999 B');
    expect(formatBytes(1_400_000)).toBe('1.4 MB');
  });
});
