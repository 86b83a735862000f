import { type Cell, type ColumnType, TEXT_TYPES } from '#contract/values';
import { Dictionary } from './dictionary.ts';
import type { RawCells } from './raw-cells.ts';

/** A column of texts: one code a row, 0 for missing, and the dictionary the codes stand for. */
export interface TextColumn {
  readonly kind: 'text';
  readonly name: string;
  readonly type: ColumnType;
  readonly codes: Uint32Array;
  readonly dictionary: Dictionary;
  /** The cells as they stood in the file, while the column is still one to one with it. Retyping starts from these. */
  readonly raw?: RawCells;
}

/** A column of numbers: NaN for missing. Money is in 1/10,000, booleans are 0 and 1. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  readonly type: ColumnType;
  readonly values: Float64Array;
  readonly raw?: RawCells;
}

export type Column = TextColumn | NumberColumn;

/** Where each row came from: the source's number in the workspace (0 = computed) and the row in its file, from 1. */
export interface Origin {
  readonly source: Uint32Array;
  readonly row: Uint32Array;
}

/** An immutable table. Columns may share arrays with other tables: nobody writes into a column once it is in a table. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly origin: Origin;
}

export function isTextType(type: ColumnType): boolean {
  return TEXT_TYPES.includes(type);
}

/** The cell as text, number or `null`. */
export function cellAt(column: Column, row: number): Cell {
  if (column.kind === 'text') return column.dictionary.text(column.codes[row] as number);
  const value = column.values[row] as number;
  return Number.isNaN(value) ? null : value;
}

export function isMissing(column: Column, row: number): boolean {
  return column.kind === 'text' ? column.codes[row] === 0 : Number.isNaN(column.values[row]);
}

/** The column of that name, or `undefined`. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

export function withName<C extends Column>(column: C, name: string): C {
  return column.name === name ? column : { ...column, name };
}

/** The table with a column replaced where it stands, or added at the end. */
export function withColumn(table: Table, column: Column): Table {
  const at = table.columns.findIndex((existing) => existing.name === column.name);
  const columns = at < 0 ? [...table.columns, column] : table.columns.map((existing, i) => (i === at ? column : existing));
  return { ...table, columns };
}

/** The rows at `indexes`, in that order; an index may repeat. `NO_ROW` gives a row of missing cells. */
export function gather(table: Table, indexes: Uint32Array): Table {
  return {
    rows: indexes.length,
    columns: table.columns.map((column) => gatherColumn(column, indexes)),
    origin: { source: gatherCodes(table.origin.source, indexes), row: gatherCodes(table.origin.row, indexes) },
  };
}

/** In {@link gather}: no such row, all cells missing. */
export const NO_ROW = 0xffffffff;

export function gatherColumn(column: Column, indexes: Uint32Array): Column {
  const raw = column.raw?.gathered(indexes);
  if (column.kind === 'text') return { ...column, codes: gatherCodes(column.codes, indexes), ...(raw && { raw }) };
  const values = new Float64Array(indexes.length);
  for (let i = 0; i < indexes.length; i++) {
    const from = indexes[i] as number;
    values[i] = from === NO_ROW ? Number.NaN : (column.values[from] as number);
  }
  return { ...column, values, ...(raw && { raw }) };
}

function gatherCodes(codes: Uint32Array, indexes: Uint32Array): Uint32Array {
  const result = new Uint32Array(indexes.length);
  for (let i = 0; i < indexes.length; i++) {
    const from = indexes[i] as number;
    result[i] = from === NO_ROW ? 0 : (codes[from] as number);
  }
  return result;
}

export function textColumn(name: string, type: ColumnType, cells: readonly (string | null)[]): TextColumn {
  const dictionary = new Dictionary();
  const codes = new Uint32Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    codes[i] = cell === null || cell === undefined ? 0 : dictionary.add(cell);
  }
  return { kind: 'text', name, type, codes, dictionary };
}

export function numberColumn(name: string, type: ColumnType, cells: readonly (number | null)[]): NumberColumn {
  return { kind: 'number', name, type, values: Float64Array.from(cells, (cell) => cell ?? Number.NaN) };
}

/** An origin for rows that stand in no file. */
export function noOrigin(rows: number): Origin {
  return { source: new Uint32Array(rows), row: new Uint32Array(rows) };
}

/**
 * A small table written as it reads: columns with their types, then rows. For tests, examples and results of small size.
 *
 * @param columns name and type of each column
 * @param rows cells in the order of `columns`
 */
export function tableOf(columns: readonly (readonly [string, ColumnType])[], rows: readonly (readonly Cell[])[]): Table {
  return {
    rows: rows.length,
    columns: columns.map(([name, type], i) => {
      const cells = rows.map((row) => row[i] ?? null);
      return isTextType(type)
        ? textColumn(
            name,
            type,
            cells.map((cell) => (cell === null ? null : String(cell))),
          )
        : numberColumn(
            name,
            type,
            cells.map((cell) => (cell === null ? null : Number(cell))),
          );
    }),
    origin: { source: new Uint32Array(rows.length), row: Uint32Array.from(rows, (_, i) => i + 1) },
  };
}

/** The table as rows of cells: the opposite of {@link tableOf}. */
export function rowsOf(table: Table, from = 0, to: number = table.rows): Cell[][] {
  const rows: Cell[][] = [];
  for (let row = from; row < Math.min(to, table.rows); row++) rows.push(table.columns.map((column) => cellAt(column, row)));
  return rows;
}
