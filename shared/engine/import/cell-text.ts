import { excelSerialSeconds, instantText } from '../values/dates.ts';

/** What the number format of a cell makes of its number. */
export type NumberKind = 'plain' | 'date' | 'percent';

/** The last day Excel knows, 9999-12-31; what lies beyond is shown as `####` and is no date. */
const END_OF_DATES = 2_958_466;

/** A number of a spreadsheet as text, by the kind of its format. */
export function formattedText(value: number, kind: NumberKind, date1904: boolean): string {
  if (kind === 'date' && value >= 0 && value < END_OF_DATES) return dateText(value, date1904);
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

function dateText(serial: number, date1904: boolean): string {
  const text = instantText(excelSerialSeconds(serial, date1904));
  // Below one day there is no date, only a time.
  if (serial < 1) return text.slice(11);
  return isInstant(serial) ? text : text.slice(0, 10);
}
