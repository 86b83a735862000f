import type { GridCollector } from '../structure/grid.ts';
import type { CellRange } from '../parsed.ts';
import { ByteSink } from '../../values/byte-sink.ts';
import type { SheetNotes } from './notes.ts';
import { LAST_COLUMN, LAST_ROW, parseRange } from './reference.ts';
import { RichText } from './strings.ts';
import { appendText, CELL_TEXT } from './text.ts';
import { type CellContext, type CellType, CellWriter } from './values.ts';
import type { XmlScanner } from './xml.ts';
import { CLOSE, END, MORE, OPEN, TEXT } from './xml-tokens.ts';
import { digits, isType } from './cell-bytes.ts';
import { PlainCells } from './plain-cells.ts';

/** Rows that are longer go token by token. */
const LONGEST_ROW = 1 << 20;
/** Cells that room is made for before they come. */
const MOST_RESERVED = 32 << 20;
const ROOTS = ['worksheet', 'macrosheet', 'dialogsheet', 'chartsheet'];
/** May stand between rows and cells, and hold none. */
const WITHOUT_CELLS = ['extLst', 'autoFilter'];
const CELL_CDATA = { cdata: true, controls: true };

/** Takes bytes of a sheet that are not read as rows; answers whether they are enough. */
export interface BytesBehind {
  push(piece: Uint8Array): boolean;
}

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
  /** Where the reader stands, too. */
  readonly #cells: PlainCells;
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
  #pushed = 0;
  /** Whether the scanner holds bytes that the bulk reader has not seen, and whether they are the last. */
  #isNew = true;
  #isLast = false;

  constructor(scanner: XmlScanner, context: CellContext, grid: GridCollector, notes: SheetNotes) {
    this.#scanner = scanner;
    this.#grid = grid;
    this.#notes = notes;
    this.#writer = new CellWriter(context, grid, notes);
    this.#cells = new PlainCells(scanner, this.#writer, grid);
  }

  /** How many bytes of the sheet are read. */
  get taken(): number {
    return this.#pushed - (this.#scanner.end - this.#scanner.at);
  }

  /**
   * Reads the sheet to its end, or to the end of a row once `limit` bytes of it are read.
   *
   * @param behind asked once where it ends before: takes the bytes that follow, until it has enough of them
   * @returns whether it was read to its end
   */
  async read(pieces: AsyncIterable<Uint8Array>, limit: number, behind: () => BytesBehind | null = () => null): Promise<boolean> {
    let read = 0;
    let following: BytesBehind | null = null;
    for await (const piece of pieces) {
      if (following !== null) {
        if (following.push(piece)) return false;
        continue;
      }
      this.#scanner.push(piece);
      this.#pushed += piece.length;
      this.#isNew = true;
      if (!this.#drain(read >= limit)) {
        following = behind();
        if (following === null || following.push(this.#scanner.bytes.subarray(this.#scanner.at, this.#scanner.end))) return false;
      }
      read += piece.length;
    }
    if (following !== null) return false;
    this.#scanner.finish();
    this.#isLast = true;
    return this.#drain(false);
  }

  #drain(stopsAfterRow: boolean): boolean {
    const scanner = this.#scanner;
    for (;;) {
      if (this.#inRow && scanner.depth === 3) this.#cells.take(!stopsAfterRow);
      else if (this.#takeInBulk()) return true;
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

  /** Takes rows in bulk where the next one begins; answers whether they need more bytes. */
  #takeInBulk(): boolean {
    const scanner = this.#scanner;
    const { bulk } = this.#grid;
    if (bulk === null || !this.#inRows || this.#inRow || scanner.depth !== 2 || scanner.isSelfClosing || this.#skipped > 0) return false;
    const { row } = this.#cells;
    const { at, more, rows } = bulk.take(scanner.bytes, scanner.at, scanner.end, this.#isNew, row);
    this.#isNew = false;
    scanner.at = at;
    if (rows > 0) this.#grid.tookRows(row + 1, rows);
    this.#cells.row = row + rows;
    // A row without end is not waited for: token by token it comes to an end, or is refused.
    return more && !this.#isLast && scanner.end - at < LONGEST_ROW;
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
    const row = scanner.attribute('r') ? digits(scanner.bytes, scanner.valueStart, scanner.valueStop) : this.#cells.row + 1;
    // Two rows of one number, or a row that goes back, would hide what stands there already.
    if (!(row > this.#cells.row && row <= LAST_ROW))
      throw scanner.broken({ en: `the row after row ${this.#cells.row} has the number ${scanner.value('r')}`, zh: `第 ${this.#cells.row} 行之后的行号为 ${scanner.value('r')}` });
    this.#cells.startRow(row);
    this.#inRow = true;
    this.#grid.startRow(row);
    if (scanner.attribute('hidden') && scanner.flag('hidden')) this.#notes.hiddenRow(row);
  }

  #openCell(): void {
    const scanner = this.#scanner;
    const column = scanner.attribute('r') ? this.#columnOf(scanner.bytes, scanner.valueStart, scanner.valueStop) : this.#cells.column + 1;
    if (!(column > this.#cells.column && column < LAST_COLUMN)) {
      throw scanner.broken({
        en: `row ${this.#cells.row} holds the cell ${scanner.value('r') ?? ''} where it cannot be`,
        zh: `第 ${this.#cells.row} 行中单元格 ${scanner.value('r') ?? ''} 的位置不正确`,
      });
    }
    const type = scanner.value('t') ?? 'n';
    if (!isType(type)) throw scanner.broken({ en: `row ${this.#cells.row} holds a cell of the unknown kind ${type}`, zh: `第 ${this.#cells.row} 行有未知类型的单元格 ${type}` });
    this.#cells.column = column;
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
    return at > start && at - start <= 3 && digits(bytes, at, stop) === this.#cells.row ? column - 1 : Number.NaN;
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
    return this.#scanner.broken({ en: `the unknown element ${this.#scanner.name} stands behind row ${this.#cells.row}`, zh: `第 ${this.#cells.row} 行后有未知元素 ${this.#scanner.name}` });
  }

  #text(): void {
    const scanner = this.#scanner;
    if (!this.#inRows || this.#skipped > 0) return;
    if (this.#inValue || (this.#inRich && this.#rich.isWanted)) appendText(this.#value, scanner.bytes, scanner.start, scanner.stop, scanner.cdata ? CELL_CDATA : CELL_TEXT);
    else if (!this.#inRich && !scanner.isBlank) throw scanner.broken({ en: `text stands between the cells of row ${this.#cells.row}`, zh: `第 ${this.#cells.row} 行的单元格之间有文本` });
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
      if (this.#hasFormula && this.#type !== 'str') this.#notes.uncalculated(this.#cells.row, this.#cells.column);
    } else if (this.#type === 'n') this.#writer.number(this.#cells.column, this.#style, bytes, 0, length);
    else if (this.#type === 's') this.#writer.shared(this.#cells.column, digits(bytes, 0, length), this.#scanner);
    else this.#writer.inline(this.#type, this.#cells.column, this.#cells.row, bytes, 0, length);
  }
}
