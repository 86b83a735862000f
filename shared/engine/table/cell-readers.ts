import type { ColumnType } from '#contract/values';
import { type DateOrder, epochSeconds, instantText, isoDay, parseCivil, serialTime, timeIn } from '../values/dates.ts';
import { decimalToMoney, decimalToNumber, parseDecimal } from '../values/numbers.ts';
import { type HeaderUnit, hasOwnUnit } from '../values/units.ts';
import { unwrapId } from '../values/wrappers.ts';

export interface TypeOptions {
  readonly decimal: '.' | ',';
  readonly dateOrder: DateOrder;
  /** Minutes east of UTC of a civil time in the shop's zone. */
  readonly offsetOf: (utcInstant: string) => number;
  /** Texts that stand for nothing where a type does not take them; trimmed. */
  readonly emptyTexts?: ReadonlySet<string>;
}

/** Whether a text that a type refuses stands for nothing in this table, because somebody said so. */
export const isEmptyText = ({ emptyTexts }: Pick<TypeOptions, 'emptyTexts'>, text: string): boolean => emptyTexts?.has(text.trim()) === true;

const YES = new Set(['true', 'yes', 'y', '1', '是', '有', 't', '√', '✓', '✔', '☑']);
const NO = new Set(['false', 'no', 'n', '0', '否', '无', 'f', '×', '✗', '✘', '✕', '✖']);

/** Whether a word, in small letters, says yes or no and nothing else: no digit, and no letter that may be a size or a grade. */
export const isYesOrNo = (word: string): boolean => (YES.has(word) || NO.has(word)) && !/^[01tf]$/.test(word);

type Reader = (text: string) => string | number | null;

/** How one text becomes a value of a type; `null` is a refusal. Blank words never get here. */
export function readerFor(type: ColumnType, options: TypeOptions): Reader {
  switch (type) {
    case 'id':
      return unwrapId;
    case 'text':
    case 'enum':
    case 'json':
      return (text) => text;
    case 'int':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        if (decimal === null || decimal.percent) return null;
        const value = decimalToNumber(decimal);
        return Number.isSafeInteger(value) ? value : null;
      };
    case 'number':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        return decimal === null || decimal.percent ? null : decimalToNumber(decimal);
      };
    case 'ratio':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        return decimal === null ? null : decimalToNumber(decimal);
      };
    case 'money':
      return (text) => {
        const decimal = parseDecimal(text, options.decimal);
        return decimal === null ? null : decimalToMoney(decimal);
      };
    case 'bool':
      return (text) => {
        const word = text.trim().toLowerCase();
        return YES.has(word) ? 1 : NO.has(word) ? 0 : null;
      };
    case 'date':
      return (text) => {
        // Of which day a count of seconds is depends on the zone.
        const time = parseCivil(text, options.dateOrder) ?? serialTime(text);
        return time === null ? null : isoDay(time);
      };
    case 'instant':
      return (text) => {
        const time = timeIn(text, options.dateOrder);
        if (time === null) return null;
        if (time.offset !== null) return instantText(epochSeconds(time, time.offset));
        // The offset of a civil time is that of the instant it names: one correction settles it, also near a clock change.
        const guess = options.offsetOf(instantText(epochSeconds(time, 0)));
        const offset = options.offsetOf(instantText(epochSeconds(time, guess)));
        return instantText(epochSeconds(time, offset));
      };
  }
}

/** Reads numbers under a header that gives their unit; a cell with a unit of its own is read by that. */
export function withUnit(type: ColumnType, options: TypeOptions, unit: HeaderUnit): Reader {
  const plain = readerFor(type, options);
  return (text) => {
    const decimal = hasOwnUnit(text) ? null : parseDecimal(text, options.decimal);
    if (decimal === null) return plain(text);
    const scale = decimal.scale - unit.shift + (unit.percent && type === 'ratio' ? 2 : 0);
    const shifted = scale >= 0 ? { ...decimal, scale } : { ...decimal, digits: decimal.digits + '0'.repeat(-scale), scale: 0 };
    if (type === 'money') return decimalToMoney(shifted);
    const value = decimalToNumber(shifted);
    return type === 'int' && !Number.isSafeInteger(value) ? null : value;
  };
}
