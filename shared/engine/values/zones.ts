import { dayNumberOf, instantSeconds } from './dates.ts';

// Offsets of the zones shops use. Fixed ones as they are; daylight saving by the rules in force since 2007 (United States, Canada),
// 1996 (European Union, United Kingdom) and 2008 (south-east Australia, New Zealand). Source: IANA tz database, files northamerica, europe, australasia.

type Rule = 'us' | 'eu' | 'au' | 'nz';

const ZONES: Readonly<Record<string, { readonly standard: number; readonly rule?: Rule }>> = {
  UTC: { standard: 0 },
  'Asia/Shanghai': { standard: 480 },
  'Asia/Hong_Kong': { standard: 480 },
  'Asia/Taipei': { standard: 480 },
  'Asia/Singapore': { standard: 480 },
  'Asia/Tokyo': { standard: 540 },
  'Asia/Seoul': { standard: 540 },
  'Asia/Kolkata': { standard: 330 },
  'America/Sao_Paulo': { standard: -180 },
  'America/New_York': { standard: -300, rule: 'us' },
  'America/Chicago': { standard: -360, rule: 'us' },
  'America/Denver': { standard: -420, rule: 'us' },
  'America/Los_Angeles': { standard: -480, rule: 'us' },
  'Europe/London': { standard: 0, rule: 'eu' },
  'Europe/Berlin': { standard: 60, rule: 'eu' },
  'Europe/Paris': { standard: 60, rule: 'eu' },
  'Europe/Madrid': { standard: 60, rule: 'eu' },
  'Europe/Rome': { standard: 60, rule: 'eu' },
  'Australia/Sydney': { standard: 600, rule: 'au' },
  'Pacific/Auckland': { standard: 720, rule: 'nz' },
};

/** Zones a person may choose. */
export const TIME_ZONES: readonly string[] = Object.keys(ZONES);

/**
 * Minutes east of UTC at an instant.
 *
 * @param zone an IANA name; an unknown one counts as UTC, never as the machine's own zone
 * @param instant UTC, `YYYY-MM-DD HH:MM:SS`
 */
export function offsetMinutes(zone: string, instant: string): number {
  const found = Object.hasOwn(ZONES, zone) ? ZONES[zone] : undefined;
  if (found === undefined) return 0;
  if (found.rule === undefined) return found.standard;
  return found.standard + (isSummer(found.rule, found.standard, instantSeconds(instant)) ? 60 : 0);
}

function isSummer(rule: Rule, standard: number, seconds: number): boolean {
  const year = 1970 + Math.floor(seconds / 31_556_952);
  const at = (month: number, sunday: number, utcMinutes: number) => sundayOf(year, month, sunday) * 86_400 + utcMinutes * 60;
  // Clocks change at 01:00 UTC in Europe, at local wall time elsewhere (standard time at the start, summer time at the end).
  if (rule === 'eu') return seconds >= at(3, -1, 60) && seconds < at(10, -1, 60);
  if (rule === 'us') return seconds >= at(3, 2, 120 - standard) && seconds < at(11, 1, 60 - standard);
  if (rule === 'au') return seconds >= at(10, 1, 120 - standard) || seconds < at(4, 1, 120 - standard);
  return seconds >= at(9, -1, 120 - standard) || seconds < at(4, 1, 120 - standard);
}

/** Day number of the n-th Sunday of a month; -1 is the last. */
function sundayOf(year: number, month: number, n: number): number {
  const first = dayNumberOf(year, month, 1);
  const toSunday = (7 - ((((first + 4) % 7) + 7) % 7)) % 7;
  if (n > 0) return first + toSunday + (n - 1) * 7;
  const next = month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1);
  const last = next - 1;
  return last - ((((last + 4) % 7) + 7) % 7);
}
