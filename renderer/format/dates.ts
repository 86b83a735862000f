import type { Lang } from '#contract/values';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const parts = (day: string) => day.slice(0, 10).split('-').map(Number) as [number, number, number];
const utc = (day: string) => {
  const [year, month, date] = parts(day);
  return Date.UTC(year, month - 1, date);
};
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

/** A day for reading: 30 Jun 2025, or 2025-06-30. */
export function formatDay(day: string, lang: Lang): string {
  const [year, month, date] = parts(day);
  return lang === 'zh' ? day.slice(0, 10) : `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

const WEEKDAYS = { en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'], zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] } as const;

/** A day with its weekday: Wed 18 Jun 2025, or 2025-06-18 周三. */
export function formatWeekday(day: string, lang: Lang): string {
  const weekday = WEEKDAYS[lang][new Date(utc(day)).getUTCDay()] ?? '';
  return lang === 'zh' ? `${formatDay(day, lang)} ${weekday}` : `${weekday} ${formatDay(day, lang)}`;
}

/** A period for reading: 1–30 Jun 2025. */
export function formatPeriod(from: string, to: string, lang: Lang): string {
  if (lang === 'zh') return from === to ? from : `${from} 至 ${to}`;
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(to);
  if (from === to) return formatDay(from, lang);
  if (y1 === y2 && m1 === m2) return `${d1}–${d2} ${MONTHS[m1 - 1] ?? ''} ${y1}`;
  if (y1 === y2) return `${d1} ${MONTHS[m1 - 1] ?? ''} – ${d2} ${MONTHS[m2 - 1] ?? ''} ${y1}`;
  return `${formatDay(from, lang)} – ${formatDay(to, lang)}`;
}

/** A month for reading: June 2025 is written Jun 2025, 2025 年 6 月. */
export function formatMonth(day: string, lang: Lang): string {
  const [year, month] = parts(day);
  return lang === 'zh' ? `${year} 年 ${month} 月` : `${MONTHS[month - 1] ?? ''} ${year}`;
}

/** The engine writes instants in UTC, most of them without saying so. */
const toDate = (instant: string) => new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(instant) ? instant : `${instant.replace(' ', 'T')}Z`);

/** Time of day of an instant in the zone of the reader: 14:02. */
export function formatTime(instant: string): string {
  const date = toDate(instant);
  return Number.isNaN(date.getTime()) ? instant : `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** The day of an instant in the zone of the reader, YYYY-MM-DD. */
export function localDay(instant: string): string {
  const date = toDate(instant);
  if (Number.isNaN(date.getTime())) return instant.slice(0, 10);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** An instant with its day: today 14:02, 12 Jun 14:02. */
export function formatInstant(instant: string, lang: Lang, now: Date = new Date()): string {
  const date = toDate(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const day = localDay(instant);
  const time = formatTime(date.toISOString());
  if (date.toDateString() === now.toDateString()) return lang === 'zh' ? `今天 ${time}` : `today ${time}`;
  return `${formatDay(day, lang)} ${time}`;
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return iso(utc(day) + days * DAY_MS);
}

/** First and last day of the month so many months before the month of `day`. */
export function monthOf(day: string, back = 0): { readonly from: string; readonly to: string } {
  const [year, month] = parts(day);
  return { from: iso(Date.UTC(year, month - 1 - back, 1)), to: iso(Date.UTC(year, month - back, 0)) };
}

/** First and last day of the quarter of `day`. */
export function quarterOf(day: string): { readonly from: string; readonly to: string } {
  const [year, month] = parts(day);
  const first = Math.floor((month - 1) / 3) * 3;
  return { from: iso(Date.UTC(year, first, 1)), to: iso(Date.UTC(year, first + 3, 0)) };
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && iso(utc(text)) === text;
}
