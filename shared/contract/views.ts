import type { ColumnType } from './values.ts';

/** An order of the rows that is only looked at: the data stays as it is. */
export interface ViewSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Where a text was found in a view of a table. */
export interface FindReply {
  /** Cells that hold the text. */
  readonly total: number;
  /** The asked for one of them, counted from 0 row by row; `null` when there is none. */
  readonly match: { readonly n: number; readonly row: number; readonly column: string } | null;
}

/** What the cells of a block come to. */
export interface SumsReply {
  readonly cells: number;
  readonly filled: number;
  /** Cells that hold numbers one can add up. */
  readonly numbers: number;
  /** The type of all of these numbers; `null` when there are none, or several types that do not add up. */
  readonly type: ColumnType | null;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** How a table is looked at: which columns, how wide, and up to which one they stay in sight. By name, so that it holds at every step. */
export interface GridLook {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
  /** The last column that stays; `null`: none. */
  readonly frozen: string | null;
}
