import { instantText, parseCivil } from '../../values/dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_FIRST = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?: ([+-]\d{2}):?(\d{2}))?$/;
const NAME_FIRST = /^([A-Za-z]{3})[a-z]* - (\d{1,2}), (\d{4}):(\d{2}:\d{2}:\d{2})$/;

/** `10/Feb/2012:16:42:07 -0500` as ISO text with its offset; `null` when it is no time. */
export function clfTime(text: string): string | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return iso(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4], dayFirst[5] === undefined ? '' : `${dayFirst[5]}:${dayFirst[6]}`);
  const nameFirst = NAME_FIRST.exec(text);
  return nameFirst === null ? null : iso(nameFirst[3], nameFirst[1], nameFirst[2], nameFirst[4], '');
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined, time: string | undefined, offset: string): string | null {
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  return isoTime(`${year}-${String(number).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}T${time}${offset}`);
}

/** The text when it is a day and a time; `null` otherwise. */
export function isoTime(text: string): string | null {
  return parseCivil(text)?.timed === true ? text : null;
}

/** Seconds or milliseconds since 1970 as ISO text in UTC; `null` for a number that is neither. */
export function epochTime(value: number): string | null {
  const thousandths = Math.round(value > 1e11 ? value : value * 1000);
  if (!(thousandths > 0 && thousandths < 4.2e12)) return null;
  return `${instantText(Math.floor(thousandths / 1000)).replace(' ', 'T')}.${String(thousandths % 1000).padStart(3, '0')}Z`;
}

/** Seconds as text in milliseconds. */
export function milliseconds(seconds: number): string {
  return Number.isFinite(seconds) && seconds >= 0 ? String(Math.round(seconds * 1e6) / 1e3) : '';
}
