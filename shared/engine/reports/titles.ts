import type { Lang } from '#contract/values';
import { daysInMonth } from '../values/dates.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "Sales report, June 2025" for a calendar month, the days themselves for anything else. */
export function monthTitle({ from, to }: { readonly from: string; readonly to: string }, lang: Lang): string {
  const year = Number(from.slice(0, 4));
  const month = Number(from.slice(5, 7));
  const whole = from.endsWith('-01') && to === `${from.slice(0, 8)}${String(daysInMonth(year, month)).padStart(2, '0')}`;
  if (whole) return lang === 'zh' ? `${year} 年 ${month} 月经营月报` : `Monthly report, ${MONTHS[month - 1]} ${year}`;
  return lang === 'zh' ? `经营报告 ${from} 至 ${to}` : `Report ${from} to ${to}`;
}
