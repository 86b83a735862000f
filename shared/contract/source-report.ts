import type { HeaderDrift, SourceInfo } from './import.ts';
import type { Cell, ColumnType, Finding } from './values.ts';

/** One row that a file added, changed, or states no more. */
export interface ChangedRow {
  /** Row in the file; of a removed one in the file that had it last. */
  readonly row: number;
  readonly kind: 'new' | 'changed' | 'removed';
  /** Its natural key; its first cell where there is none. */
  readonly key: readonly string[];
  /** Cells that changed; of a new row all that hold something, `before` being null; of a removed one as well, `after` being null. */
  readonly cells: readonly { readonly column: string; readonly before: string | null; readonly after: string | null }[];
}

export interface ChangeSheet {
  readonly new: number;
  readonly changed: number;
  /** Lines of orders that the file states without them. */
  readonly removed: number;
  readonly unchanged: number;
  /** Changed rows first, then removed ones; personal cells are masked. */
  readonly rows: readonly ChangedRow[];
}

export interface ColumnQuality {
  readonly name: string;
  readonly type: ColumnType;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** Cells the type refused. */
  readonly refused: number;
  readonly min: Cell;
  readonly max: Cell;
  readonly median: Cell;
  /** Numbers beyond three quartile distances from the middle half; days before 2000 or in the future. */
  readonly outliers: number;
  readonly personal: boolean;
}

/** What one file brought, and how good it is, beside the file of its kind before it. */
export interface SourceReport {
  readonly source: SourceInfo;
  /** Of the table; null where no template knows the layout. */
  readonly template: string | null;
  /** Nobody has confirmed the layout yet. */
  readonly unconfirmed: boolean;
  readonly naturalKey: readonly string[];
  readonly changes: ChangeSheet;
  readonly drift: HeaderDrift | null;
  /** Days without a row in the whole table; null where it is no daily table. */
  readonly missingDays: { readonly column: string; readonly days: readonly string[] } | null;
  readonly columns: readonly (ColumnQuality & { readonly previous: Pick<ColumnQuality, 'rows' | 'filled' | 'distinct' | 'refused' | 'median'> | null })[];
  /** The file of the same table that came before. */
  readonly previous: { readonly file: string; readonly importedAt: string; readonly rows: number } | null;
  readonly counts: { readonly preamble: number; readonly header: number; readonly data: number; readonly footer: number; readonly setAside: number; readonly blank: number; readonly total: number };
  readonly findings: readonly Finding[];
}
