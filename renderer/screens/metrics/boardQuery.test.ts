import { describe, expect, it } from 'vitest';
import type { ScopeReply } from '#contract/metrics';
import { bucketPeriod, presetPeriod, readBoard } from './boardQuery.ts';

const scope: ScopeReply = {
  from: '2024-10-01',
  to: '2025-07-01',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  lastFullMonth: { from: '2025-06-01', to: '2025-06-30' },
  dimensions: [],
  counts: { orders: 1, customers: 1, products: 1 },
};

describe('the board in the address', () => {
  it('starts with the last full month against the period before', () => {
    expect(readBoard({}, scope)).toEqual({ from: '2025-06-01', to: '2025-06-30', preset: 'last-month', compare: 'previous', grain: 'day', filters: {} });
  });

  it('reads presets, own periods and filters', () => {
    expect(presetPeriod('last-30', scope)).toEqual({ from: '2025-06-02', to: '2025-07-01' });
    expect(readBoard({ from: '2025-05-03', to: '2025-05-09', 'f.channel': 'jd|tmall', compare: 'none' }, scope)).toMatchObject({
      from: '2025-05-03',
      to: '2025-05-09',
      compare: undefined,
      filters: { channel: ['jd', 'tmall'] },
    });
  });

  it('has nothing to show without data', () => {
    expect(readBoard({}, { ...scope, from: null, to: null, lastFullMonth: null })).toBeNull();
  });

  it('keeps the days of a point inside the period', () => {
    expect(bucketPeriod('2025-06-30', { from: '2025-06-01', to: '2025-06-30', grain: 'week' })).toEqual({ from: '2025-06-30', to: '2025-06-30' });
    expect(bucketPeriod('2025-05-26', { from: '2025-06-01', to: '2025-06-30', grain: 'week' })).toEqual({ from: '2025-06-01', to: '2025-06-01' });
  });
});
