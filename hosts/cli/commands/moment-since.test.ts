import { expect, test } from 'vitest';
import type { TableMoments } from '#contract/changes';
import { momentSince } from './moment-since.ts';

const moment = (n: number, at: string) => ({ n, at, title: { en: '', zh: '' }, imported: false, name: null, current: false });
const moments: TableMoments = {
  moments: [moment(9, '2026-05-09 10:00:00'), moment(4, '2026-05-02 23:59:00'), moment(2, '2026-05-01 08:00:00')],
  week: 4,
  lastImport: null,
  key: [],
  suggested: [],
  columns: [],
};

test.each([
  ['week', 4],
  ['7', 7],
  ['2026-05-02', 4],
  ['2026-05-01', 2],
  ['2027-01-01', 9],
])('what a table was %s', (since, n) => {
  expect(momentSince(moments, since)).toBe(n);
});

test.each([
  ['import', 'not-found'],
  ['2026-04-30', 'not-found'],
  ['yesterday', 'invalid-params'],
])('%s is refused', (since, code) => {
  expect(() => momentSince(moments, since)).toThrow(expect.objectContaining({ info: expect.objectContaining({ code }) }));
});
