import type { ColumnType } from '#contract/values';
import { isBlankWord } from '../values/numbers.ts';
import { PlainNumber } from '../values/plain.ts';
import { saysSpan, spanSeconds } from '../values/spans.ts';
import { headerUnit } from '../values/units.ts';
import { holdWrappers, mayBeWrapped, unwrapId } from '../values/wrappers.ts';
import { isEmptyText, readerFor, type TypeOptions, withUnit } from './cell-readers.ts';
import { counterOf, provenDateOrder, provenDecimal, withoutCounter } from './column-conventions.ts';
import { Dictionary } from './dictionary.ts';
import { RawCells } from './raw-cells.ts';
import { rowsWhere, valuesOf } from './row-loops.ts';
import { type Column, isTextType, type TextColumn } from './table.ts';
import { type Rewrite, respelledTimes, rewriteTimes } from './typed-times.ts';

export interface Typed {
  readonly column: Column;
  /** Rows whose cell the type refused; the cell is missing in the column and stays in `column.raw`. */
  readonly refused: Uint32Array;
}

/**
 * Gives a text column a type. Each different text is read once. What the column proves of its decimal sign and the order of its dates counts
 * before what holds for the whole table.
 *
 * @param source the cells as they stood in the file
 */
export function typeColumn(source: TextColumn, type: ColumnType, options: TypeOptions): Typed {
  if (type === 'text' || type === 'enum' || type === 'json') return { column: { ...source, type, raw: RawCells.of(source) }, refused: new Uint32Array(0) };
  if (!isTextType(type)) return typeAsNumber(source, type, { ...options, decimal: provenDecimal(source) ?? options.decimal });
  return typeAsText(source, type, type === 'id' ? options : { ...options, dateOrder: provenDateOrder(source.dictionary) ?? options.dateOrder });
}

function typeAsText(source: TextColumn, type: ColumnType, options: TypeOptions): Typed {
  const { dictionary, codes } = source;
  const respelled = type === 'id' ? null : respelledTimes(dictionary, type, options);
  if (respelled !== null) return { column: { ...source, type, dictionary: respelled, raw: RawCells.of(source) }, refused: new Uint32Array(0) };
  const rewrite = type === 'id' ? rewriteIds(dictionary) : rewriteTimes(dictionary, type, options);
  // Most ids need no unwrapping: the column then shares its dictionary with the source.
  if (rewrite === null) return { column: { ...source, type, raw: RawCells.of(source) }, refused: new Uint32Array(0) };
  const mapped = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) mapped[row] = rewrite.map[codes[row] as number] as number;
  return { column: { kind: 'text', name: source.name, type, codes: mapped, dictionary: rewrite.target, raw: RawCells.of(source) }, refused: rowsWhere(codes, rewrite.refused) };
}

/** Ids without their wrappers; `null` when none has any. */
function rewriteIds(dictionary: Dictionary): Rewrite | null {
  if (!holdWrappers(dictionary.occurring)) return null;
  const { arena } = dictionary;
  const isWrapped = (code: number) => mayBeWrapped(arena, dictionary.start(code), dictionary.end(code));
  let wrapped = 0;
  for (let code = 1; code < dictionary.size; code++) if (isWrapped(code)) wrapped++;
  if (wrapped === 0) return null;
  const target = new Dictionary();
  const map = new Uint32Array(dictionary.size);
  for (let code = 1; code < dictionary.size; code++) {
    if (isWrapped(code)) map[code] = target.add(unwrapId(dictionary.text(code) as string));
    else map[code] = target.addBytes(arena, dictionary.start(code), dictionary.end(code));
  }
  return { target, map, refused: new Uint8Array(dictionary.size) };
}

function typeAsNumber(source: TextColumn, type: ColumnType, options: TypeOptions): Typed {
  const { dictionary, codes } = source;
  const { arena } = dictionary;
  const unit = type === 'bool' ? null : headerUnit(source.name);
  const counter = counterOf(dictionary);
  const read = unit === null ? readerFor(type, options) : withUnit(type, options, unit);
  // How long something took is counted in seconds (avg_stay_s); money and shares are no time.
  const isSpan = (type === 'number' || type === 'int') && saysSpan(source.name);
  const plain = new PlainNumber();
  const refused = new Uint8Array(dictionary.size);
  const map = new Float64Array(dictionary.size).fill(Number.NaN);
  for (let code = 1; code < dictionary.size; code++) {
    // With a decimal comma a point groups thousands: the long way knows.
    if (type !== 'bool' && unit === null && plain.read(arena, dictionary.start(code), dictionary.end(code)) && (plain.scale === 0 || options.decimal === '.')) {
      const value = type === 'money' ? plain.money : plain.value;
      if (type !== 'int' ? !Number.isNaN(value) : Number.isSafeInteger(value)) {
        map[code] = value;
        continue;
      }
    }
    const cell = dictionary.text(code) as string;
    const text = counter === null ? cell : withoutCounter(cell, counter);
    // 无 is a no beside 有, and else a blank.
    if (isBlankWord(text) && (type !== 'bool' || read(text) === null)) continue;
    const value = read(text) ?? (isSpan ? spanSeconds(text) : null);
    if (value === null || (type === 'int' && !Number.isSafeInteger(value))) refused[code] = isEmptyText(options, text) ? 0 : 1;
    else map[code] = value as number;
  }
  return { column: { kind: 'number', name: source.name, type, values: valuesOf(codes, map), raw: RawCells.of(source) }, refused: rowsWhere(codes, refused) };
}
