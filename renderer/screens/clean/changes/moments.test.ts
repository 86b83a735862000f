import { describe, expect, test } from 'vitest';
import type { TableMoment, TableMoments } from '#contract/changes';
import { defaultSince, momentOf } from './moments.ts';

const moment = (n: number, current = false): TableMoment => ({ n, at: '2026-05-01 10:00:00', title: { en: '', zh: '' }, imported: false, name: null, current });
const all = (week: number | null, lastImport: number | null, ...moments: TableMoment[]): TableMoments => ({ moments, week, lastImport, key: [], suggested: [], columns: [] });

describe('with what a table is compared', () => {
  test('last week where it was there, else the last import, else as it came', () => {
    expect(defaultSince(all(4, 6, moment(7, true), moment(4)))).toBe('week');
    expect(defaultSince(all(null, 6, moment(7, true), moment(4)))).toBe('import');
    expect(defaultSince(all(null, null, moment(7, true), moment(4)))).toBe('4');
    expect(defaultSince(all(null, null, moment(4, true)))).toBeNull();
  });

  test('a choice means a change, as long as the table was there', () => {
    const moments = all(4, null, moment(7, true), moment(4));
    expect(['week', 'import', '5', '3', 'x'].map((since) => momentOf(moments, since))).toEqual([4, null, 5, null, null]);
  });
});
