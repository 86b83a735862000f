import type { Grain } from '#contract/metrics';
import { addDays, dayNumber, dayText, daysInMonth } from '../values/dates.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** First day of the bucket a day falls into. Weeks start on Monday. */
export function bucketStart(day: string, grain: Grain): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));
    case 'month':
      return `${year}-${day.slice(5, 7)}-01`;
    case 'quarter':
      return `${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    default:
      return `${year}-01-01`;
  }
}

/** Buckets of a period in order, and for each of its days the bucket it falls into. */
export function bucketsOf(period: Period, grain: Grain | undefined): { readonly labels: readonly (string | null)[]; readonly ofDay: Int32Array } {
  const first = dayNumber(period.from);
  const count = Math.max(0, dayNumber(period.to) - first + 1);
  const ofDay = new Int32Array(count);
  if (grain === undefined) return { labels: [null], ofDay };
  const labels: string[] = [];
  for (let i = 0; i < count; i++) {
    const start = bucketStart(dayText(first + i), grain);
    if (labels[labels.length - 1] !== start) labels.push(start);
    ofDay[i] = labels.length - 1;
  }
  return { labels, ofDay };
}

/** The period to compare with: the same number of days just before, or the same days a year earlier. */
export function comparedPeriod({ from, to }: Period, compare: 'previous' | 'year'): Period {
  if (compare === 'year') return { from: yearEarlier(from), to: yearEarlier(to) };
  const days = dayNumber(to) - dayNumber(from) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

function yearEarlier(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  const month = Number(day.slice(5, 7));
  return `${year}-${day.slice(5, 7)}-${String(Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))).padStart(2, '0')}`;
}

/** The last calendar month that lies wholly within the data; when none does, all of the data. */
export function lastFullMonth(firstDay: number, lastDay: number): Period {
  const last = dayText(lastDay);
  const end = `${last.slice(0, 8)}${String(daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)))).padStart(2, '0')}`;
  const to = end === last ? last : addDays(`${last.slice(0, 8)}01`, -1);
  const from = `${to.slice(0, 8)}01`;
  return dayNumber(from) >= firstDay ? { from, to } : { from: dayText(firstDay), to: last };
}
