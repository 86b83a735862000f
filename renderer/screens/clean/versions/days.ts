import { addDays, formatWeekday, localDay } from '../../../format/dates.ts';
import type { Words } from '../../../i18n/index.ts';

/** Things with a time, by their day in the zone of the reader; their order stays. */
export function byDay<T extends { readonly at: string }>(items: readonly T[]): { readonly day: string; readonly items: readonly T[] }[] {
  const days: { day: string; items: T[] }[] = [];
  for (const item of items) {
    const day = localDay(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/** A day as a heading: today, yesterday, or with its weekday. */
export function dayTitle(day: string, { t, lang }: Words, today: string = localDay(new Date().toISOString())): string {
  return day === today ? t('versions.today') : day === addDays(today, -1) ? t('versions.yesterday') : formatWeekday(day, lang);
}
