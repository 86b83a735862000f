import type { ColumnRenames, ImportOptions } from './documents.ts';
import type { KeyProposal } from './keys.ts';
import type { ColumnType, Finding, Text } from './values.ts';

/** What the engine can read a file by. Files never travel through calls. */
export type Source = { readonly kind: 'path'; readonly path: string } | { readonly kind: 'upload'; readonly id: string; readonly name: string };

export interface InspectedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Why this type, in words. */
  readonly reason: Text;
  /** The template or the user has set its type: no corrected cell changes it. */
  readonly isSet?: true;
  readonly nulls: number;
  readonly distinct: number;
  readonly examples: readonly string[];
  /** Cells the type refuses. */
  readonly unparsed: number;
  /** How its numbers and days are read, for cells that it refuses: as its others prove, else as the table. */
  readonly decimal: '.' | ',';
  readonly dateOrder: 'ymd' | 'mdy' | 'dmy';
  /** What the column seems to hold of people: phone numbers, names, addresses; null where it holds nothing of the kind. */
  readonly people: Text | null;
  /** Its cells are masked wherever they are shown: it is about people, or the user said so. */
  readonly personal: boolean;
  /** It is about people, and the user lets its cells be seen. */
  readonly shown: boolean;
  /** It stands in no row of the file, which says it once for all: in its name, or above the rows. */
  readonly told: boolean;
}

/** One line of the preview, as it stands in the file. */
export interface PreviewRow {
  /** Row number in the file, from 1. */
  readonly row: number;
  readonly kind: 'preamble' | 'header' | 'data' | 'footer' | 'set-aside' | 'folded';
  readonly cells: readonly string[];
  /** Indexes of cells the column type refuses. */
  readonly refused: readonly number[];
  /** Indexes of cells whose text was read as empty. */
  readonly emptied?: readonly number[];
  /** For `folded` the last row of the stretch, and for a header of several rows the last of these. */
  readonly until?: number;
  /** For `folded`: how many problem rows it holds. */
  readonly problems?: number;
}

/** One thing the reader decided, with its reason, its evidence and the other choices. */
export interface Detection {
  readonly id: 'format' | 'layout' | 'decimal' | 'encoding' | 'delimiter' | 'header' | 'footer' | 'total-above' | 'dates' | 'ids' | 'table' | 'time-zone' | 'provenance' | 'file-day' | 'empty-texts';
  readonly title: Text;
  readonly value: Text;
  readonly reason: Text;
  /** Cells and numbers of the file as they stand; what says something in words does so in both languages. */
  readonly evidence: readonly { readonly from: string | Text; readonly to?: string | Text; readonly tone: 'good' | 'bad' | 'warn' | 'plain' }[];
  readonly sure: boolean;
  /** One click each: merging `options` into the import options re-reads the file that way. */
  readonly choices: readonly { readonly label: Text; readonly selected: boolean; readonly options: ImportOptions }[];
  /** Where somebody chose: options by which the reader decides again. */
  readonly back?: ImportOptions;
}

export interface SetAsideGroup {
  readonly reason: Text;
  readonly rows: number;
  readonly example: { readonly row: number; readonly text: string };
  /** One click by which these rows would fit: import options to read the file with. */
  readonly fix?: { readonly label: Text; readonly options: ImportOptions };
  /** Other clicks for which as much speaks: which is right only the user knows. */
  readonly others?: readonly { readonly label: Text; readonly options: ImportOptions }[];
}

/** A cell of a file on its way in that its column's type refuses. */
export interface RefusedPlace {
  /** Row number in the file, from 1. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** Cells that were refused for the same reason. */
export interface RefusedGroup {
  readonly reason: Text;
  /** All of them; `listed` holds the first ones, as they come in the file. */
  readonly cells: number;
  readonly listed: readonly RefusedPlace[];
  /** One click each: import options by which all cells of one text are empty, the most frequent text first. */
  readonly fixes: readonly { readonly label: Text; readonly options: ImportOptions }[];
}

export interface TemplateMatch {
  readonly id: string;
  readonly platform: string;
  readonly report: Text;
  /** 0 to 1. */
  readonly confidence: number;
  readonly knownColumns: number;
  /** Nobody has confirmed this layout yet: its columns are to be checked. */
  readonly unconfirmed?: true;
  /** What sets it apart from other tables of its layout (`PC`, `无线`; `点击口径 15天`), as its sheet or file says: each is a table of its own. */
  readonly variant?: string;
}

export interface InspectedTable {
  readonly name: string;
  /** The sheet in which it stands under others; empty for a text and a web page. */
  readonly partOf?: string;
  readonly dialect: { readonly delimiter: string; readonly quote: string; readonly escape: string; readonly newline: string } | null;
  readonly preambleRows: number;
  readonly headerRows: number;
  readonly footerRows: number;
  /** Data rows that will be imported; rows in file = preamble + header + rows + footer + set aside. */
  readonly rows: number;
  readonly setAside: readonly SetAsideGroup[];
  readonly setAsideRows: number;
  readonly refusedCells: number;
  /** The refused cells by why, the largest group first. */
  readonly refused: readonly RefusedGroup[];
  readonly columns: readonly InspectedColumn[];
  readonly template: TemplateMatch | null;
  /** What its lines are, where their format says what each cell is: nothing has to be mapped. */
  readonly kind: Text | null;
  /** Whose table it is, where it says so. */
  readonly shop: string | null;
  /** The days it tells of, where it says so; both belong to it. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly detections: readonly Detection[];
  readonly preview: readonly PreviewRow[];
  readonly findings: readonly Finding[];
  /** Canonical entities this table will fill, by its template or by its headers. */
  readonly fills: readonly string[];
  /** The table of the workspace it will be added to, and what differs there; null makes a new one. */
  readonly goesTo: { readonly dataset: string; readonly drift: HeaderDrift | null } | null;
  /** What a table of its own would be called. */
  readonly ownName: string;
  /** Columns by which its rows will be found again; null where a template knows, or no columns tell every row apart. */
  readonly key: KeyProposal | null;
}

/** A file that is in, and how it is to be read from now on. */
export interface ReadingAgain {
  readonly source: number;
  /** Merged into what it was read by. */
  readonly options?: ImportOptions;
  /** Options by which it was read and that are found out again. */
  readonly found?: readonly string[];
}

/** How a file that is in is read, or would be. */
export type LookedAgain = Pick<InspectedTable, 'rows' | 'setAside' | 'setAsideRows' | 'refusedCells' | 'refused' | 'detections'>;

/** A table on its way in, by what decides where it goes. */
export interface ArrivingTable {
  readonly columns: readonly string[];
  readonly template: string | null;
  readonly shop: string | null;
  readonly variant?: string;
  /** What a table of its own would be called. */
  readonly name: string;
  /** The same for tables that stand under each other in one sheet, text or web page: with columns of its own none goes where another one goes. */
  readonly partOf?: string;
  /** Name of the table the user chose; one that is not there yet is made. */
  readonly into?: string;
  /** What the user said of its columns that are called otherwise. */
  readonly renames?: ColumnRenames;
}

/** Where a table goes. */
export interface Place {
  readonly dataset: string;
  /** The table is made by this import: by this file, or by one before it. */
  readonly isNew: boolean;
  /** What differs from the columns the table has then. */
  readonly drift: HeaderDrift | null;
  /** Columns that were mapped for an earlier file, and so for this one: no difference any more. */
  readonly remembered: HeaderDrift['renamed'];
}

/** A column that a table has and a file on its way in has not, with what helps to tell whether it is only called otherwise. */
export interface LostColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** A few of its cells, masked where they are about people. */
  readonly examples: readonly string[];
  /** Columns of the file, those that look most like it first. */
  readonly alike: readonly string[];
}

export interface InspectedFile {
  readonly file: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string | null;
  readonly sha256: string;
  /** Only the beginning was read: counts are of that stretch. The import reads all. */
  readonly partial: boolean;
  readonly tables: readonly InspectedTable[];
  /** Set when the same bytes were imported before. */
  readonly alreadyIn: {
    readonly at: string;
    readonly dataset: string;
    /** Numbers of the sources that it is in as, with the names of their tables in the file. */
    readonly sources: readonly { readonly source: number; readonly table: string }[];
  } | null;
  /** How files of this layout were read last time, by choice: this one was read so too. */
  readonly preset: ImportOptions | null;
}

/** What a refused cell is to hold; it stays in its file as it is. */
export interface CellCorrection {
  /** Row number in the file, from 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** One file, how it is read and where it goes. */
export interface ImportedFile {
  readonly source: Source;
  readonly options?: ImportOptions;
  /** Dataset for all of its tables. */
  readonly into?: string;
  /** Datasets for some of its tables, by the names of these in the file. */
  readonly intoTables?: Readonly<Record<string, string>>;
  /** Corrected cells, by the names of the tables in the file: they become the first step of the recipe of the table these go to. */
  readonly corrections?: Readonly<Record<string, readonly CellCorrection[]>>;
  /** It comes in once more although it is in: into tables that do not have it yet. */
  readonly again?: boolean;
  /** Read it without what is remembered, and forget that. */
  readonly plain?: boolean;
}

export interface ImportRequest {
  readonly files: readonly ImportedFile[];
  /** False: the choices in `options` are for this time only. */
  readonly remember?: boolean;
  /** Dataset to put every file into. Absent: like files share one dataset. */
  readonly into?: string;
  /** Columns of the files → columns of their tables that are called so now. Refused where no file or no table has them, as those in `options` are not. */
  readonly renames?: ColumnRenames;
}

/** How the columns of a file differ from those of the table it was added to. */
export interface HeaderDrift {
  readonly added: readonly string[];
  /** Columns the table has and the file lacks. */
  readonly lost: readonly string[];
  /** `from` in the file is `to` in the table. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

export interface ImportReply {
  readonly file: string;
  readonly dataset: string;
  readonly rowsRead: number;
  readonly rowsNew: number;
  readonly rowsUpdated: number;
  readonly rowsUnchanged: number;
  readonly quarantined: number;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly unparsed: number }[];
  readonly template: string | null;
  readonly findings: readonly Finding[];
  /** Set when the file was added to a table whose columns are not quite its own. */
  readonly drift: HeaderDrift | null;
  /** Set when this file or sheet was no table and was passed over. */
  readonly skipped: Text | null;
  /** Of a table whose key nobody knew: what its files say, and whether that is used from now on or waits for a click. */
  readonly key?: { readonly proposal: KeyProposal; readonly used: boolean };
}

export interface SetAsideRow {
  readonly file: string;
  readonly row: number;
  readonly reason: Text;
  readonly text: string;
}

export interface RefusedCell {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

export interface SourceInfo {
  readonly id: number;
  readonly file: string;
  readonly dataset: string;
  readonly bytes: number;
  readonly rows: number;
  readonly setAside: number;
  readonly importedAt: string;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly format: string;
  /** Where the original is: kept inside the workspace, or at its path. */
  readonly kept: 'workspace' | 'path';
}
