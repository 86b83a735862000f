import type { Filters, Grain, ScopeReply } from '#contract/metrics';
import { addDays, monthOf, quarterOf } from '../../format/dates.ts';

/** What the board looks at; lives in the address, so that back, forward and links work. */
export interface BoardQuery {
  readonly from: string;
  readonly to: string;
  readonly preset: string;
  readonly compare: 'previous' | 'year' | undefined;
  readonly grain: Grain;
  readonly filters: Filters;
}

/** Months offered by name. */
const MONTHS_SHOWN = 12;

export const PRESETS = ['last-month', 'month-before', 'quarter', 'last-30', 'everything', 'custom'] as const;

/** The months of the data by name, newest first. */
export function namedMonths(scope: ScopeReply): readonly { readonly from: string; readonly to: string }[] {
  const { from, to } = scope;
  if (from === null || to === null) return [];
  const months: { from: string; to: string }[] = [];
  for (let back = 0; months.length < MONTHS_SHOWN; back++) {
    const month = monthOf(to, back);
    if (month.to < from) break;
    months.push(month);
  }
  return months;
}

/** First and last day of a preset; `null` where the data does not reach. */
export function presetPeriod(preset: string, scope: ScopeReply): { readonly from: string; readonly to: string } | null {
  const { from, to, lastFullMonth } = scope;
  if (from === null || to === null || lastFullMonth === null) return null;
  if (preset.startsWith('m:')) return monthOf(preset.slice(2));
  switch (preset) {
    case 'month-before':
      return monthOf(lastFullMonth.from, 1);
    case 'quarter':
      return { from: quarterOf(lastFullMonth.to).from, to: lastFullMonth.to };
    case 'last-30':
      return { from: addDays(to, -29), to };
    case 'everything':
      return { from, to };
    default:
      return lastFullMonth;
  }
}

/** The days of the point of a chart that starts at `day`, inside the period of the board. */
export function bucketPeriod(day: string, board: Pick<BoardQuery, 'from' | 'to' | 'grain'>): { readonly from: string; readonly to: string } {
  const end = board.grain === 'week' ? addDays(day, 6) : board.grain === 'month' ? monthOf(day).to : board.grain === 'quarter' ? quarterOf(day).to : day;
  return { from: day < board.from ? board.from : day, to: end > board.to ? board.to : end };
}

/** Reads the board's state from the parameters of the address. */
export function readBoard(query: Readonly<Record<string, string>>, scope: ScopeReply): BoardQuery | null {
  const preset = query['preset'] ?? (query['from'] === undefined ? 'last-month' : 'custom');
  const found = presetPeriod(preset, scope);
  if (found === null) return null;
  const period = preset === 'custom' && query['from'] !== undefined && query['to'] !== undefined ? { from: query['from'], to: query['to'] } : found;
  const filters: Record<string, string[]> = {};
  for (const [key, value] of Object.entries(query)) if (key.startsWith('f.')) filters[key.slice(2)] = value.split('|');
  const compare = query['compare'] === 'none' ? undefined : query['compare'] === 'year' ? 'year' : 'previous';
  const grain = query['grain'] === 'week' || query['grain'] === 'month' ? query['grain'] : 'day';
  return { ...period, preset, compare, grain, filters };
}
