import type { Progress } from '#contract/protocol';
import type { Source } from '#contract/import';
import type { ExportTarget } from '#contract/reports';

/** A file opened for reading in pieces. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  /** Reads up to `target.length` bytes at `position`; the count read is returned, 0 at the end. */
  read(target: Uint8Array, position: number): number;
  close(): void;
  /** Where these very bytes lie, for another process to read them itself; absent for bytes in memory. */
  readonly path?: string;
  /** How many bytes the file beside it has that is called like it with this ending; `null` where there is none. Absent for bytes in memory. */
  sizeBeside?(ending: string): number | null;
  /** Opens that file; `null` where it cannot be read. */
  openBeside?(ending: string): ReadableFile | null;
  /** Of a SQLite database that was put together with the log beside it: how many of its pages are from there. */
  readonly pagesOfLog?: number;
}

/** The file calls SQLite makes, answered by the host. A failed call throws an error with an errno `code` such as `ENOENT` or `ENOSPC`. */
export interface FileSystem {
  exists(path: string): boolean;
  /** Opens for reading and writing, creating when asked. */
  open(path: string, flags: { readonly write: boolean; readonly create: boolean; readonly exclusive: boolean }): number;
  close(handle: number): void;
  read(handle: number, target: Uint8Array, position: number): number;
  write(handle: number, bytes: Uint8Array, position: number): number;
  truncate(handle: number, size: number): void;
  flush(handle: number): void;
  /** Begins to bring to the disk what was written to a file, beside the work; nothing is promised before {@link flush}, nor told. */
  flushAhead?(path: string): void;
  size(handle: number): number;
  /** What {@link stat} says of the same file: SQLite refuses to write a file that was moved away under it. */
  identity(handle: number): { readonly ino: number; readonly dev: number };
  stat(path: string): { readonly size: number; readonly ino: number; readonly dev: number; readonly mode: number; readonly isFolder: boolean };
  remove(path: string): void;
  rename(from: string, to: string): void;
  makeFolder(path: string): void;
  list(path: string): readonly string[];
  /** Flushes a folder's entries, so that a new or renamed file survives power loss. */
  flushFolder(path: string): void;
  join(...parts: string[]): string;
  /** The whole path, however it was written: without `.`, `..` and a separator at its end. */
  resolve(path: string): string;
  parent(path: string): string;
  base(path: string): string;
}

export type PackMethod = 'deflate-raw' | 'gzip' | 'bzip2';

/** Bytes written once, then read at will. */
export interface Scratch {
  write(bytes: Uint8Array): void;
  /** What was written, as a file; closing it removes it. */
  seal(): ReadableFile;
  /** Removes what was written so far. */
  drop(): void;
}

/** A database that a user brought, read as text. */
export interface ForeignDatabase {
  /** Tables first, then views. */
  tables(): readonly { readonly name: string; readonly isView: boolean; readonly isVirtual: boolean }[];
  /** The rows of a table or view, each cell as text, `''` for NULL. */
  read(table: string): { readonly names: readonly string[]; readonly rows: Iterable<readonly string[]> };
  close(): void;
}

/** A workbook for the parser that a hostile file could hang: bytes, or for markup its text. */
export interface WorkbookInput {
  readonly kind: string;
  readonly content: Uint8Array | string;
}

/** A workbook as texts: plain data, which can be sent between threads. */
export interface PlainWorkbook {
  readonly sheets: readonly PlainSheet[];
}

export interface PlainSheet {
  readonly name: string;
  /** Cells of each row from the first column on; `null` for a row that is not there. */
  readonly rows: readonly (readonly string[] | null)[];
  /** Cells that hold errors: row from 1, column from 0. */
  readonly errors: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Merged ranges, `A1:B2`. */
  readonly merges: readonly string[];
  readonly hidden: boolean;
  /** Rows that a person or a filter has hidden, from 1, of those that hold cells. */
  readonly hiddenRows: readonly number[];
  /** Columns that a person has hidden, from 0, of those that hold cells. */
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/** Somebody's file for a parser in another process: its bytes, or where they lie. */
export type BroughtBytes = Uint8Array | { readonly path: string };

/** Tables as columns of codes and the texts these stand for: typed arrays, which travel between threads as they are. */
export interface PlainTables {
  readonly tables: readonly PlainTable[];
  /** Only the first stretch was read. */
  readonly partial: boolean;
  /** Views and virtual tables that were passed over. */
  readonly skipped?: readonly SkippedView[];
}

export interface SkippedView {
  readonly name: string;
  /** A table whose rows a module of SQLite makes, as of a full-text search. */
  readonly isVirtual: boolean;
  /** In the parser's words; `null` where it took too long or too much memory. */
  readonly why: string | null;
}

export interface PlainTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly PlainColumn[];
}

export interface PlainColumn {
  readonly name: string;
  /** One code a row, 0 for missing. */
  readonly codes: Uint32Array;
  /** UTF-8 of all texts, one behind the other, and where each code ends, code 0 included. */
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Work on hostile bytes, by its name: what it is given and what it gives. Plain data both. */
export interface IsolatedWork {
  readonly workbook: { readonly input: WorkbookInput; readonly result: PlainWorkbook };
  /** `limit`: read about this many bytes only. */
  readonly parquet: { readonly input: { readonly bytes: BroughtBytes; readonly limit?: number }; readonly result: PlainTables };
  readonly arrow: { readonly input: { readonly bytes: BroughtBytes }; readonly result: PlainTables };
  /** `table`: this one only; `views`: those too. */
  readonly sqlite: { readonly input: { readonly bytes: BroughtBytes; readonly wasm: Uint8Array; readonly table?: string; readonly views: boolean }; readonly result: PlainTables };
}

export interface IsolationLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** How far isolated work is: its share from 0 to 1, and the table it is at. */
export interface IsolatedProgress {
  readonly share: number;
  readonly at?: string;
}

/** Isolated work took longer or more memory than it may. */
export class LimitError extends Error {
  /** What ran out; `null` when it ended without a word, which is mostly memory. */
  readonly over: 'time' | 'memory' | null;
  /** What it was at. */
  readonly at: string | null;

  constructor(message: string, over: LimitError['over'] = null, at: string | null = null) {
    super(message);
    this.over = over;
    this.at = at;
  }
}

/** Everything the engine needs from outside. No other door leads out. */
export interface Ports {
  readonly files: FileSystem;
  /** Opens what a page or a command line named as a source. */
  openSource(source: Source): ReadableFile;
  /** The files a source stands for: a folder's files, sorted by name. `changed` grows when one is written. */
  listSource(source: Source): { readonly source: Source; readonly name: string; readonly bytes: number; readonly changed: number }[];
  /** Turns an export target into a path to write to, and the name it is told by. */
  resolveTarget(target: ExportTarget): { readonly path: string; readonly name: string };
  /** The time as UTC text, `YYYY-MM-DD HH:MM:SS`. */
  now(): string;
  /** Milliseconds of a clock that never goes back, for measuring. */
  clock(): number;
  /** Cryptographically random bytes. */
  randomBytes(count: number): Uint8Array;
  /** SHA-256 in pieces. */
  sha256(): { update(bytes: Uint8Array): void; digest(): Uint8Array };
  /** HMAC-SHA-256 as hex: how people become codes. */
  hmac(key: Uint8Array, text: string): string;
  /** @param packed what is packed already is only wrapped */
  deflate(bytes: Uint8Array, packed: boolean): Uint8Array;
  inflate(bytes: Uint8Array): Uint8Array;
  /** Unpacks a stream piece by piece; never holds more than a few pieces. Damaged data throws. */
  unpack(method: PackMethod, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** CRC-32 of bytes, going on from that of the bytes before (0 at the start): the checksum of zip archives. */
  crc32(bytes: Uint8Array, before: number): number;
  /** A place for bytes that come out of an archive, read back like a file; gone when closed. */
  scratch(name: string): Scratch;
  /** Reads hostile bytes where that can be ended. Rejects with {@link LimitError} beyond the limits, else with what the parser said. */
  isolate<Kind extends keyof IsolatedWork>(
    kind: Kind,
    input: IsolatedWork[Kind]['input'],
    limits: IsolationLimits,
    run: { readonly signal: AbortSignal; told?(progress: IsolatedProgress): void },
  ): Promise<IsolatedWork[Kind]['result']>;
  /** The bytes of a file that ships with the application: wasm, fonts, the sample shop. */
  resource(name: string): Uint8Array;
  resources(folder: string): readonly string[];
  /** Where a folder of resources lies, for importing from it like from any other folder. */
  resourcePath(folder: string): string;
  /** Decodes legacy encodings that TextDecoder lacks. */
  decoder(encoding: string): { decode(bytes: Uint8Array, last: boolean): string } | null;
  /** Whether bytes are whole and valid UTF-8. */
  isUtf8(bytes: Uint8Array): boolean;
  /** Prints an HTML document to PDF; `null` where this machine cannot. */
  readonly print: ((html: string, signal: AbortSignal) => Promise<Uint8Array>) | null;
  /** Gives memory back that nobody needs any more, at the cost of some 20 ms: between the stages of large work. */
  relieve(): void;
  /** Lets messages in: long loops await this so that progress and cancel get through. */
  breathe(): Promise<void>;
  readonly host: { readonly name: string; readonly version: string; readonly runtime: string; readonly user: string; readonly process: number; isRunning(process: number): boolean };
  /** Where workspaces go when no path is given, and where preferences lie. */
  readonly folders: { readonly workspaces: string; readonly preferences: string };
}

/** What long work reports to. */
export interface Work {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
  breathe(): Promise<void>;
}

/** A resource that everything works without, only slower. */
export function optionalResource(ports: Ports, name: string): Uint8Array | null {
  try {
    return ports.resource(name);
  } catch {
    return null;
  }
}
