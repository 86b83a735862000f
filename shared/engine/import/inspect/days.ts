import type { Table, TextColumn } from '../../table/table.ts';
import { dayNumber, dayText, localText } from '../../values/dates.ts';

/** A table is taken for a daily one when it holds at least this share of its days. */
const DENSE = 0.7;
const MOST_DAYS = 3700;

interface DayRange {
  readonly column: string;
  readonly days: ReadonlySet<number>;
  readonly first: number;
  readonly last: number;
}

/** Days without a row, and the column that says so. */
export interface MissingDays {
  readonly column: string;
  readonly days: readonly string[];
}

/** Minutes east of UTC at an instant. */
type OffsetOf = (instant: string) => number;

/** The days of the first column of dates, those of instants by the clock of the shop, but for those after `until`; `null` where there is none. */
function daysOf(table: Table, offsetOf: OffsetOf, until = Number.POSITIVE_INFINITY): DayRange | null {
  const column = table.columns.find((candidate): candidate is TextColumn => candidate.kind === 'text' && (candidate.type === 'date' || candidate.type === 'instant'));
  if (column === undefined) return null;
  const days = new Set<number>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const code of oneOfEachQuarter(column)) {
    const text = column.dictionary.text(code) as string;
    const day = dayNumber(column.type === 'instant' ? localText(text, offsetOf) : text);
    if (!(day <= until)) continue;
    days.add(day);
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return days.size === 0 ? null : { column: column.name, days, first, last };
}

/** Of each quarter of an hour one code: within one no clock changes, and a table has fewer of them than times. */
function oneOfEachQuarter({ codes, dictionary }: TextColumn): Iterable<number> {
  const used = new Uint8Array(dictionary.size);
  for (const code of codes) used[code] = 1;
  const { arena } = dictionary;
  const quarters = new Map<number, number>();
  let before = -1;
  for (let code = 1; code < used.length; code++) {
    if (used[code] === 0) continue;
    const quarter = quarterAt(arena, dictionary.start(code), dictionary.end(code));
    if (quarter !== before) quarters.set(quarter, code);
    before = quarter;
  }
  return quarters.values();
}

const DAY_LENGTH = '2025-06-01'.length;
const MINUTE_END = '2025-06-01 10:00'.length;

/** A number of its own for each quarter of an hour of a text as typed columns have it, `2025-06-01` or `2025-06-01 10:00:00`. */
function quarterAt(bytes: Uint8Array, start: number, end: number): number {
  const pair = (at: number) => ((bytes[start + at] as number) - 48) * 10 + (bytes[start + at + 1] as number) - 48;
  const day = ((pair(0) * 100 + pair(2)) * 100 + pair(5)) * 100 + pair(8);
  return end - start < MINUTE_END ? day * 96 : day * 96 + pair(DAY_LENGTH + 1) * 4 + Math.floor(pair(DAY_LENGTH + 4) / 15);
}

/**
 * How far a table reaches in time, as day numbers; `null` where it has no dates.
 *
 * @param until later days are plans or mistyped
 */
export function lastDayOf(table: Table, until: number, offsetOf: OffsetOf): { readonly column: string; readonly first: number; readonly last: number; readonly lastDay: string } | null {
  const range = daysOf(table, offsetOf, until);
  return range === null ? null : { column: range.column, first: range.first, last: range.last, lastDay: dayText(range.last) };
}

/**
 * Days without a row between the first and the last day of a daily table.
 *
 * @returns `null` where the table has no dates or is no daily one
 */
export function missingDays(table: Table, offsetOf: OffsetOf): MissingDays | null {
  const range = daysOf(table, offsetOf);
  if (range === null || range.days.size < 2) return null;
  const span = range.last - range.first + 1;
  if (span > MOST_DAYS || range.days.size < span * DENSE) return null;
  return { column: range.column, days: Array.from({ length: span }, (_, i) => range.first + i).flatMap((day) => (range.days.has(day) ? [] : [dayText(day)])) };
}
