import { GridCollector } from '../structure/grid.ts';
import { mayHold, wantedTables } from '../structure/wanted.ts';
import type { ParsedTable, ParseRequest } from '../parsed.ts';
import { SheetNotes } from '../xlsx/notes.ts';
import { columnLetters } from '../xlsx/reference.ts';
import type { XmlScanner } from '../xlsx/xml.ts';
import { CLOSE, OPEN, type TEXT } from '../xlsx/xml-tokens.ts';
import type { NumberKind } from '../cell-text.ts';
import { LAST_COLUMN } from '../xlsx/reference.ts';
import { Paragraphs } from './paragraphs.ts';
import { CellStyles } from './styles.ts';
import { VALUE_OF, valueText } from './values.ts';

/** The longest sheet that spreadsheets hold. */
const LAST_ROW = 1 << 20;
/** Cells and rows may say how often they stand there: no sheet that a person made comes near this many. */
const MOST_REPEATED = 20_000_000;
/** Hold tables that are no sheets: what was deleted, what lies in other files. */
const NO_SHEETS = ['tracked-changes', 'dde-links'];
/** LibreOffice keeps what it read from other files in sheets that are called so. */
const OTHER_FILE = /^'file:.*'#/;

/** A sheet that was read, and what the workbook says of it elsewhere. */
export interface Sheet {
  readonly name: string;
  readonly notes: SheetNotes;
  /** `null` where it holds nothing. */
  readonly tables: readonly ParsedTable[];
}

/** Takes the tokens of an OpenDocument spreadsheet and puts the cells of its sheets into tables. */
export class ContentReader {
  readonly sheets: Sheet[] = [];
  readonly names: { readonly name: string; readonly refersTo: string }[] = [];
  /** Whether something of a sheet was left out, as only the beginning of each was asked for. */
  isPartial = false;
  readonly #scanner: XmlScanner;
  readonly #request: ParseRequest;
  readonly #styles: CellStyles;
  readonly #text = new Paragraphs();
  /** Depth of what does not matter with all that is in it; 0 for nothing. */
  #skipped = 0;
  #grid: GridCollector | null = null;
  #notes: SheetNotes | null = null;
  #name = '';
  /** Depth of the sheet, and bytes of the content before it. */
  #depth = 0;
  #begun = 0;
  #row = 0;
  #rowRepeat = 1;
  #isHiddenRow = false;
  #column = 0;
  /** Styles of cells that name none, column by column, and that of the row. */
  #columnStyles: { readonly until: number; readonly style: string | null }[] = [];
  #rowStyle: string | null = null;
  #cells: string[] = [];
  #repeated = 0;
  #inRow = false;
  /** Depth of the cell at hand; 0 for none. */
  #cell = 0;
  #cellRepeat = 1;
  #type: string | null = null;
  #value: string | null = null;
  #kind: NumberKind = 'plain';
  #isError = false;
  #hasFormula = false;

  /** @param styles those that stand beside the content */
  constructor(scanner: XmlScanner, request: ParseRequest, styles = new CellStyles()) {
    this.#scanner = scanner;
    this.#styles = styles;
    this.#request = request;
  }

  /** @param at how many bytes of the content were read before the token */
  take(token: typeof OPEN | typeof CLOSE | typeof TEXT, at: number): void {
    const scanner = this.#scanner;
    if (token === CLOSE) {
      if (scanner.depth < this.#skipped) this.#skipped = 0;
      else if (this.#skipped === 0) this.#close();
    } else if (this.#skipped > 0) return;
    else if (token === OPEN) this.#open(at);
    else if (this.#cell > 0) this.#text.take(scanner);
  }

  #open(at: number): void {
    const scanner = this.#scanner;
    if (this.#cell > 0) this.#text.open(scanner, this.#cell);
    else if (this.#inRow) this.#openCell();
    else if (this.#grid !== null) this.#openRow(at);
    else if (scanner.is('table')) this.#openTable(at);
    else if (NO_SHEETS.some((name) => scanner.is(name))) this.#skipped = scanner.depth;
    else if (scanner.is('named-range')) this.#nameRange();
    else this.#styles.open(scanner);
  }

  #nameRange(): void {
    const name = this.#scanner.value('name', true);
    const range = this.#scanner.value('cell-range-address', true);
    if (name !== null && range !== null) this.names.push({ name, refersTo: usualRange(range) });
  }

  #openTable(at: number): void {
    const scanner = this.#scanner;
    const { file, options } = this.#request;
    this.#name = scanner.value('name', true) ?? '';
    if (OTHER_FILE.test(this.#name) || !mayHold(this.#name, options.table)) {
      this.#skipped = scanner.depth;
      return;
    }
    this.#grid = new GridCollector(this.#name, this.#request);
    this.#notes = new SheetNotes(file.name, this.#name);
    if (this.#styles.isHidden(scanner.value('style-name', true))) this.#notes.hiddenSheet();
    this.#depth = scanner.depth;
    this.#begun = at;
    this.#row = 0;
    this.#column = 0;
    this.#columnStyles = [];
  }

  #openRow(at: number): void {
    const scanner = this.#scanner;
    if (scanner.is('table-row')) {
      this.#rowRepeat = this.#times('number-rows-repeated');
      this.#inRow = true;
      this.#cells = [];
      this.#column = 0;
      this.#isHiddenRow = isHidden(scanner);
      this.#rowStyle = scanner.value('default-cell-style-name', true);
      if (this.#request.limit !== undefined && at - this.#begun > this.#request.limit) {
        this.isPartial = true;
        this.#skipped = this.#depth;
        this.#endTable();
      }
    } else if (scanner.is('table-column')) {
      const first = this.#column + 1;
      this.#column += this.#times('number-columns-repeated');
      this.#columnStyles.push({ until: this.#column, style: scanner.value('default-cell-style-name', true) });
      if (isHidden(scanner) && this.#column <= LAST_COLUMN) this.#notes?.hiddenColumns(first, this.#column);
    } else if (scanner.is('named-range')) this.#nameRange();
    else if (scanner.is('shapes') || scanner.is('table-source') || scanner.is('table')) this.#skipped = scanner.depth;
  }

  #openCell(): void {
    const scanner = this.#scanner;
    if (!scanner.is('table-cell') && !scanner.is('covered-table-cell')) return;
    this.#cellRepeat = this.#times('number-columns-repeated');
    this.#cell = scanner.depth;
    this.#text.clear();
    this.#type = scanner.value('value-type', 'office');
    this.#value = this.#type === null ? null : scanner.value(VALUE_OF[this.#type] ?? 'value', 'office');
    this.#kind = this.#type === 'percentage' ? 'percent' : this.#type === 'float' ? this.#styles.kind(scanner.value('style-name', true) ?? this.#rowStyle ?? this.#columnStyle()) : 'plain';
    this.#isError = scanner.value('value-type', 'calcext') === 'error';
    this.#hasFormula = scanner.attribute('formula', true);
    const [columns, rows] = [this.#times('number-columns-spanned'), this.#times('number-rows-spanned')];
    if (columns > 1 || rows > 1) this.#notes?.merge(`${columnLetters(this.#column)}${this.#row + 1}:${columnLetters(this.#column + columns - 1)}${this.#row + rows}`);
  }

  #columnStyle(): string | null {
    return this.#columnStyles.find(({ until }) => this.#column < until)?.style ?? null;
  }

  #close(): void {
    const scanner = this.#scanner;
    if (this.#cell > 0) {
      if (scanner.depth >= this.#cell) this.#text.close(scanner);
      else this.#endCell();
    } else if (this.#inRow) {
      if (scanner.is('table-row')) this.#endRow();
    } else if (this.#grid !== null && scanner.is('table')) this.#endTable();
  }

  #endCell(): void {
    this.#cell = 0;
    const text = valueText({ type: this.#type, value: this.#value, kind: this.#kind, date1904: this.#styles.date1904 }, this.#text.text);
    if (text === '') {
      // A paragraph without a letter is the result of one that gives none.
      if (this.#hasFormula && this.#type !== 'string' && !this.#text.isTold) this.#notes?.uncalculated(this.#row + 1, this.#column);
    } else {
      if (this.#column + this.#cellRepeat > LAST_COLUMN || this.#row >= LAST_ROW) throw this.#tooFar();
      if (this.#type === 'currency') this.#notes?.money(this.#column);
      if (this.#isError) this.#notes?.error(this.#row + 1, this.#column, text);
      this.#repeat(this.#cellRepeat - 1);
      while (this.#cells.length < this.#column) this.#cells.push('');
      for (let i = 0; i < this.#cellRepeat; i++) this.#cells.push(text);
    }
    this.#column += this.#cellRepeat;
  }

  #endRow(): void {
    this.#inRow = false;
    if (this.#cells.length > 0) {
      if (this.#row + this.#rowRepeat > LAST_ROW) throw this.#tooFar();
      this.#repeat((this.#rowRepeat - 1) * this.#cells.length);
      for (let row = this.#row + 1; row <= this.#row + this.#rowRepeat; row++) {
        this.#grid?.push(row, this.#cells);
        if (this.#isHiddenRow) this.#notes?.hiddenRow(row);
      }
    }
    this.#row += this.#rowRepeat;
  }

  #endTable(): void {
    const notes = this.#notes as SheetNotes;
    this.sheets.push({ name: this.#name, notes, tables: wantedTables(this.#grid?.finishApart([], notes.merges) ?? [], this.#request.options.table) });
    this.#grid = null;
    this.#notes = null;
    this.#inRow = false;
  }

  /** How often something stands there, as an attribute says. */
  #times(name: string): number {
    const times = Number(this.#scanner.value(name, true) ?? 1);
    return Number.isSafeInteger(times) && times > 0 ? times : 1;
  }

  #repeat(cells: number): void {
    this.#repeated += cells;
    if (this.#repeated > MOST_REPEATED) throw this.#scanner.broken({ en: 'it repeats cells far more often than a workbook holds', zh: '单元格重复次数远超工作簿的合理大小' });
  }

  #tooFar() {
    return this.#scanner.broken({ en: `a cell lies beyond the last row or column of ${this.#name}`, zh: `“${this.#name}”中有单元格超出最后一行或最后一列` });
  }
}

/** Rows and columns that a person or a filter has hidden. */
const isHidden = (scanner: XmlScanner): boolean => ['collapse', 'filter'].includes(scanner.value('visibility', true) ?? '');

/** `$Orders.$A$1:.$C$9` and `$Orders.$A$1:$Orders.$C$9` as others write it: `Orders!$A$1:$C$9`. */
function usualRange(range: string): string {
  const [first, last] = range.split(/:(?=[^']*$|\$?'[^']*'\.)/, 2) as [string, string | undefined];
  const dot = first.lastIndexOf('.');
  const from = dot > 0 ? `${first.slice(0, dot).replace(/^\$/, '')}!${first.slice(dot + 1)}` : first;
  return last === undefined ? from : `${from}:${last.slice(last.lastIndexOf('.') + 1)}`;
}
