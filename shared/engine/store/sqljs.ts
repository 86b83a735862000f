import initSqlJs from 'sql.js';
import { SuanpanError } from '#contract/errors';
import type { FileSystem } from '../ports.ts';
import { bridgeFiles, type FileBridge, type SqliteImports } from './file-bridge.ts';

/** What the store uses of sql.js's own `Database`. */
export interface RawDatabase {
  exec(sql: string, params?: readonly (string | number | null | Uint8Array)[]): { columns: string[]; values: (string | number | Uint8Array | null)[][] }[];
  run(sql: string, params?: readonly (string | number | null | Uint8Array)[]): RawDatabase;
  prepare(sql: string): RawStatement;
  close(): void;
  export(): Uint8Array;
  getRowsModified(): number;
}

export interface RawStatement {
  run(params?: readonly (string | number | null | Uint8Array)[]): void;
  bind(params?: readonly (string | number | null | Uint8Array)[]): boolean;
  step(): boolean;
  get(): (string | number | Uint8Array | null)[];
  getColumnNames(): string[];
  free(): boolean;
}

/** The raw calls sql.js exports beside its classes: the fast way to bind many rows, and to read large blobs. */
export interface RawCalls {
  _sqlite3_column_type(statement: number, column: number): number;
  _sqlite3_column_bytes(statement: number, column: number): number;
  _sqlite3_column_blob(statement: number, column: number): number;
  _sqlite3_column_text(statement: number, column: number): number;
  _sqlite3_column_double(statement: number, column: number): number;
  _sqlite3_bind_text(statement: number, index: number, pointer: number, length: number, destructor: number): number;
  _sqlite3_bind_double(statement: number, index: number, value: number): number;
  _sqlite3_bind_int(statement: number, index: number, value: number): number;
  _sqlite3_step(statement: number): number;
  _sqlite3_reset(statement: number): number;
  _sqlite3_clear_bindings(statement: number): number;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

export interface SqlJs extends RawCalls {
  readonly Database: new (bytes?: Uint8Array) => RawDatabase;
}

export interface Sqlite {
  readonly sql: SqlJs;
  readonly bridge: FileBridge;
  /** The memory SQLite works in; ask anew after any call, it may have grown (the view is then another one). */
  memory(): Uint8Array;
  /** The loops that write rows as records, compiled; `null` where they are not there: everything works without, only slower. */
  records(): Uint8Array | null;
}

/** sql.js keeps the pointer of a statement under a minified name: it is the one large number among its fields. */
export function statementPointer(statement: object): number {
  const pointer = Object.values(statement).find((value): value is number => typeof value === 'number' && value > 1000);
  if (pointer === undefined) throw new Error('sql.js statement has no pointer: its version is not the pinned one');
  return pointer;
}

let loaded: Promise<Sqlite> | undefined;

/**
 * SQLite, once per process, with its file calls answered by `files`.
 *
 * sql.js keeps one module for the whole process, so the first caller's ports stay in use.
 *
 * @param wasm the bytes of sql.js's `sql-wasm.wasm`
 * @param records gives those of {@link Sqlite.records}
 */
export function loadSqlite(files: FileSystem, wasm: Uint8Array, records: () => Uint8Array | null = () => null): Promise<Sqlite> {
  loaded ??= load(files, wasm, records);
  return loaded;
}

async function load(files: FileSystem, wasm: Uint8Array, records: () => Uint8Array | null): Promise<Sqlite> {
  let known: Uint8Array | null | undefined;
  let memory: WebAssembly.Memory | undefined;
  const heap = () => {
    if (memory === undefined) throw new SuanpanError({ code: 'internal', message: { en: 'SQLite has no memory yet', zh: 'SQLite 尚未就绪' } });
    if (view === undefined || view.buffer !== memory.buffer) view = new Uint8Array(memory.buffer);
    return view;
  };
  let view: Uint8Array | undefined;
  const bridge: { current?: FileBridge } = {};
  const sql = await initSqlJs({
    // The hook is documented by Emscripten but not by sql.js's types.
    instantiateWasm(info: { a: SqliteImports }, ready: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) {
      bridge.current = bridgeFiles(info.a, files, heap);
      // At once: V8 compiles each function when it is first called. Behind a promise Node waits for the functions that are compiled
      // anew in the background by then, for a tenth of a second.
      const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
      const instance = new WebAssembly.Instance(module, { a: info.a });
      memory = Object.values(instance.exports).find((value): value is WebAssembly.Memory => value instanceof WebAssembly.Memory);
      ready(instance, module);
      return {};
    },
  } as unknown as Parameters<typeof initSqlJs>[0]);
  if (bridge.current === undefined) throw new SuanpanError({ code: 'internal', message: { en: 'SQLite was already started without real files', zh: 'SQLite 已以内存方式启动' } });
  return {
    sql: sql as unknown as SqlJs,
    bridge: bridge.current,
    memory: heap,
    records() {
      known ??= records();
      return known;
    },
  };
}
