import { SuanpanError } from '#contract/errors';
import { holdsBlob, rowWithBlobs } from './blobs.ts';
import { type RawDatabase, type RawStatement, type Sqlite, statementPointer } from './sqljs.ts';

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** One SQLite database, with errors that say what happened. */
export class Database {
  readonly #raw: RawDatabase;
  readonly #sqlite: Sqlite;
  #depth = 0;

  constructor(raw: RawDatabase, sqlite: Sqlite) {
    this.#raw = raw;
    this.#sqlite = sqlite;
  }

  get sqlite(): Sqlite {
    return this.#sqlite;
  }

  /** Runs one statement (with parameters) or several (without). */
  run(sql: string, params?: readonly SqlValue[]): void {
    this.#guard(sql, () => this.#raw.run(sql, params));
  }

  /** All rows of a query as records. */
  all<R extends SqlRow = SqlRow>(sql: string, params?: readonly SqlValue[]): R[] {
    return this.#guard(sql, () => {
      const statement = this.#raw.prepare(sql);
      try {
        if (params !== undefined) statement.bind(params);
        const names = statement.getColumnNames();
        const rows: R[] = [];
        const pointer = statementPointer(statement);
        while (statement.step()) {
          const values = holdsBlob(this.#sqlite, pointer, names.length) ? rowWithBlobs(this.#sqlite, pointer, names.length) : statement.get();
          rows.push(Object.fromEntries(names.map((name, i) => [name, values[i] ?? null])) as R);
        }
        return rows;
      } finally {
        statement.free();
      }
    });
  }

  /** The first row of a query, or `null`. */
  one<R extends SqlRow = SqlRow>(sql: string, params?: readonly SqlValue[]): R | null {
    return this.all<R>(sql, params)[0] ?? null;
  }

  prepare(sql: string): RawStatement {
    return this.#guard(sql, () => this.#raw.prepare(sql));
  }

  /**
   * Runs `work` in one transaction: all of it is in the file when this returns, or none of it.
   * Inside another transaction it is part of that one.
   */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.run('BEGIN IMMEDIATE');
    this.#depth++;
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (thrown) {
      this.rollback();
      throw thrown;
    } finally {
      this.#depth--;
    }
  }

  /** Ends a transaction without a trace. */
  rollback(): void {
    try {
      this.#raw.run('ROLLBACK');
    } catch {
      // SQLite has already rolled back (disk full does that); the first error is the one to tell.
    }
  }

  export(): Uint8Array {
    return this.#raw.export();
  }

  close(): void {
    this.#raw.close();
  }

  #guard<T>(sql: string, call: () => T): T {
    try {
      return call();
    } catch (thrown) {
      if (thrown instanceof SuanpanError) throw thrown;
      throw storeError(thrown instanceof Error ? thrown.message : String(thrown), this.#sqlite.bridge.lastError(), sql);
    }
  }
}

/** Double quotes a name so that any text a file brought along is a name and nothing else. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What a failed call to SQLite means to the user. `errno` is the last file error the host reported. */
export function storeError(message: string, errno: string | null, sql: string): SuanpanError {
  const details = `${message}${errno === null ? '' : ` (${errno})`} in ${sql.slice(0, 200)}`;
  if (/full/.test(message) || errno === 'ENOSPC' || errno === 'EDQUOT') {
    return new SuanpanError({
      code: 'disk-full',
      message: { en: 'The disk is full. The workspace is as it was before', zh: '磁盘已满，工作区保持原样' },
      hint: { en: 'Free some space, then try again', zh: '请释放一些空间后重试' },
      details,
    });
  }
  if (/readonly/.test(message) || errno === 'EROFS' || errno === 'EACCES' || errno === 'EPERM') {
    return new SuanpanError({
      code: 'not-writable',
      message: { en: 'The workspace file or its folder cannot be written', zh: '无法写入工作区文件或其所在文件夹' },
      hint: { en: 'Move the workspace to a folder you may write, or close the program that holds it', zh: '请将工作区移到可写的文件夹，或关闭占用它的程序' },
      details,
    });
  }
  if (/malformed|not a database|corrupt/.test(message)) {
    return new SuanpanError({
      code: 'workspace-damaged',
      message: { en: 'The workspace file is damaged', zh: '工作区文件已损坏' },
      hint: { en: 'Open your last copy of it', zh: '请打开最近的备份' },
      details,
    });
  }
  return new SuanpanError({ code: 'internal', message: { en: `The store refused: ${message}`, zh: `存储出错：${message}` }, details });
}

/** Opens a file that SQLite reaches by its bridge. */
export function openDatabase(sqlite: Sqlite, path: string): Database {
  sqlite.bridge.expect(path);
  // An empty byte array makes sql.js create its in-memory name, which it removes again when closing.
  return new Database(new sqlite.sql.Database(new Uint8Array(0)), sqlite);
}
