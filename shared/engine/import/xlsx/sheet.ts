import type { GridCollector } from '../grid.ts';
import type { CellRange } from '../parsed.ts';
import { ByteSink } from './bytes.ts';
import type { SheetNotes } from './notes.ts';
import { LAST_COLUMN, LAST_ROW, parseRange } from './reference.ts';
import { RichText } from './strings.ts';
import { appendText, isPlain } from './text.ts';
import { type CellContext, type CellType, CellWriter } from './values.ts';
import type { XmlScanner } from './xml.ts';
import { CLOSE, END, GT, LT, MORE, OPEN, SLASH, TEXT } from './xml-tokens.ts';
import { ascii, digits, isType, startsWith, typeAt } from './cell-bytes.ts';

/** Cells that room is made for before they come. */
const MOST_RESERVED = 32 << 20;
const ROOTS = ['worksheet', 'macrosheet', 'dialogsheet', 'chartsheet'];
/** May stand between rows and cells, and hold none. */
const WITHOUT_CELLS = ['extLst', 'autoFilter'];
const CELL_TEXT = { cdata: false, controls: true };
const CELL_CDATA = { cdata: true, controls: true };

const QUOTE = 34;
const SPACE = 32;
const V = 118;

const VALUE_CLOSE = ascii('</v></c>');
const RICH_OPEN = ascii('><is><t>');
const RICH_CLOSE = ascii('</t></is></c>');

/**
 * Reads the XML of a sheet, piece by piece, straight into the grid.
 *
 * Cells written in the usual way are taken at once; everything else goes token by token. What a sheet must not hold is refused, so that
 * no row gets lost unseen.
 */
export class SheetReader {
  readonly #scanner: XmlScanner;
  readonly #grid: GridCollector;
  readonly #notes: SheetNotes;
  readonly #writer: CellWriter;
  readonly #value = new ByteSink();
  readonly #rich = new RichText();
  #row = 0;
  #column = -1;
  #type: CellType = 'n';
  #style = 0;
  #hasFormula = false;
  /** Inside `<sheetData>`, `<row>`, `<v>`, `<is>`. */
  #inRows = false;
  #inRow = false;
  #inValue = false;
  #inRich = false;
  /** Depth of an element whose content does not matter; 0 when there is none. */
  #skipped = 0;

  constructor(scanner: XmlScanner, context: CellContext, grid: GridCollector, notes: SheetNotes) {
    this.#scanner = scanner;
    this.#grid = grid;
    this.#notes = notes;
    this.#writer = new CellWriter(context, grid, notes);
  }

  /**
   * Reads the sheet to its end, or to the end of a row once `limit` bytes of it are read.
   *
   * @returns whether it was read to its end
   */
  async read(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<boolean> {
    let read = 0;
    for await (const piece of pieces) {
      this.#scanner.push(piece);
      if (!this.#drain(read >= limit)) return false;
      read += piece.length;
    }
    this.#scanner.finish();
    return this.#drain(false);
  }

  #drain(stopsAfterRow: boolean): boolean {
    const scanner = this.#scanner;
    for (;;) {
      if (this.#inRow && scanner.depth === 3) this.#takeCells();
      switch (scanner.next()) {
        case OPEN:
          this.#open();
          break;
        case TEXT:
          this.#text();
          break;
        case CLOSE:
          this.#close();
          if (stopsAfterRow && this.#inRows && scanner.depth === 2) return false;
          break;
        case MORE:
        case END:
          return true;
      }
    }
  }

  #open(): void {
    const scanner = this.#scanner;
    if (this.#skipped > 0) return;
    if (!this.#inRows) this.#openOutside();
    else if (this.#inRich) this.#rich.open(scanner);
    else if (scanner.depth === 3 && scanner.is('row')) this.#openRow();
    else if (scanner.depth === 4 && scanner.is('c')) this.#openCell();
    else if (WITHOUT_CELLS.some((name) => scanner.is(name))) this.#skipped = scanner.depth;
    else if (scanner.depth === 5) this.#openContent();
    else throw this.#unknown();
  }

  /** Elements before and after the rows. */
  #openOutside(): void {
    const scanner = this.#scanner;
    if (scanner.depth === 1 && !ROOTS.includes(scanner.name)) throw scanner.broken({ en: 'it is no sheet', zh: '不是工作表' });
    if (scanner.depth === 2 && scanner.is('dimension')) this.#reserve(parseRange(scanner.value('ref') ?? ''));
    else if (scanner.depth === 2) this.#inRows = scanner.is('sheetData');
    else if (scanner.depth !== 3) return;
    else if (scanner.is('col') && scanner.flag('hidden')) this.#notes.hiddenColumns(Number(scanner.value('min')), Number(scanner.value('max')));
    else if (scanner.is('mergeCell')) this.#notes.merge(scanner.value('ref') ?? '');
  }

  /** What a sheet says of its size is a hint only: it may be missing, wrong, or made to exhaust memory. */
  #reserve(told: CellRange | null): void {
    if (told !== null && told.lastRow * told.lastColumn <= MOST_RESERVED) this.#grid.reserve(told.lastRow);
  }

  #openRow(): void {
    const scanner = this.#scanner;
    const row = scanner.attribute('r') ? digits(scanner.bytes, scanner.valueStart, scanner.valueStop) : this.#row + 1;
    // Two rows of one number, or a row that goes back, would hide what stands there already.
    if (!(row > this.#row && row <= LAST_ROW))
      throw scanner.broken({ en: `the row after row ${this.#row} has the number ${scanner.value('r')}`, zh: `第 ${this.#row} 行之后的行号为 ${scanner.value('r')}` });
    this.#row = row;
    this.#column = -1;
    this.#inRow = true;
    this.#grid.startRow(row);
    if (scanner.attribute('hidden') && scanner.flag('hidden')) this.#notes.hiddenRow(row);
  }

  #openCell(): void {
    const scanner = this.#scanner;
    const column = scanner.attribute('r') ? this.#columnOf(scanner.bytes, scanner.valueStart, scanner.valueStop) : this.#column + 1;
    if (!(column > this.#column && column < LAST_COLUMN)) {
      throw scanner.broken({ en: `row ${this.#row} holds the cell ${scanner.value('r') ?? ''} where it cannot be`, zh: `第 ${this.#row} 行中单元格 ${scanner.value('r') ?? ''} 的位置不正确` });
    }
    const type = scanner.value('t') ?? 'n';
    if (!isType(type)) throw scanner.broken({ en: `row ${this.#row} holds a cell of the unknown kind ${type}`, zh: `第 ${this.#row} 行有未知类型的单元格 ${type}` });
    this.#column = column;
    this.#type = type;
    this.#style = scanner.attribute('s') ? digits(scanner.bytes, scanner.valueStart, scanner.valueStop) : 0;
    this.#hasFormula = false;
    this.#value.clear();
  }

  /** Column of a reference, from 0; NaN when it is none, or one of another row. */
  #columnOf(bytes: Uint8Array, start: number, stop: number): number {
    let at = start;
    let column = 0;
    for (; at < stop && ((bytes[at] as number) | 32) >= 97; at++) column = column * 26 + ((bytes[at] as number) | 32) - 96;
    return at > start && at - start <= 3 && digits(bytes, at, stop) === this.#row ? column - 1 : Number.NaN;
  }

  #openContent(): void {
    const scanner = this.#scanner;
    if (scanner.is('v')) this.#inValue = true;
    else if (scanner.is('is')) {
      this.#type = 'inlineStr';
      this.#value.clear();
      this.#inRich = true;
    } else if (scanner.is('f')) {
      this.#hasFormula = true;
      this.#skipped = scanner.depth;
    } else throw this.#unknown();
  }

  #unknown() {
    return this.#scanner.broken({ en: `the unknown element ${this.#scanner.name} stands behind row ${this.#row}`, zh: `第 ${this.#row} 行后有未知元素 ${this.#scanner.name}` });
  }

  #text(): void {
    const scanner = this.#scanner;
    if (!this.#inRows || this.#skipped > 0) return;
    if (this.#inValue || (this.#inRich && this.#rich.isWanted)) appendText(this.#value, scanner.bytes, scanner.start, scanner.stop, scanner.cdata ? CELL_CDATA : CELL_TEXT);
    else if (!this.#inRich && !scanner.isBlank) throw scanner.broken({ en: `text stands between the cells of row ${this.#row}`, zh: `第 ${this.#row} 行的单元格之间有文本` });
  }

  #close(): void {
    const { depth } = this.#scanner;
    if (this.#skipped > 0) {
      if (depth < this.#skipped) this.#skipped = 0;
      return;
    }
    if (!this.#inRows) return;
    if (this.#inRich) this.#rich.close(this.#scanner);
    if (depth === 4) {
      this.#inValue = false;
      this.#inRich = false;
    } else if (depth === 3) this.#store();
    else if (depth === 2) {
      this.#inRow = false;
      this.#grid.endRow();
    } else if (depth === 1) this.#inRows = false;
  }

  #store(): void {
    const { bytes, length } = this.#value;
    if (length === 0) {
      if (this.#hasFormula && this.#type !== 'str') this.#notes.uncalculated(this.#row, this.#column);
    } else if (this.#type === 'n') this.#writer.number(this.#column, this.#style, bytes, 0, length);
    else if (this.#type === 's') this.#writer.shared(this.#column, digits(bytes, 0, length), this.#scanner);
    else this.#writer.inline(this.#type, this.#column, this.#row, bytes, 0, length);
  }

  #takeCells(): void {
    const scanner = this.#scanner;
    if (scanner.isSelfClosing) return;
    for (let at = scanner.at; at >= 0; at = this.#takeCell(scanner.bytes, at, scanner.end)) scanner.at = at;
  }

  /**
   * Takes a cell such as `<c r="B7" s="1" t="s"><v>12</v></c>` without going through tokens.
   *
   * @returns where the next one begins; -1 when the cell is not whole, or written in another way
   */
  #takeCell(bytes: Uint8Array, from: number, end: number): number {
    if (bytes[from] !== LT || bytes[from + 1] !== 99) return -1;
    let at = from + 2;
    let column = this.#column + 1;
    let style = 0;
    let type: CellType = 'n';
    while (bytes[at] === SPACE) {
      const name = bytes[at + 1];
      if (bytes[at + 2] !== 61 || bytes[at + 3] !== QUOTE) return -1;
      at += 4;
      let byte = bytes[at] as number;
      if (name === 114) {
        column = -1;
        for (; byte >= 65 && byte <= 90; byte = bytes[++at] as number) column = (column + 1) * 26 + byte - 65;
        let row = 0;
        for (; byte >= 48 && byte <= 57; byte = bytes[++at] as number) row = row * 10 + byte - 48;
        if (row !== this.#row) return -1;
      } else if (name === 115) {
        for (; byte >= 48 && byte <= 57; byte = bytes[++at] as number) style = style * 10 + byte - 48;
      } else if (name === 116) {
        const first = at;
        while (at < end && bytes[at] !== QUOTE) at++;
        const told = typeAt(bytes, first, at);
        if (told === null) return -1;
        type = told;
      } else return -1;
      if (bytes[at++] !== QUOTE) return -1;
    }
    if (column <= this.#column || column >= LAST_COLUMN) return -1;
    if (bytes[at] === SLASH && bytes[at + 1] === GT) {
      if (at + 2 > end) return -1;
      this.#column = column;
      return at + 2;
    }
    if (bytes[at] !== GT) return -1;
    const isRich = type === 'inlineStr';
    if (isRich ? !startsWith(bytes, at, RICH_OPEN) : bytes[at + 1] !== LT || bytes[at + 2] !== V || bytes[at + 3] !== GT) return -1;
    const start = at + (isRich ? RICH_OPEN.length : 4);
    let stop = start;
    while (stop < end && bytes[stop] !== LT) stop++;
    const closing = isRich ? RICH_CLOSE : VALUE_CLOSE;
    const behind = stop + closing.length;
    if (behind > end || stop === start || !startsWith(bytes, stop, closing)) return -1;
    this.#column = column;
    if (type === 'n') this.#writer.number(column, style, bytes, start, stop);
    else if (type === 's') this.#writer.shared(column, digits(bytes, start, stop), this.#scanner);
    else this.#inline(type, bytes, start, stop);
    return behind;
  }

  #inline(type: Exclude<CellType, 'n' | 's'>, bytes: Uint8Array, start: number, stop: number): void {
    if (isPlain(bytes, start, stop)) {
      this.#writer.inline(type, this.#column, this.#row, bytes, start, stop);
      return;
    }
    this.#value.clear();
    appendText(this.#value, bytes, start, stop, CELL_TEXT);
    this.#writer.inline(type, this.#column, this.#row, this.#value.bytes, 0, this.#value.length);
  }
}
