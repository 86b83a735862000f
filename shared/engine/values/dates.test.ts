import { expect, test } from 'vitest';
import { type CivilTime, type DateOrder, epochSeconds, epochTime, instantText, isoDay, parseCivil, yearLastParts } from './dates.ts';

/** A time as it is written, with `Z` where it says how far it is from UTC. */
const shown = (time: CivilTime | null) => {
  if (time === null) return null;
  if (time.offset !== null) return `${instantText(epochSeconds(time, time.offset))}Z`;
  return time.timed ? instantText(epochSeconds(time, 0)) : isoDay(time);
};

test.each<[string, string | null]>([
  ['2025年6月1日 上午12:05', '2025-06-01 00:05:00'],
  ['2025年6月1日 早上12:05', '2025-06-01 00:05:00'],
  ['2025年6月1日 凌晨12:05', '2025-06-01 00:05:00'],
  ['2025年6月1日 凌晨3:05', '2025-06-01 03:05:00'],
  ['2025年6月1日 下午12:05', '2025-06-01 12:05:00'],
  ['2025年6月1日 中午12:05', '2025-06-01 12:05:00'],
  ['2025年6月1日 中午11:30', '2025-06-01 11:30:00'],
  ['2025年6月1日 中午1:30', '2025-06-01 13:30:00'],
  ['2025年6月1日 下午3:05', '2025-06-01 15:05:00'],
  ['2025年6月1日 晚上8:05', '2025-06-01 20:05:00'],
  ['2025年6月1日 晚上20:05', '2025-06-01 20:05:00'],
  ['2025年6月1日15时04分', '2025-06-01 15:04:00'],
  // Of which night these are, nobody can tell.
  ['2025年6月1日 晚上12:05', null],
  ['2025年6月1日 晚上1:05', null],
  ['2025年6月1日 上午15:05', null],
  ['2025/6/1 上午 09:30:00', '2025-06-01 09:30:00'],
  ['2025/6/1 下午 12:30:00', '2025-06-01 12:30:00'],
  ['2025-06-02 下午3:05', '2025-06-02 15:05:00'],
])('the clock of %s', (text, time) => {
  expect(shown(parseCivil(text))).toBe(time);
});

test.each<[string, string | null]>([
  ['2025年6月1日 星期日', '2025-06-01'],
  ['2025年6月1日星期日', '2025-06-01'],
  ['2025年6月1日（周日） 下午3:05', '2025-06-01 15:05:00'],
  ['2025-06-01 周日', '2025-06-01'],
  ['2025-06-01 星期日 10:20', '2025-06-01 10:20:00'],
  ['Sunday, June 1, 2025', '2025-06-01'],
  ['Fri, Jun 13 2025', '2025-06-13'],
  ['Sun, 01 Jun 2025 15:05:09 +0800', '2025-06-01 07:05:09Z'],
  ['Sun Jun 01 2025 08:00:00 GMT+0800 (China Standard Time)', '2025-06-01 00:00:00Z'],
  ['Jun 1, 2025 3:05:09 PM PDT', '2025-06-01 22:05:09Z'],
  ['Jan 13, 2025 12:05:09 AM PST', '2025-01-13 08:05:09Z'],
  ['Jun 1, 2025 15:05:09 CEST', '2025-06-01 13:05:09Z'],
  ['2025/06/01 0:05:09JST', '2025-05-31 15:05:09Z'],
  ['2025-06-01 10:00 GMT+9', '2025-06-01 01:00:00Z'],
  ['1. Juni 2025', '2025-06-01'],
  ['13. März 2025', '2025-03-13'],
  ['Sonntag, 1. Juni 2025', '2025-06-01'],
  ['3 févr. 2025', '2025-02-03'],
  ['1er août 2025', '2025-08-01'],
  ['12 de octubre de 2025', '2025-10-12'],
  ['3 gennaio 2025 10:20', '2025-01-03 10:20:00'],
  ['1-Jun-25', '2025-06-01'],
  ['June 1, 2025', '2025-06-01'],
  // China's own, or that of Chicago.
  ['Jun 1, 2025 3:05:09 PM CST', null],
  ['Jun 1, 2025 3:05:09 PM XYZ', null],
  ['Marble 12 2025', null],
  ['Junior 12 2025', null],
  ['12 Mango 2025', null],
  ['Sunday', null],
  ['Sun 12', null],
  ['第12期周一', null],
  ['2025-06-01-1', null],
])('%s in words', (text, time) => {
  expect(shown(parseCivil(text))).toBe(time);
});

test('the parts of a date are seen beside a clock in Chinese', () => {
  expect(yearLastParts('13/6/2025 下午3:05')).toMatchObject({ first: 13, second: 6, year: 2025 });
});

test.each<[string, string | null]>([
  ['1748736000', '2025-06-01 00:00:00Z'],
  ['1748736000.5', '2025-06-01 00:00:00Z'],
  ['1748736000123', '2025-06-01 00:00:00Z'],
  ['2025060108', null],
  ['174873600', null],
  ['13800138000', null],
  ['6901234567892', null],
])('%s counts seconds', (text, time) => {
  expect(shown(epochTime(text))).toBe(time);
});

const orders: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];
test.each(orders)('dates in words have one order: %s', (order) => {
  expect(shown(parseCivil('3 févr. 2025', order))).toBe('2025-02-03');
});
