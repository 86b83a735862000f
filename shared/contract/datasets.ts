import type { Cell, ColumnType } from './values.ts';

/** A page of a table: column by column; numbers as typed arrays with NaN for missing. */
export interface TablePage {
  readonly total: number;
  readonly offset: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly values: Float64Array | readonly (string | null)[];
    /** Holds names, addresses, contacts or nicknames of people: its values are masked unless the request said `reveal`. */
    readonly personal?: boolean;
  }[];
  /** File row numbers and the file they came from, where known; `source` is its number in the workspace, 0 for computed rows. */
  readonly origin: { readonly file: readonly (string | null)[]; readonly row: readonly (number | null)[]; readonly source: readonly number[] };
}

export interface DatasetInfo {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly sources: number;
  readonly steps: number;
  readonly origin: 'import' | 'join' | 'branch';
  readonly template: string | null;
  readonly setAside: number;
  readonly refused: number;
  /** Rules it is held to. */
  readonly checks: number;
  /** Tables that read it: joins, tables that go on from it, and recipes that look into it. */
  readonly readBy: readonly string[];
  /** Share of cells that are filled and readable, 0 to 1; null where there is no cell. */
  readonly quality: number | null;
  readonly importedAt: string;
}

/** What the head of a column shows: how full, how many values, what they look like. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: ColumnType;
  readonly filled: number;
  readonly missing: number;
  readonly refused: number;
  readonly distinct: number;
  /** Most frequent values; masked like those of a page. */
  readonly top: readonly { readonly value: Cell; readonly count: number }[];
  /** Ten to twenty bins over numbers or days; empty for other types. */
  readonly histogram: readonly { readonly from: Cell; readonly to: Cell; readonly count: number }[];
  readonly min: Cell;
  readonly max: Cell;
}
