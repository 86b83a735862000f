import { describe, expect, it } from 'vitest';
import { addDays, formatPeriod, formatTime, isDay, monthOf, quarterOf } from './dates.ts';

describe('dates', () => {
  it('writes periods', () => {
    expect(formatPeriod('2025-06-01', '2025-06-30', 'en')).toBe('1–30 Jun 2025');
    expect(formatPeriod('2025-05-02', '2025-06-30', 'en')).toBe('2 May – 30 Jun 2025');
    expect(formatPeriod('2025-06-01', '2025-06-30', 'zh')).toBe('2025-06-01 至 2025-06-30');
  });

  it('counts over months and years', () => {
    expect(monthOf('2025-03-31', 1)).toEqual({ from: '2025-02-01', to: '2025-02-28' });
    expect(monthOf('2025-01-15', 1)).toEqual({ from: '2024-12-01', to: '2024-12-31' });
    expect(quarterOf('2025-11-02')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  });

  it('reads instants without a zone as UTC', () => {
    expect(formatTime('2025-06-30 14:02:00')).toBe(formatTime('2025-06-30T14:02:00Z'));
  });

  it('knows days that do not exist', () => {
    expect(isDay('2025-06-31')).toBe(false);
    expect(isDay('2025-06-30')).toBe(true);
  });
});
