import { describe, expect, it } from 'vitest';
import { indexAt, shareOf, tipsOf } from './tips.ts';

describe('chart tips', () => {
  it('snaps to points and bars, and to nothing outside', () => {
    expect(indexAt(0.49, 3, 'points')).toBe(1);
    expect(indexAt(1.01, 30, 'points')).toBe(29);
    expect(indexAt(1.2, 30, 'points')).toBeNull();
    expect(indexAt(0.99, 4, 'bands')).toBe(3);
    expect(indexAt(0.5, 0, 'bands')).toBeNull();
    for (const snap of ['points', 'bands'] as const) for (let i = 0; i < 7; i++) expect(indexAt(shareOf(i, 7, snap), 7, snap)).toBe(i);
  });

  it('names days with their weekday and leaves out what is missing', () => {
    const table = {
      columns: [
        { en: 'Day', zh: '日期' },
        { en: 'Sales', zh: '销售额' },
        { en: 'Compared', zh: '对比期' },
      ],
      rows: [['2025-06-18', '¥45,005', '—']],
    };
    expect(tipsOf({ spec: {}, text: { en: '', zh: '' }, table }, 'en')).toEqual([{ title: 'Wed 18 Jun 2025', lines: [['Sales', '¥45,005']] }]);
    expect(tipsOf({ spec: {}, text: { en: '', zh: '' }, table }, 'zh')[0]?.title).toBe('2025-06-18 周三');
  });
});
