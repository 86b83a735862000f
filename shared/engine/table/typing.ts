import type { ColumnType } from '#contract/values';
import { type DateOrder, epochSeconds, instantText, isoDay, parseCivil } from '../values/dates.ts';
import { decimalToMoney, decimalToNumber, isBlankWord, parseDecimal } from '../values/numbers.ts';
import { Dictionary } from './dictionary.ts';
import { type Column, isTextType, type TextColumn } from './table.ts';

export interface TypeOptions {
  readonly decimal: '.' | ',';
  readonly dateOrder: DateOrder;
  /** Minutes east of UTC of a civil time in the shop's zone. */
  readonly offsetOf: (utcInstant: string) => number;
}

export interface Typed {
  readonly column: Column;
  /** Rows whose cell the type refused; the cell is missing in the column and stays in `column.raw`. */
  readonly refused: Uint32Array;
}

const YES = new Set(['true', 'yes', 'y', '1', '是', '有', 't']);
const NO = new Set(['false', 'no', 'n', '0', '否', '无', 'f']);

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
        const time = parseCivil(text, options.dateOrder);
        return time === null ? null : isoDay(time);
      };
    case 'instant':
      return (text) => {
        const time = parseCivil(text, options.dateOrder);
        if (time === null) return null;
        if (time.offset !== null) return instantText(epochSeconds(time, time.offset));
        // The offset of a civil time is that of the instant it names: one correction settles it, also near a clock change.
        const guess = options.offsetOf(instantText(epochSeconds(time, 0)));
        const offset = options.offsetOf(instantText(epochSeconds(time, guess)));
        return instantText(epochSeconds(time, offset));
      };
  }
}

/** Ids stay byte for byte, except for the wrappers that keep Excel from eating them: `="0012"`, a leading apostrophe or tab. */
function unwrapId(text: string): string {
  const wrapped = /^="?([^"]*)"?$/.exec(text);
  if (wrapped !== null) return wrapped[1] as string;
  return text.replace(/^['\t]+/, '').replace(/\t+$/, '');
}

/**
 * Gives a text column a type. Each different text is read once.
 *
 * @param source the cells as they stood in the file
 */
export function typeColumn(source: TextColumn, type: ColumnType, options: TypeOptions): Typed {
  const { dictionary, codes } = source;
  const read = readerFor(type, options);
  const keepsBlankWords = type === 'text' || type === 'enum' || type === 'json' || type === 'id';
  const refused = new Uint8Array(dictionary.size);
  const blank = (text: string) => !keepsBlankWords && isBlankWord(text);
  if (isTextType(type)) {
    if (keepsBlankWords && type !== 'id') return { column: { ...source, type, raw: source }, refused: new Uint32Array(0) };
    const target = new Dictionary();
    const map = new Uint32Array(dictionary.size);
    let same = true;
    for (let code = 1; code < dictionary.size; code++) {
      const text = dictionary.text(code) as string;
      if (blank(text)) {
        same = false;
        continue;
      }
      const value = read(text);
      if (value === null) refused[code] = 1;
      else {
        map[code] = target.add(String(value));
        if (value !== text) same = false;
      }
    }
    // Most ids need no unwrapping: the column then shares its dictionary with the source.
    if (same && type === 'id') return { column: { ...source, type, raw: source }, refused: new Uint32Array(0) };
    const mapped = new Uint32Array(codes.length);
    for (let row = 0; row < codes.length; row++) mapped[row] = map[codes[row] as number] as number;
    return { column: { kind: 'text', name: source.name, type, codes: mapped, dictionary: target, raw: source }, refused: rowsWhere(codes, refused) };
  }
  const map = new Float64Array(dictionary.size).fill(Number.NaN);
  for (let code = 1; code < dictionary.size; code++) {
    const text = dictionary.text(code) as string;
    if (blank(text)) continue;
    const value = read(text);
    if (value === null) refused[code] = 1;
    else map[code] = value as number;
  }
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) values[row] = map[codes[row] as number] as number;
  return { column: { kind: 'number', name: source.name, type, values, raw: source }, refused: rowsWhere(codes, refused) };
}

function rowsWhere(codes: Uint32Array, marked: Uint8Array): Uint32Array {
  let count = 0;
  for (let row = 0; row < codes.length; row++) count += marked[codes[row] as number] as number;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < codes.length; row++) if (marked[codes[row] as number] === 1) rows[at++] = row;
  return rows;
}
