import { expect, test } from 'vitest';
import { textColumn } from '../../table/table.ts';
import { lastDayOf, missingDays } from './days.ts';

const table = (type: 'date' | 'instant', cells: readonly string[]) => ({
  rows: cells.length,
  columns: [textColumn('at', type, cells)],
  origin: { source: new Uint32Array(cells.length), row: new Uint32Array(cells.length) },
});
const UTC = () => 0;
const SHANGHAI = () => 480;
/** Berlin on the day when its summer time begins, at 01:00 by UTC. */
const BERLIN = (instant: string) => (instant < '2026-03-29 01:00:00' ? 60 : 120);

test.each<[string, 'date' | 'instant', string[], (instant: string) => number, string[] | undefined]>([
  ['a gap', 'date', ['2026-05-01', '2026-05-02', '2026-05-04'], UTC, ['2026-05-03']],
  ['none', 'date', ['2026-05-02', '2026-05-01', '2026-05-01'], UTC, []],
  ['too many gaps for a daily table', 'date', ['2026-05-01', '2026-05-09'], UTC, undefined],
  ['over the end of a month', 'date', ['2026-04-29', '2026-05-01', '2026-05-02'], UTC, ['2026-04-30']],
  // 01:00 in Shanghai is the day before in UTC.
  ['days by the clock of the shop', 'instant', ['2026-05-01 02:00:00', '2026-05-01 17:00:00', '2026-05-03 02:10:00', '2026-05-03 18:00:00'], SHANGHAI, []],
  ['a day that only UTC has', 'instant', ['2026-05-01 02:00:00', '2026-05-02 17:00:00', '2026-05-04 02:10:00'], SHANGHAI, ['2026-05-02']],
  ['a day whose clock is changed', 'instant', ['2026-03-28 22:59:00', '2026-03-28 23:00:00', '2026-03-29 21:59:00', '2026-03-30 22:00:00'], BERLIN, ['2026-03-30']],
  ['the day behind it begins an hour earlier', 'instant', ['2026-03-29 21:59:00', '2026-03-29 22:00:00', '2026-03-31 10:00:00'], BERLIN, []],
  ['an evening hour of that day is the next day by the new clock', 'instant', ['2026-03-28 12:00:00', '2026-03-29 22:30:00'], BERLIN, undefined],
])('%s', (_, type, cells, offsetOf, days) => {
  expect(missingDays(table(type, cells), offsetOf)?.days).toEqual(days);
});

test('the last day is one of the clock of the shop', () => {
  expect(lastDayOf(table('instant', ['2026-05-01 02:00:00', '2026-05-01 17:00:00']), Number.POSITIVE_INFINITY, SHANGHAI)?.lastDay).toBe('2026-05-02');
});
