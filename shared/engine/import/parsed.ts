import type { ImportOptions } from '#contract/documents';
import type { TemplateMatch } from '#contract/import';
import type { Finding, Text } from '#contract/values';
import type { Table } from '../table/table.ts';
import type { Ports, ReadableFile, Work } from '../ports.ts';

/** What the model knows of the world's exports; handed in, so that importers need not know the model. */
export interface Knowledge {
  matchTemplate(headers: readonly string[]): TemplateMatch | null;
  /** Whether any platform or person calls a column this. */
  isHeader(text: string): boolean;
  /** Whether a header says that a column is about people. */
  isPersonal?(header: string): boolean;
  /** Whether two names stand for the same field. */
  sameField(a: string, b: string): boolean;
  /** The entities of the shop that a typed table without a template would fill. */
  fills(table: Table): readonly string[];
  /**
   * The template's own settings.
   *
   * @param columns of a file: types and key are told under the names it has
   */
  template(id: string, columns?: readonly string[]): TemplateSettings | null;
}

export interface TemplateSettings {
  readonly naturalKey: readonly string[];
  readonly types: Readonly<Record<string, string>>;
  readonly timeZone: string | null;
  readonly fills: readonly string[];
  readonly platform: string;
  /** Each file tells the state of one day that no column says. */
  readonly snapshot?: true;
  /** Each file tells of one stretch of time that no column says. */
  readonly ofPeriod?: true;
  /** Its column of days as numbers, 0 for the first day that the file tells of. */
  readonly countedDays?: string;
  /** Which of the columns a file has that split a row of the layout into several. */
  readonly splits?: readonly string[];
  /** What sets files of this layout apart, of each list one. */
  readonly variants?: readonly (readonly { readonly name: string; readonly pattern: RegExp }[])[];
}

export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly newline: string;
  /** Blanks around quotes do not count. */
  readonly padded?: true;
}

/** A row that has no place in the table: kept with its bytes and the reason. */
export interface SetAside {
  readonly row: number;
  readonly reason: Text;
  readonly bytes: Uint8Array;
  /** What is wrong with its shape, where that is the reason. */
  readonly misfit?: Misfit;
}

/** A line of another number of fields than the table has columns, or one with a quote that is never closed. */
export type Misfit = { readonly kind: 'fields'; readonly fields: number; readonly width: number } | { readonly kind: 'open-quote' };

/** Where a table lies inside an archive. */
export interface InnerFile {
  /** Path of the file in the archive, with the archives between: `a.zip/orders.csv`. */
  readonly path: string;
  /** Name of its sheet; empty for a file that is one table. */
  readonly sheet: string;
}

/** One table as it stands in a file: everything is text, nothing is lost. rows in file = preamble + header + table + footer + set aside + blank. */
export interface ParsedTable {
  /** Sheet name; empty for a file that is one table. */
  readonly name: string;
  /** Set for tables out of archives. */
  readonly inner?: InnerFile;
  readonly dialect: Dialect | null;
  readonly preamble: readonly (readonly string[])[];
  readonly headerRows: number;
  readonly footer: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly blankRows: number;
  readonly totalRows: number;
  readonly table: Table;
  readonly setAside: readonly SetAside[];
  /** Set where several tables were found under each other: the sheet they stand in, empty for a text, and the row of this one's header. */
  readonly part?: { readonly of: string; readonly header: number };
  /** Rows of the file that name columns again: there other tables begin. */
  readonly stacked?: readonly number[];
  readonly findings: readonly Finding[];
  /** Cells that one value spans, for flattening headers; absent where the format knows none. The value stands in the top left cell only. */
  readonly merges?: readonly CellRange[];
  /** Why the reader decided as it did, for the cards on screen. */
  readonly reasons: Reasons;
  /** The formats that its file could be in, the likeliest first; absent until the importer was chosen. */
  readonly formats?: readonly PossibleFormat[];
  /** Columns whose numbers the workbook shows as money. */
  readonly money?: readonly string[];
  /** Column → how many of its numbers the workbook shows in which currency, where it has several. */
  readonly currencies?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The columns that do not stand in the file: its day or its period, told by its name or the lines above, and the days that it only counts. */
  readonly toldDays?: readonly string[];
  /** The column whose place they take in a key. */
  readonly toldInsteadOf?: string;
}

/** A block of cells; rows and columns count from 1, both ends belong to it. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A format by its importer. */
export interface PossibleFormat {
  readonly id: string;
  readonly title: Text;
  /** Whether the file is read as such. */
  readonly chosen: boolean;
}

export interface Reasons {
  /** What the lines are, where the importer knows several kinds, and what says so. */
  readonly format?: { readonly kind?: Text; readonly because: Text };
  readonly encoding: EncodingReason | null;
  readonly delimiter: { readonly agreeing: number; readonly looked: number; readonly width: number } | null;
  readonly header: { readonly row: number; readonly names: number; readonly known: number } | null;
  /** Totals straight below the header; no rows where they were kept. A label is empty where the row names nothing. */
  readonly above?: { readonly rows: number; readonly label: string; readonly isProven: boolean; readonly sums: readonly { readonly column: string; readonly text: string }[] } | undefined;
  /** Where the footer's numbers equal the sums of the rows above. */
  readonly footer: { readonly label: string; readonly sums: readonly { readonly column: string; readonly text: string }[] } | null;
}

export interface EncodingReason {
  readonly encoding: string;
  readonly how: 'bom' | 'valid' | 'zero-bytes' | 'escapes' | 'statistics' | 'declared' | 'option' | 'ascii';
  readonly sure: boolean;
  /** First byte that is not valid UTF-8; null when the file is. */
  readonly brokenUtf8At: number | null;
  /** A stretch of the file with non-ASCII text, as read and as the runner-up would read it. */
  readonly sample: { readonly read: string; readonly otherwise: string; readonly other: string } | null;
}

export interface ParsedFile {
  readonly format: string;
  readonly encoding: string | null;
  readonly tables: readonly ParsedTable[];
  /** The first stretch only was read: counts are of that stretch. */
  readonly partial: boolean;
}

/** What importers need of the machine and of the store. */
export interface ImportHost extends Pick<Ports, 'decoder' | 'isUtf8' | 'unpack' | 'scratch' | 'crc32' | 'isolate' | 'relieve'> {
  /** What was made of a file's bytes when it was looked at before, else what is made now; whatever was chosen for it, it is the same. */
  kept<T>(file: ReadableFile, what: string, make: () => Promise<T>): Promise<T>;
  /** The module of SQLite, for files of its kind. */
  sqlite(): Uint8Array;
  /** The module that reads that many bytes of text in bulk; `null` where there is none, or too little to read. */
  bulk(bytes: number): Uint8Array | null;
}

/** Bounds of what a small archive may become. */
export interface UnpackBudget {
  /** All of it, and what is left. */
  readonly most: number;
  bytes: number;
  files: number;
  /** Archives inside archives. */
  depth: number;
}

export interface ParseRequest {
  readonly file: ReadableFile;
  readonly options: ImportOptions;
  readonly knowledge: Knowledge;
  readonly work: Work;
  /** Read no more than about this many bytes (for a preview); absent reads all. */
  readonly limit?: number;
  /** Reads a file that lies inside this one. */
  readonly readTables: (request: ParseRequest) => Promise<ParsedFile>;
  /** What is left to unpack, shared by all archives inside each other. */
  readonly budget: UnpackBudget;
  readonly host: ImportHost;
}
