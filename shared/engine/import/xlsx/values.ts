import { formattedText, type NumberKind } from '../cell-text.ts';
import type { GridCollector } from '../grid.ts';
import { ByteSink } from './bytes.ts';
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
  readonly date1904: boolean;
}

/** A column of few texts finds them here without a look into the dictionary; a column of many gains nothing by more slots. */
const REMEMBERED = 1024;
/** A decimal of at most this many digits is what a double of the nearest value prints as. */
const EXACT_DIGITS = 15;

const decoder = new TextDecoder();

/** Shared strings met last in a column, by slot: which one stands there (from 1), and its code in the column's dictionary. */
interface Remembered {
  readonly strings: Uint32Array;
  readonly codes: Uint32Array;
}

/** Puts the values of cells as text into the grid. */
export class CellWriter {
  readonly #context: CellContext;
  readonly #grid: GridCollector;
  readonly #notes: SheetNotes;
  readonly #sink = new ByteSink();
  readonly #remembered: Remembered[] = [];

  constructor(context: CellContext, grid: GridCollector, notes: SheetNotes) {
    this.#context = context;
    this.#grid = grid;
    this.#notes = notes;
  }

  /** A number as the file writes it: what is already its shortest text goes on as bytes. */
  number(column: number, style: number, bytes: Uint8Array, start: number, stop: number): void {
    const kind: NumberKind = this.#context.styles[style] ?? 'plain';
    if (kind === 'plain' && isShortest(bytes, start, stop)) this.#grid.setBytes(column, bytes, start, stop);
    else this.#formatted(column, kind, bytes, start, stop);
  }

  #formatted(column: number, kind: NumberKind, bytes: Uint8Array, start: number, stop: number): void {
    const raw = decoder.decode(bytes.subarray(start, stop)).trim();
    const value = Number(raw);
    // What is no number after all stays as it is.
    if (raw === '' || !Number.isFinite(value)) this.#grid.setBytes(column, bytes, start, stop);
    else this.#ascii(column, formattedText(value, kind, this.#context.date1904));
  }

  /** A shared string by its index. */
  shared(column: number, index: number, scanner: XmlScanner): void {
    const { strings } = this.#context;
    if (strings === null || !(index < strings.count)) throw scanner.broken({ en: `a cell refers to the shared text ${index}, which does not exist`, zh: `有单元格引用了不存在的共享文本 ${index}` });
    while (this.#remembered.length <= column) this.#remembered.push({ strings: new Uint32Array(REMEMBERED), codes: new Uint32Array(REMEMBERED) });
    const remembered = this.#remembered[column] as Remembered;
    const slot = index & (REMEMBERED - 1);
    if (remembered.strings[slot] === index + 1) {
      this.#grid.setCode(column, remembered.codes[slot] as number);
      return;
    }
    const code = this.#grid.setBytes(column, strings.bytes, strings.start(index), strings.stop(index));
    if (code === 0) return;
    remembered.strings[slot] = index + 1;
    remembered.codes[slot] = code;
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

/**
 * Whether a number is written in the one text that its value has: `-12.5`, not `012`, `1.50`, `1E3`, `-0`. Whole numbers may be as
 * long as they like: they may be ids, which keep every digit.
 */
export function isShortest(bytes: Uint8Array, start: number, stop: number): boolean {
  let at = start;
  if (bytes[at] === 45) at++;
  const first = bytes[at] as number;
  const whole = at;
  while (at < stop && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) at++;
  if (at === whole || (first === 48 && at - whole > 1)) return false;
  if (at === stop) return first !== 48 || whole === start;
  if (bytes[at] !== 46) return false;
  const fraction = ++at;
  while (at < stop && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) at++;
  // Digits of 0.00000012 are few, but it is written 1.2e-7.
  const isSmall = first === 48 && bytes[fraction] === 48 && bytes[fraction + 1] === 48;
  return at === stop && at > fraction && bytes[stop - 1] !== 48 && !isSmall && stop - whole - 1 <= EXACT_DIGITS;
}
