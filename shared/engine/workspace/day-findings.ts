import type { Finding } from '#contract/values';
import type { MissingDays } from '../import/index.ts';
import { dayNumber } from '../values/dates.ts';

/** Stretches of days that are named; of more only the number is. */
const NAMED = 12;

/** Names the days that a daily table has no row of. */
export function dayFindings(missing: MissingDays | null | undefined): Finding[] {
  if (missing == null || missing.days.length === 0) return [];
  const { column, days } = missing;
  const stretches = stretchesOf(days);
  const rest = stretches.slice(NAMED).reduce((sum, { length }) => sum + length, 0);
  const named = stretches.slice(0, NAMED).map((stretch) => (stretch.length === 1 ? stretch[0] : `${stretch[0]} … ${stretch.at(-1)}`));
  return [
    {
      code: 'missing-days',
      severity: 'warning',
      where: { column },
      message: {
        en: `The table has no row of ${days.length === 1 ? '1 day' : `${days.length} days`} (${column}): ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
        zh: `该表有 ${days.length} 天没有任何行（${column}）：${named.join('、')}${rest > 0 ? `，另有 ${rest} 天` : ''}`,
      },
    },
  ];
}

/** Days that follow each other. */
function stretchesOf(days: readonly string[]): string[][] {
  const stretches: string[][] = [];
  for (const day of days) {
    const before = stretches.at(-1);
    if (before !== undefined && dayNumber(day) - dayNumber(before.at(-1) as string) === 1) before.push(day);
    else stretches.push([day]);
  }
  return stretches;
}
