/** A text of the product in both of its languages. The reader's language is chosen by whoever shows it. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Lang = 'en' | 'zh';

/** One cell as it crosses the wire: text, a number, or nothing. Missing is always `null`. */
export type Cell = string | number | null;

/**
 * What a column holds.
 *
 * - `id` and `text`, `enum`, `json`: text, byte for byte
 * - `int`, `number`, `ratio` (0.0321, never 3.21): numbers
 * - `money`: an integer count of 1/10,000 of the currency
 * - `bool`: 0 or 1
 * - `date`: ISO text `YYYY-MM-DD`; `instant`: UTC text `YYYY-MM-DD HH:MM:SS`
 */
export const COLUMN_TYPES = ['id', 'text', 'int', 'number', 'money', 'ratio', 'bool', 'date', 'instant', 'enum', 'json'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Money is stored in units of 1/10,000: divide by this only when showing it. */
export const MONEY_SCALE = 10_000;

/** Types whose values are text in a column; all others are numbers. */
export const TEXT_TYPES: readonly ColumnType[] = ['id', 'text', 'date', 'instant', 'enum', 'json'];

/** Where something was found in a file. Rows and columns count from 1, as a person counts. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** Something the engine noticed: never thrown away, never shown as a bare code. */
export interface Finding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly where: Place;
  readonly message: Text;
}
