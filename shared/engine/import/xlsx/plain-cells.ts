import { ByteSink } from '../../values/byte-sink.ts';
import type { GridCollector } from '../structure/grid.ts';
import { ascii, digits, startsWith, typeAt } from './cell-bytes.ts';
import { CellHeads } from './cell-heads.ts';
import { LAST_COLUMN, LAST_ROW } from './reference.ts';
import { appendText, CELL_TEXT, isPlain } from './text.ts';
import { RowTail } from './row-tail.ts';
import type { CellType, CellWriter } from './values.ts';
import type { XmlScanner } from './xml.ts';
import { GT, LT, SLASH } from './xml-tokens.ts';

const QUOTE = 34;
const EQUALS = 61;
const SPACE = 32;
const C = 99;
const V = 118;

const VALUE_CLOSE = ascii('</v></c>');
const RICH_OPEN = ascii('><is><t>');
const RICH_CLOSE = ascii('</t></is></c>');

/** Takes cells that are written in the usual way, such as `<c r="B7" s="1" t="s"><v>12</v></c>`, without going through tokens. */
export class PlainCells {
  /** The row at hand, and the last column of it that was taken. */
  row = 0;
  column = -1;
  readonly #scanner: XmlScanner;
  readonly #writer: CellWriter;
  readonly #grid: GridCollector;
  readonly #heads = new CellHeads();
  readonly #rowTail = new RowTail();
  readonly #value = new ByteSink();
  #view = new DataView(new ArrayBuffer(0));
  /** The tag of a cell that was read; where the number of its row stands, 0 when it has none, and where that ends. */
  readonly #read = { column: 0, style: 0, type: 'n' as CellType, rowAt: 0, tailAt: 0 };

  constructor(scanner: XmlScanner, writer: CellWriter, grid: GridCollector) {
    this.#scanner = scanner;
    this.#writer = writer;
    this.#grid = grid;
  }

  /** The row whose tag was just read begins. */
  startRow(row: number): void {
    this.#start(row);
    this.#rowTail.learn(this.#scanner);
  }

  #start(row: number): void {
    this.row = row;
    this.column = -1;
    this.#heads.startRow(row);
  }

  /**
   * Takes the cells that come, as far as they are whole and written in the usual way.
   *
   * @param withRows go on with the next row where it begins as this one did
   */
  take(withRows: boolean): void {
    const scanner = this.#scanner;
    if (scanner.isSelfClosing) return;
    const { bytes, end } = scanner;
    if (this.#view.buffer !== bytes.buffer) {
      this.#view = new DataView(bytes.buffer);
      this.#heads.over(this.#view);
    }
    let at = this.#takeRow(bytes, scanner.at, end);
    // Once rows are read in bulk, the next one is.
    while (withRows && at >= 0 && this.#grid.bulk === null) {
      at = this.#nextRow(bytes, at, end);
      if (at >= 0) at = this.#takeRow(bytes, at, end);
    }
  }

  /** Takes what comes of the row at hand; answers where that ends. */
  #takeRow(bytes: Uint8Array, from: number, end: number): number {
    let taken = from;
    for (let at = from; at >= 0; at = this.#takeCell(bytes, at, end)) taken = at;
    this.#scanner.at = taken;
    return taken;
  }

  /** @returns behind the tag of the next row; -1 when the row at hand does not end here, or the next one is another kind of row */
  #nextRow(bytes: Uint8Array, from: number, end: number): number {
    const { row, behind } = this.#rowTail.next(bytes, from, end);
    if (row <= this.row || row > LAST_ROW) return -1;
    this.#grid.endRow();
    this.#start(row);
    this.#grid.startRow(row);
    return behind;
  }

  /** @returns where the next cell begins; -1 when this one is not whole, or written in another way */
  #takeCell(bytes: Uint8Array, from: number, end: number): number {
    const heads = this.#heads;
    const next = this.column + 1;
    const known = heads.valueStart(next, from);
    if (known >= 0) return this.#takeValue(bytes, known, end, next, heads.style(next), heads.type(next));
    const tag = this.#readTag(bytes, from, end);
    if (tag < 0) return -1;
    if (bytes[tag] === SLASH && bytes[tag + 1] === GT) {
      if (tag + 2 > end) return -1;
      this.column = this.#read.column;
      return tag + 2;
    }
    return this.#takeApart(bytes, from, tag, end);
  }

  /**
   * Reads the attributes of a cell that begins here.
   *
   * @returns where its tag ends; -1 for what is no usual cell, or one in the wrong place
   */
  #readTag(bytes: Uint8Array, from: number, end: number): number {
    if (bytes[from] !== LT || bytes[from + 1] !== C) return -1;
    const read = this.#read;
    let at = from + 2;
    let column = this.column + 1;
    let style = 0;
    read.type = 'n';
    read.rowAt = 0;
    while (bytes[at] === SPACE) {
      const name = bytes[at + 1];
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
      at += 4;
      let byte = bytes[at] as number;
      if (name === 114) {
        column = -1;
        for (; byte >= 65 && byte <= 90; byte = bytes[++at] as number) column = (column + 1) * 26 + byte - 65;
        read.rowAt = at;
        let row = 0;
        for (; byte >= 48 && byte <= 57; byte = bytes[++at] as number) row = row * 10 + byte - 48;
        if (row !== this.row) return -1;
        read.tailAt = at;
      } else if (name === 115) {
        for (; byte >= 48 && byte <= 57; byte = bytes[++at] as number) style = style * 10 + byte - 48;
      } else if (name === 116) {
        const first = at;
        while (at < end && bytes[at] !== QUOTE) at++;
        const told = typeAt(bytes, first, at);
        if (told === null) return -1;
        read.type = told;
      } else return -1;
      if (bytes[at++] !== QUOTE) return -1;
    }
    read.column = column;
    read.style = style;
    return column <= this.column || column >= LAST_COLUMN ? -1 : at;
  }

  /** Takes the cell whose tag was read; those below that are written like it will be known by it. */
  #takeApart(bytes: Uint8Array, from: number, tag: number, end: number): number {
    const { column, style, type, rowAt, tailAt } = this.#read;
    if (bytes[tag] !== GT) return -1;
    const isRich = type === 'inlineStr';
    if (isRich ? !startsWith(bytes, tag, RICH_OPEN) : bytes[tag + 1] !== LT || bytes[tag + 2] !== V || bytes[tag + 3] !== GT) return -1;
    const value = tag + (isRich ? RICH_OPEN.length : 4);
    const behind = this.#takeValue(bytes, value, end, column, style, type);
    if (behind >= 0 && rowAt > 0) this.#heads.learn(column, from, rowAt, tailAt, value, style, type);
    return behind;
  }

  #takeValue(bytes: Uint8Array, start: number, end: number, column: number, style: number, type: CellType): number {
    let stop = start;
    while (stop < end && bytes[stop] !== LT) stop++;
    const closing = type === 'inlineStr' ? RICH_CLOSE : VALUE_CLOSE;
    const behind = stop + closing.length;
    if (behind > end || stop === start || !startsWith(bytes, stop, closing)) return -1;
    this.column = column;
    if (type === 'n') this.#writer.number(column, style, bytes, start, stop);
    else if (type === 's') this.#writer.shared(column, digits(bytes, start, stop), this.#scanner);
    else this.#inline(type, bytes, start, stop);
    return behind;
  }

  #inline(type: Exclude<CellType, 'n' | 's'>, bytes: Uint8Array, start: number, stop: number): void {
    if (isPlain(bytes, start, stop)) {
      this.#writer.inline(type, this.column, this.row, bytes, start, stop);
      return;
    }
    this.#value.clear();
    appendText(this.#value, bytes, start, stop, CELL_TEXT);
    this.#writer.inline(type, this.column, this.row, this.#value.bytes, 0, this.#value.length);
  }
}
