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
  eachDay(column, offsetOf, (day) => {
    if (!(day <= until)) return;
    days.add(day);
    first = Math.min(first, day);
    last = Math.max(last, day);
  });
  return days.size === 0 ? null : { column: column.name, days, first, last };
}

const DAY_MINUTES = 1440;
const DAY_LENGTH = '2025-06-01'.length;
const MINUTE_END = '2025-06-01 10:00'.length;

/** Hands out the number of each day of the cells, once for cells in a row: typed columns have them as `2025-06-01`, or `2025-06-01 10:00:00` by UTC. */
function eachDay({ codes, dictionary, type }: TextColumn, offsetOf: OffsetOf, take: (day: number) => void): void {
  const used = new Uint8Array(dictionary.size);
  for (let row = 0; row < codes.length; row++) used[codes[row] as number] = 1;
  const { arena, ends } = dictionary;
  const known = new Map<number, UtcDay>();
  let written = Number.NaN;
  let utc: UtcDay = { number: Number.NaN, offset: 0 };
  let before = Number.NaN;
  for (let code = 1; code < used.length; code++) {
    if (used[code] === 0) continue;
    const start = ends[code - 1] as number;
    const own = writtenDay(arena, start);
    if (own !== written) {
      written = own;
      utc = known.get(own) ?? utcDay((dictionary.text(code) as string).slice(0, DAY_LENGTH), offsetOf);
      known.set(own, utc);
    }
    let day = utc.number;
    if (type === 'instant') {
      if (utc.offset === 0 && (ends[code] as number) - start >= MINUTE_END) day = utc.number;
      else if (Number.isNaN(utc.offset) || (ends[code] as number) - start < MINUTE_END) day = dayNumber(localText(dictionary.text(code) as string, offsetOf));
      else day += Math.floor((pairAt(arena, start + DAY_LENGTH + 1) * 60 + pairAt(arena, start + DAY_LENGTH + 4) + utc.offset) / DAY_MINUTES);
    }
    if (day !== before) take(day);
    before = day;
  }
}

/** A day by UTC, and how many minutes the shop's clock is ahead of it; NaN where its clock is changed on that day. */
interface UtcDay {
  readonly number: number;
  readonly offset: number;
}

function utcDay(day: string, offsetOf: OffsetOf): UtcDay {
  const offset = offsetOf(`${day} 00:00:00`);
  return { number: dayNumber(day), offset: offset === offsetOf(`${day} 23:59:59`) ? offset : Number.NaN };
}

const pairAt = (bytes: Uint8Array, at: number) => ((bytes[at] as number) - 48) * 10 + (bytes[at + 1] as number) - 48;

/** A number of its own for each day that is written at a place as `2025-06-01`. */
function writtenDay(bytes: Uint8Array, at: number): number {
  return ((pairAt(bytes, at) * 100 + pairAt(bytes, at + 2)) * 100 + pairAt(bytes, at + 5)) * 100 + pairAt(bytes, at + 8);
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
