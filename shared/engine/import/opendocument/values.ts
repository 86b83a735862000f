import { formattedText, type NumberKind, numberText } from '../cell-text.ts';

/** What a cell says of its value, attribute by attribute; `null` for what it does not say. */
export interface CellAttributes {
  /** `float`, `currency`, `percentage`, `date`, `time`, `boolean`, `string`. */
  readonly type: string | null;
  readonly value: string | null;
  /** What its style makes of a number. */
  readonly kind: NumberKind;
  readonly date1904: boolean;
}

/** Attribute that holds the value of a type; that of the others is called `value`. */
export const VALUE_OF: Readonly<Record<string, string>> = { date: 'date-value', time: 'time-value', boolean: 'boolean-value', string: 'string-value' };

/**
 * A cell as text, as {@link formattedText} writes those of other workbooks: numbers in their shortest form, days and times in ISO form,
 * percents as they read.
 *
 * @param shown the text that the cell shows; it counts where there is no value, or one that its type does not allow
 */
export function valueText({ type, value, kind, date1904 }: CellAttributes, shown: string): string {
  if (value === null) return shown;
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberOf(value, kind, date1904) ?? shown;
    case 'date':
      return dateOf(value) ?? shown;
    case 'time':
      return timeOf(value, shown) ?? shown;
    case 'boolean':
      return value === 'true' ? 'TRUE' : value === 'false' ? 'FALSE' : shown;
    default:
      return shown === '' ? value : shown;
  }
}

function numberOf(text: string, kind: NumberKind, date1904: boolean): string | null {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) return null;
  // All digits of a whole number: it may be a code.
  const isWhole = /^-?[1-9]\d*$/.test(text);
  if (kind !== 'plain' && !(isWhole && kind.startsWith('digits'))) return formattedText(number, kind, date1904);
  if (!isWhole) return numberText(number);
  return kind === 'plain' || number < 0 ? text : text.padStart(Number(kind.slice('digits'.length)), '0');
}

/** Before its first day a spreadsheet knows only times. */
const NO_DAY = '1899-12-30';

/** `2024-03-01`, `2024-03-01T08:30:00`, the seconds with or without a fraction; midnight is the day alone. */
function dateOf(text: string): string | null {
  const match = /^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?Z?)?$/.exec(text);
  if (match === null) return null;
  const [, day, time] = match as unknown as [string, string, string | undefined];
  const clock = (time ?? '00:00').padEnd(8, ':00');
  if (day === NO_DAY && time !== undefined) return clock;
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}

const HOURS_OF_DAY = 24;

/** A span of time as XML Schema writes it, `PT08H30M00S`; one beyond a day is a time of day where it is shown as one. */
function timeOf(text: string, shown: string): string | null {
  const match = /^(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(text);
  if (match === null) return null;
  const [days, ofDay, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = days * HOURS_OF_DAY + ofDay;
  const isClock = hours >= HOURS_OF_DAY && shown.startsWith(`${two(hours % HOURS_OF_DAY)}:${two(minutes)}`);
  return `${match[1]}${two(isClock ? hours % HOURS_OF_DAY : hours)}:${two(minutes)}:${two(seconds)}`;
}
