import { excelSerialSeconds } from '../../values/dates.ts';
import { formattedText, isInstant, type NumberKind } from '../cell-text.ts';
import type { GridCollector } from '../structure/grid.ts';
import { ByteSink } from '../../values/byte-sink.ts';
import { KeyedCodes, type KeyOf, NO_KEY } from './keyed-codes.ts';
import { instantKey, numberKey, secondsOf, serialKey } from './keys.ts';
import { InstantWriter, isShortest, parseNumber } from './numbers.ts';
import type { SheetNotes } from './notes.ts';
import type { SharedStrings } from './strings.ts';
import type { CellStyles } from './styles.ts';
import type { XmlScanner } from './xml.ts';

/** How the value of a cell is written, by its attribute `t`. */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: SharedStrings | null;
  readonly styles: CellStyles;
  /** Which currency a style shows; `null` where no two are to be told apart. */
  readonly currencies: readonly (string | null)[] | null;
  readonly date1904: boolean;
}

/** Codes of shared strings are kept per column as long as all columns together stay below this many. */
const MOST_CODES = 24 << 20;

const decoder = new TextDecoder();

/** Puts the values of cells as text into the grid. */
export class CellWriter {
  readonly #context: CellContext;
  readonly #grid: GridCollector;
  readonly #notes: SheetNotes;
  readonly #sink = new ByteSink();
  readonly #days = new InstantWriter();
  /** Per column: the code of each shared string in the column's dictionary, 0 where it is not known; `null` for columns beyond the limit. */
  readonly #codes: (Uint32Array | null)[] = [];
  /** Per column: the texts that are plain numbers, and those that are times. */
  readonly #numbers: KeyedCodes[] = [];
  readonly #instants: KeyedCodes[] = [];

  constructor(context: CellContext, grid: GridCollector, notes: SheetNotes) {
    this.#context = context;
    this.#grid = grid;
    this.#notes = notes;
  }

  /** A number as the file writes it: what is already its shortest text goes on as bytes. */
  number(column: number, style: number, bytes: Uint8Array, start: number, stop: number): void {
    const shown: NumberKind = this.#context.styles[style] ?? 'plain';
    if (shown === 'money') this.#notes.money(column);
    if (this.#context.currencies !== null) this.#notes.currency(column, this.#context.currencies[style] ?? null);
    const kind = shown === 'money' ? 'plain' : shown;
    const key = kind === 'plain' ? numberKey(bytes, start, stop) : kind === 'date' ? serialKey(bytes, start, stop, this.#context.date1904) : NO_KEY;
    if (key !== NO_KEY && this.#grid.placesCells()) this.#keyed(column, kind, key, bytes, start, stop);
    else if (kind === 'plain' && isShortest(bytes, start, stop)) this.#grid.setBytes(column, bytes, start, stop);
    else this.#formatted(column, kind, bytes, start, stop);
  }

  /** A number whose text has a key: the text is written only when it is new to the column. */
  #keyed(column: number, kind: NumberKind, key: number, bytes: Uint8Array, start: number, stop: number): void {
    const isDate = kind === 'date';
    const list = isDate ? this.#instants : this.#numbers;
    const codes = column < list.length ? (list[column] as KeyedCodes) : this.#addKeyed(list, column, isDate ? instantKey : numberKey);
    let code = codes.find(key);
    if (code === 0 && isDate) {
      this.#sink.clear();
      this.#days.append(this.#sink, secondsOf(key));
      code = codes.add(key, this.#sink.bytes, 0, this.#sink.length);
    } else if (code === 0) code = codes.add(key, bytes, start, stop);
    this.#grid.setCode(column, code);
  }

  #addKeyed(list: KeyedCodes[], column: number, keyOf: KeyOf): KeyedCodes {
    while (list.length <= column) list.push(new KeyedCodes(this.#grid.dictionary(list.length), keyOf));
    return list[column] as KeyedCodes;
  }

  #formatted(column: number, kind: NumberKind, bytes: Uint8Array, start: number, stop: number): void {
    const value = parseNumber(bytes, start, stop);
    const { date1904 } = this.#context;
    if (Number.isNaN(value)) {
      // What is no number after all stays as it is.
      this.#grid.setBytes(column, bytes, start, stop);
    } else if (kind === 'date' && isInstant(value)) {
      this.#sink.clear();
      this.#days.append(this.#sink, excelSerialSeconds(value, date1904));
      this.#grid.setBytes(column, this.#sink.bytes, 0, this.#sink.length);
    } else this.#ascii(column, formattedText(value, kind, date1904));
  }

  /** A shared string by its index. */
  shared(column: number, index: number, scanner: XmlScanner): void {
    const { strings } = this.#context;
    if (strings === null || !(index < strings.count)) throw scanner.broken({ en: `a cell refers to the shared text ${index}, which does not exist`, zh: `有单元格引用了不存在的共享文本 ${index}` });
    const codes = column < this.#codes.length ? this.#codes[column] : this.#addCodes(column, strings.count);
    const known = codes?.[index] ?? 0;
    if (known > 0) {
      this.#grid.setCode(column, known);
      return;
    }
    const code = this.#grid.setBytes(column, strings.bytes, strings.start(index), strings.stop(index));
    if (codes != null) codes[index] = code;
  }

  #addCodes(column: number, count: number): Uint32Array | null {
    while (this.#codes.length <= column) this.#codes.push((this.#codes.length + 1) * count <= MOST_CODES ? new Uint32Array(count) : null);
    return this.#codes[column] as Uint32Array | null;
  }

  /** A value that stands in the cell itself, unescaped. */
  inline(type: Exclude<CellType, 's' | 'n'>, column: number, row: number, bytes: Uint8Array, start: number, stop: number): void {
    const isText = type === 'str' || type === 'inlineStr';
    const text = isText ? '' : decoder.decode(bytes.subarray(start, stop)).trim();
    if (type === 'e' && text !== '') this.#notes.error(row, column, text);
    const written = type === 'b' ? booleanText(text) : type === 'd' ? isoText(text) : null;
    if (written === null) this.#grid.setBytes(column, bytes, start, stop);
    else this.#ascii(column, written);
  }

  #ascii(column: number, text: string): void {
    this.#sink.clear();
    this.#sink.appendAscii(text);
    this.#grid.setBytes(column, this.#sink.bytes, 0, this.#sink.length);
  }
}

function booleanText(text: string): string | null {
  return text === '1' || text === 'true' ? 'TRUE' : text === '0' || text === 'false' ? 'FALSE' : null;
}

/** `2024-03-01T08:30:00.000Z` → `2024-03-01 08:30:00`; a time of midnight is left out, as it is for a date written as a number. */
function isoText(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?$/.exec(text);
  if (match === null) return null;
  const time = (match[2] as string).padEnd(8, ':00');
  return time === '00:00:00' ? (match[1] as string) : `${match[1]} ${time}`;
}
