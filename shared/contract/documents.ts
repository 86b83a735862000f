import type { CheckRule } from './checks.ts';
import type { ModelSettingsChange } from './model.ts';
import type { ColumnType } from './values.ts';

/** `o.json` of the command line: what is absent is detected. */
export interface ImportOptions {
  readonly version?: 1;
  /** Of the formats that the file could be in, the one it is read as. */
  readonly format?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  /** Rows above the header; counted from the top of the file. */
  readonly preambleRows?: number;
  /** 0 means the file has no header. */
  readonly headerRows?: number;
  readonly footerRows?: number;
  /** False keeps totals that stand straight below the header as rows. */
  readonly totalAbove?: boolean;
  /**
   * Of rows with too many fields: the field, from 1, that takes up those after it that are too many. Of several fields each row takes its
   * own: the first by which its cells fit their columns. A row that none fits stays set aside.
   */
  readonly joinFields?: number | readonly number[];
  /** Rows that lack so many fields end in empty cells instead of being set aside; true: whatever number they lack. */
  readonly padRows?: boolean | number | readonly number[];
  /** A quote that is never closed is a letter of its cell. */
  readonly strayQuotes?: boolean;
  /** Texts that stand for nothing: where a column's type does not take one, its cell is empty and not refused. */
  readonly emptyTexts?: readonly string[];
  /** Sheet or table inside the file. */
  readonly table?: string;
  /** True where names stand in the first column and every further column is a row; absent looks for itself. */
  readonly transpose?: boolean;
  /** True takes tables apart that stand under each other without a gap, each under a header of its own. */
  readonly splitStacked?: boolean;
  /** False leaves out the column with the day that the name of a file of a series says. */
  readonly fileDay?: boolean;
  /** Id of the known export that a table is; empty where it is none. */
  readonly template?: string;
  readonly shop?: string;
  readonly timeZone?: string;
  readonly decimal?: '.' | ',';
  readonly dateOrder?: 'ymd' | 'mdy' | 'dmy';
  /** Columns about people, or taken for such → whether they are masked wherever they are shown; of the others the reader decides. */
  readonly personal?: Readonly<Record<string, boolean>>;
  /** Column name → type. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** Column of the file → the column of its table that is called so now; null: none of these, it is a column of its own. Of the others the reader decides. */
  readonly renames?: ColumnRenames;
  /** What counts for one table of the file only: a sheet of a workbook, a file of an archive. */
  readonly tables?: Readonly<Record<string, TableOptions>>;
}

/** What was said by hand of columns that are called otherwise. */
export type ColumnRenames = Readonly<Record<string, string | null>>;

/** Import options of one table. */
export type TableOptions = Omit<ImportOptions, 'version' | 'table' | 'tables' | 'splitStacked' | 'shop'>;

/** One step of a recipe as it is saved. Steps this version does not know are kept as they are. */
export interface RecipeStep {
  readonly step: string;
  readonly version: number;
  /** Absent means on. */
  readonly on?: boolean;
  readonly params: Readonly<Record<string, unknown>>;
  /** Rows that the step would take away and that stay all the same. */
  readonly keep?: readonly KeptRow[];
}

/** A row by where it came from: the number of its source in the workspace and its row in that file. */
export interface KeptRow {
  readonly source: number;
  readonly row: number;
}

export interface RecipeDocument {
  readonly version: 1;
  readonly steps: readonly RecipeStep[];
}

/** Where a field comes from: a column by name, an expression over columns, or a constant. */
export type FieldSource = string | { readonly expr: string } | { readonly const: string | number };

export interface EntityMapping {
  /** Canonical entity: `orders`, `order_lines`, `customers`, `products`, `returns`. */
  readonly entity: string;
  /** Dataset id. */
  readonly from: string;
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** Whether amounts stand once per order (also when repeated on each of its lines) or are to be added up over its lines. Absent: found from the values. */
  readonly amounts?: 'per-order' | 'per-line';
  /** What a sheet without a payment date means (decisions 1): default `placed`. */
  readonly dates?: 'placed' | 'unpaid';
  /** Lines with negative quantity or a credit document number go to returns (decisions 2). */
  readonly credits?: 'returns' | 'keep';
  /** Of returns: only rows with a refunded amount, or with a state that names a case, are cases (an order sheet with an after-sales column). Absent: every row is one. */
  readonly cases?: 'stated';
  /** An ERP's sheet: its orders are looked for among those of the platforms and complete them; only what is not found there makes an order of its own. */
  readonly role?: 'erp';
}

export interface MappingDocument {
  readonly version: 1;
  readonly entities: readonly EntityMapping[];
}

/** A layout that a user has taught: how files with these columns are read and what they fill. */
export interface TemplateDocument {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly platform: string;
  /** A file is of this layout when it has all of these columns. */
  readonly requires: readonly string[];
  /** By these a later file finds its rows again; empty: by all cells. */
  readonly naturalKey: readonly string[];
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly timeZone: string | null;
  readonly entities: readonly Omit<EntityMapping, 'from'>[];
}

export type JoinHow = 'left' | 'inner' | 'full' | 'anti';

/** What may be overlooked when keys are compared: blanks, full width, capitals, leading zeros, `.0` at the end, `#` and `'` in front. */
export const KEY_TIDYINGS = ['blanks', 'width', 'case', 'zeros', 'decimals', 'signs'] as const;
export type KeyTidying = (typeof KEY_TIDYINGS)[number];

/** What was decided about the keys of a join, by their left column. Cells stay as they are; only the comparison follows. */
export interface KeyDecisions {
  readonly tidy?: Readonly<Record<string, readonly KeyTidying[]>>;
  /** A left and a right text that are the same thing. They count where no equal key is there. */
  readonly pairs?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** Texts that look alike and are not the same: they are not proposed again. */
  readonly rejected?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

export interface PlanDocument {
  readonly version: 1;
  /** Layouts that were taught. */
  readonly templates?: readonly TemplateDocument[];
  /** `intoTables`: table of a file that holds several → dataset. */
  readonly import?: readonly { readonly files: readonly string[]; readonly into?: string; readonly intoTables?: Readonly<Record<string, string>>; readonly options?: ImportOptions }[];
  /** Dataset → the columns that tell its rows apart, where no template knows them. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly recipes?: Readonly<Record<string, { readonly steps: readonly RecipeStep[] }>>;
  readonly joins?: readonly ({
    readonly left: string;
    readonly right: string;
    readonly on: Readonly<Record<string, string>>;
    readonly how: JoinHow;
    readonly into: string;
  } & KeyDecisions)[];
  /** Tables that go on from others. */
  readonly branches?: readonly { readonly from: string; readonly into: string }[];
  /** Dataset → the rules it is held to. */
  readonly checks?: Readonly<Record<string, readonly CheckRule[]>>;
  /** Question → the option chosen. */
  readonly answers?: Readonly<Record<string, string | null>>;
  readonly mapping?: { readonly entities: readonly EntityMapping[] };
  /** Shops, currency and exchange rates, as `model.configure` takes them. */
  readonly settings?: ModelSettingsChange;
  readonly metrics?: readonly {
    readonly ids: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly grain?: string;
    readonly by?: readonly string[];
  }[];
  readonly reports?: readonly {
    readonly report: string;
    readonly from?: string;
    readonly to?: string;
    readonly lang?: 'en' | 'zh';
    readonly file: string;
  }[];
}
