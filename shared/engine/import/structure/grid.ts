import { optionsOf } from '#contract/import-options';
import type { Finding } from '#contract/values';
import type { BulkSheet } from '../../bulk/sheet.ts';
import { TableBuilder } from '../builder.ts';
import { flattenHeader, mayBeMerged } from './headers.ts';
import type { Dictionary } from '../../table/dictionary.ts';
import type { TextColumn } from '../../table/table.ts';
import type { CellRange, ParsedTable } from '../parsed.ts';
import { mayComeApart, optionsOfParts, readApart } from './apart.ts';
import { tablesBelow } from './gaps.ts';
import { type GridRequest, gridRows, gridTable } from './grid-table.ts';
import { titleOf } from './sections.ts';
import { chosenStructure, findStructure, type Structure } from './structure.ts';

/** Where the table begins is judged by this many rows. */
const JUDGED_ROWS = 120;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Collects the rows of a sheet, a JSON list, a web page's table: whatever comes as cells instead of bytes.
 *
 * The first rows wait until it is known where the table begins; from then on every row goes straight into columns.
 */
export class GridCollector {
  readonly #name: string;
  readonly #request: GridRequest;
  /** The request with what is chosen for other tables. */
  readonly #asked: GridRequest;
  /** Where the table begins, where whoever reads it knows. */
  readonly #told: Structure | null;
  readonly #waiting: { row: number; cells: readonly string[] }[] = [];
  readonly #preamble: (readonly string[])[] = [];
  readonly #builder = new TableBuilder(0);
  readonly #levels: (readonly string[])[] = [];
  /** The rows that it is judged by, as long as a header may be among them. */
  #judged: readonly (readonly string[])[] = [];
  #structure: Structure | null = null;
  #blank = 0;
  #lastRow = 0;
  #filled = 0;
  /** The row that {@link startRow} began, where its cells go, and those that are wanted as texts. */
  #row = 0;
  #way: 'texts' | 'columns' | 'bulk' | null = null;
  #texts: string[] = [];
  readonly #openBulk: (width: number) => BulkSheet | null;
  #bulk: BulkSheet | null = null;
  #expected = 0;

  /**
   * @param openBulk the bulk reader for a sheet of so many columns, where there is one
   * @param told where the table begins, where that is known; choices count all the same
   */
  constructor(name: string, request: GridRequest, openBulk: (width: number) => BulkSheet | null = () => null, told: Structure | null = null) {
    this.#name = name;
    this.#asked = request;
    this.#request = { ...request, options: optionsOf(request.options, name) };
    this.#told = told;
    this.#openBulk = openBulk;
  }

  /** Where the rows of a large sheet go once it is known where its table begins; whoever reads rows in bulk tells so by {@link tookRows}. */
  get bulk(): BulkSheet | null {
    return this.#bulk;
  }

  /** Rows went into {@link bulk} without passing here: each holds something. */
  tookRows(first: number, count: number): void {
    this.#skipTo(first);
    this.#lastRow = first + count - 1;
    this.#filled += count;
  }

  /** Makes room for about this many rows, where the format tells; call before the first row. */
  reserve(rows: number): void {
    this.#expected = rows;
    this.#builder.reserve(rows);
  }

  /** About how many rows there will be; 0 where nothing tells. */
  get expected(): number {
    return this.#expected;
  }

  /** Rows that hold anything. */
  get filled(): number {
    return this.#filled;
  }

  /** Whether merged ranges may say that the header has other rows than it seems by its cells. */
  get mayHaveMergedHeader(): boolean {
    return mayBeMerged(this.#structure === null ? this.#waiting.map(({ cells }) => cells) : this.#judged);
  }

  /**
   * Takes the next row; rows that are left out are blank.
   *
   * @param fileRow number of the row in the file, from 1, rising
   * @param cells texts from the first column on; `''` is an empty cell
   */
  push(fileRow: number, cells: readonly string[]): void {
    this.#skipTo(fileRow);
    this.#take(fileRow, withoutTail(cells));
  }

  /**
   * Starts a row whose cells come one by one as bytes, until {@link endRow}. It counts from its first filled cell on.
   *
   * @param fileRow number of the row in the file, from 1, rising
   */
  startRow(fileRow: number): void {
    this.#row = fileRow;
    this.#way = null;
  }

  /**
   * Sets a cell of the row last started from UTF-8 bytes; an empty range is an empty cell.
   *
   * @returns a code that {@link setCode} takes for further cells of this column with the same text; 0 when there is none
   */
  setBytes(column: number, bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    const way = this.#way ?? this.#begin();
    if (way === 'columns') {
      if (column >= this.#builder.width) this.#builder.widen(column + 1);
      return this.#builder.setBytes(column, bytes, start, end);
    }
    if (way === 'bulk') this.#bulk?.setBytes(column, bytes, start, end);
    else this.#texts[column] = decoder.decode(bytes.subarray(start, end));
    return 0;
  }

  /** At a filled cell of the row last started: whether it goes straight into its column, where {@link setCode} sets it. */
  placesCells(): boolean {
    return (this.#way ?? this.#begin()) === 'columns';
  }

  /** The texts of a column, for cells that {@link placesCells}. */
  dictionary(column: number): Dictionary {
    if (column >= this.#builder.width) this.#builder.widen(column + 1);
    return this.#builder.dictionary(column);
  }

  /** Sets a cell to the text that {@link setBytes} gave this code for in an earlier cell of the column. */
  setCode(column: number, code: number): void {
    // Where there are codes, rows go straight into columns.
    if (this.#way === null) this.#begin();
    this.#builder.setCode(column, code);
  }

  /** Ends the row last started. */
  endRow(): void {
    if (this.#way === 'bulk') this.#bulk?.endRow(this.#row);
    else if (this.#way === 'texts') this.#take(this.#row, withoutTail(Array.from(this.#texts, (text) => text ?? '')));
    this.#way = null;
  }

  /** At the first filled cell of a row: where its cells go. */
  #begin(): 'texts' | 'columns' | 'bulk' {
    this.#skipTo(this.#row);
    const { preambleRows, headerRows } = this.#structure ?? { preambleRows: this.#row, headerRows: 0 };
    if (this.#row <= preambleRows + headerRows) {
      this.#texts = [];
      this.#way = 'texts';
      return this.#way;
    }
    this.#lastRow = this.#row;
    this.#filled++;
    this.#way = this.#bulk === null ? 'columns' : 'bulk';
    if (this.#bulk === null) this.#builder.startRow(this.#row);
    else this.#bulk.startRow();
    return this.#way;
  }

  #skipTo(fileRow: number): void {
    for (let row = this.#lastRow + 1; row < fileRow; row++) this.#take(row, []);
  }

  #take(row: number, cells: readonly string[]): void {
    this.#lastRow = row;
    if (cells.length > 0) this.#filled++;
    if (this.#structure !== null) this.#place(row, cells);
    else {
      this.#waiting.push({ row, cells });
      if (this.#waiting.length === JUDGED_ROWS) this.#judge();
    }
  }

  /** @param merges merged ranges, where they are known in time: in a sheet they stand behind the rows */
  #judge(merges: readonly CellRange[] = []): Structure {
    const { options, knowledge } = this.#request;
    this.#judged = this.#waiting.map(({ cells }) => cells);
    const guessed = this.#told ?? findStructure(this.#judged, knowledge.isHeader, merges);
    const structure = chosenStructure(guessed, this.#judged, options, knowledge.isHeader);
    this.#structure = structure;
    // A sheet that ends before is not large.
    const head = structure.preambleRows + structure.headerRows;
    if (this.#waiting.length === JUDGED_ROWS && this.#lastRow > head)
      this.#bulk = this.#openBulk(Math.max(1, ...this.#waiting.map(({ row, cells }) => (row > structure.preambleRows ? cells.length : 0))));
    for (const { row, cells } of this.#waiting.splice(0)) this.#place(row, cells);
    return structure;
  }

  /**
   * Judges once more by the merged ranges of a sheet that was too large to wait for them: rows above or below the header turn out to be
   * levels of it. Rows below it are in the table by then.
   */
  #judgeMerged(structure: Structure, merges: readonly CellRange[]): Structure {
    const { options, knowledge } = this.#request;
    if (merges.length === 0 || this.#told !== null || options.preambleRows !== undefined || options.headerRows !== undefined) return structure;
    const again = findStructure(this.#judged, knowledge.isHeader, merges);
    const end = again.preambleRows + again.headerRows;
    if (again.headerRows <= structure.headerRows || end < structure.preambleRows + structure.headerRows) return structure;
    this.#preamble.length = Math.min(this.#preamble.length, again.preambleRows);
    this.#levels.splice(0, this.#levels.length, ...this.#judged.slice(again.preambleRows, end));
    return again;
  }

  #place(row: number, cells: readonly string[]): void {
    const { preambleRows, headerRows } = this.#structure as Structure;
    if (row <= preambleRows) this.#preamble.push(cells);
    else if (row <= preambleRows + headerRows) this.#levels.push(cells);
    else if (cells.length === 0) this.#blank++;
    else if (this.#bulk !== null) placeInBulk(this.#bulk, row, cells);
    else {
      this.#builder.widen(cells.length);
      this.#builder.startRow(row);
      for (let column = 0; column < cells.length; column++) this.#builder.setText(column, cells[column] as string);
    }
  }

  /** Goes on to a row that holds nothing, as those before it that were left out. */
  reach(fileRow: number): void {
    this.#skipTo(fileRow + 1);
  }

  /** The table; `null` when no row held anything. */
  finish(findings: readonly Finding[], merges: readonly CellRange[] = []): ParsedTable | null {
    return this.#filled === 0 ? null : this.#tableOf(this.#settle(merges), findings, merges);
  }

  /** The table, or those that it is proven to consist of; none when no row held anything. */
  finishApart(findings: readonly Finding[], merges: readonly CellRange[] = []): ParsedTable[] {
    if (this.#filled === 0) return [];
    const structure = this.#settle(merges);
    if (structure.headerRows > 0 && mayComeApart(this.#request, this.#request.options)) {
      const rows = gridRows(this.#builder, this.#levels, structure);
      const below = tablesBelow(rows, rows.columns as readonly TextColumn[], titleOf(this.#preamble)).filter(({ isProven }) => isProven);
      const sheet = { name: this.#name, preamble: this.#preamble, levels: this.#levels, structure, rows, lastRow: this.#lastRow };
      const request = { ...this.#asked, options: optionsOfParts(this.#asked.options, this.#name) };
      if (below.length > 0) return readApart(sheet, below, findings, merges, (name, told) => new GridCollector(name, request, undefined, told));
    }
    return [this.#tableOf(structure, findings, merges)];
  }

  /** All rows that there are go into columns. */
  #settle(merges: readonly CellRange[]): Structure {
    const structure = this.#structure === null ? this.#judge(merges) : this.#judgeMerged(this.#structure, merges);
    if (this.#bulk !== null) {
      this.#builder.widen(this.#bulk.width);
      this.#builder.adopt(this.#bulk.takeColumns());
      this.#bulk = null;
    }
    this.#builder.widen(Math.max(1, flattenHeader(this.#levels).length));
    return structure;
  }

  #tableOf(structure: Structure, findings: readonly Finding[], merges: readonly CellRange[]): ParsedTable {
    const parts = { name: this.#name, preamble: this.#preamble, levels: this.#levels, structure, builder: this.#builder, blankRows: this.#blank, lastRow: this.#lastRow };
    return gridTable(parts, this.#request, findings, merges);
  }
}

function placeInBulk(bulk: BulkSheet, row: number, cells: readonly string[]): void {
  bulk.startRow();
  for (const [column, cell] of cells.entries()) {
    const bytes = encoder.encode(cell);
    if (bytes.length > 0) bulk.setBytes(column, bytes, 0, bytes.length);
  }
  bulk.endRow(row);
}

/** Empty cells at the end say nothing about how far a row reaches. */
function withoutTail(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length--;
  return length === cells.length ? cells : cells.slice(0, length);
}
