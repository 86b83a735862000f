import { excelSerialSeconds, instantText } from '../values/dates.ts';

/** What the number format of a cell makes of its number: of `[h]:mm` a span of time, of `00000` that many digits. Money reads as a plain number. */
export type NumberKind = 'plain' | 'money' | 'date' | 'percent' | 'span' | `digits${number}`;

/** The last day Excel knows, 9999-12-31; what lies beyond is shown as `####` and is no date. */
const END_OF_DATES = 2_958_466;

/** A number of a spreadsheet as text, by the kind of its format. */
export function formattedText(value: number, kind: NumberKind, date1904: boolean): string {
  if (kind === 'date' && value >= 0 && value < END_OF_DATES) return dateText(value, date1904);
  if (kind === 'span' && value >= 0) return spanText(value);
  if (kind.startsWith('digits') && Number.isInteger(value) && value >= 0) return numberText(value).padStart(Number(kind.slice('digits'.length)), '0');
  if (kind === 'percent') return `${numberText(Number((value * 100).toPrecision(15)))}%`;
  return numberText(value);
}

/**
 * A number in its shortest form. Fractions keep the 15 digits that a spreadsheet shows (0.30000000000000004 is 0.3 to everybody but the
 * processor); whole numbers keep all of theirs and never become `1e21`: they may be ids.
 */
export function numberText(value: number): string {
  if (Math.abs(value) >= 1e21) return Number.isFinite(value) ? BigInt(value).toString() : String(value);
  return Number.isInteger(value) ? String(value === 0 ? 0 : value) : String(Number(value.toPrecision(15)));
}

/** Whether a serial of a date is written as a day with its time: neither a time alone nor a day alone. */
export function isInstant(serial: number): boolean {
  return serial >= 1 && serial < END_OF_DATES && !Number.isInteger(serial);
}

/** Days as hours, minutes and seconds: hours go on beyond a day. */
function spanText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}

/** What a code of a format makes of a number, where this is told by a glance; `null` for others. */
export function plainFormat(format: string): NumberKind | null {
  if (/^0{2,}$/.test(format)) return `digits${format.length}`;
  if (/\[(h+|m+|s+)\]/i.test(format)) return 'span';
  // `¥#,##0.00`, `[$¥-804]#,##0`, `0.00"元"`; `[$-409]` alone is a language.
  return /[#0]/.test(format) && !format.includes('%') && /[¥￥$€£₽₩元円৳₹₫฿₺₴₦₪₱]/.test(format.replace(/\[\$-[\da-f]+\]/gi, '').replace(/\[\$/g, '[')) ? 'money' : null;
}

function dateText(serial: number, date1904: boolean): string {
  const text = instantText(excelSerialSeconds(serial, date1904));
  // Below one day there is no date, only a time.
  if (serial < 1) return text.slice(11);
  return isInstant(serial) ? text : text.slice(0, 10);
}
