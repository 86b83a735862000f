import type { TablePage } from './datasets.ts';
import type { ColumnType, Text } from './values.ts';

/** A change of the history after which a table was not what it was before: its files, its steps, or those of a table it reads. */
export interface TableMoment {
  /** Number of the change in the history. */
  readonly n: number;
  readonly at: string;
  readonly title: Text;
  readonly imported: boolean;
  /** The name of a version that was saved then. */
  readonly name: string | null;
  /** Whether the table is the same now. */
  readonly current: boolean;
}

/** Moments to which a table can be compared, newest first; the last one is that in which it came to be. */
export interface TableMoments {
  readonly moments: readonly TableMoment[];
  /** The change after which the table was as it was so many days ago; null where it was not there yet. */
  readonly week: number | null;
  /** The change before the last import that brought rows; null where nothing was there before. */
  readonly lastImport: number | null;
  /** Columns by which rows find each other again: the table's own key. Empty where it has none that is there both times. */
  readonly key: readonly string[];
  /** Where it has none: columns that could be one, the one that tells most rows apart first. */
  readonly suggested: readonly { readonly columns: readonly string[]; readonly share: number }[];
  readonly columns: readonly string[];
}

export interface ChangesRequest {
  readonly dataset: string;
  /** The number of the change after which the table was as it is to be compared with. */
  readonly n: number;
  /** Empty: rows are known by all of their cells. */
  readonly key: readonly string[];
}

/** What became of one column. */
export interface ColumnChange {
  readonly name: string;
  /** What it was called then, where a step of the recipe has renamed it; else null. */
  readonly nameThen: string | null;
  readonly state: 'same' | 'added' | 'lost' | 'retyped';
  readonly typeThen: ColumnType | null;
  readonly typeNow: ColumnType | null;
  /** Cells that are not the same, of rows that are there both times. */
  readonly changed: number;
  /** Sums over all rows, of columns that can be summed. */
  readonly sumThen: number | null;
  readonly sumNow: number | null;
}

/** A table then and now. */
export interface ChangesReply {
  readonly past: { readonly n: number; readonly at: string; readonly title: Text; readonly rows: number };
  readonly rows: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
  /** Key columns as they were taken: those that are there both times. */
  readonly key: readonly string[];
  /** Rows whose key stands more than once in one of the two tables: they were matched in their order. */
  readonly repeated: number;
  readonly columns: readonly ColumnChange[];
}

export type ChangesView = 'added' | 'removed' | 'changed';
export type ChangesPage = TablePage & { readonly before: TablePage['columns'] | null };
