import type { Dictionary } from '../../table/dictionary.ts';
import { businessDay, dayText, instantText } from '../../values/dates.ts';
import { PlainTime } from '../../values/plain.ts';
import { offsetMinutes } from '../../values/zones.ts';

const DAY = 86_400;

/**
 * The business days of instants: shifted into the shop's zone, and back by its day cut-off.
 *
 * @param instants UTC, `YYYY-MM-DD HH:MM:SS`
 * @param timeZone `null` where the instants are civil times already
 * @param days where the days get their codes
 * @returns for a code of an instant the code of its day
 */
export function businessDays(instants: Dictionary, timeZone: string | null, cutoffMinutes: number, days: Dictionary): (code: number) => number {
  const offsetOf = timeZone === null ? () => 0 : dailyOffsets(timeZone);
  const time = new PlainTime();
  const codes = new Map<number, number>();
  return (code) => {
    if (!time.read(instants.arena, instants.start(code), instants.end(code))) {
      const instant = instants.text(code) as string;
      return days.add(businessDay(instant, timeZone === null ? 0 : offsetMinutes(timeZone, instant), cutoffMinutes));
    }
    const seconds = time.day * DAY + time.second;
    const day = Math.floor((seconds + (offsetOf(seconds) - cutoffMinutes) * 60) / DAY);
    let known = codes.get(day);
    if (known === undefined) {
      known = days.add(dayText(day));
      codes.set(day, known);
    }
    return known;
  };
}

/** Minutes east of UTC at an instant, asked of the zone once for a day on which its clocks do not change. */
function dailyOffsets(timeZone: string): (seconds: number) => number {
  const exact = (seconds: number) => offsetMinutes(timeZone, instantText(seconds));
  const constant = new Map<number, number>();
  return (seconds) => {
    const day = Math.floor(seconds / DAY);
    let offset = constant.get(day);
    if (offset === undefined) {
      const atStart = exact(day * DAY);
      offset = atStart === exact((day + 1) * DAY - 1) ? atStart : Number.NaN;
      constant.set(day, offset);
    }
    return Number.isNaN(offset) ? exact(seconds) : offset;
  };
}
