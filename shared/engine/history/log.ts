import type { HistoryReply } from '#contract/workspace';
import type { Text } from '#contract/values';
import type { Database } from '../store/database.ts';
import { applyPatch, EMPTY_STATE, type StatePatch, type WorkspaceState } from './state.ts';

interface OperationRow {
  [key: string]: string | number | Uint8Array | null;
  n: number;
  at: string;
  payload: string;
  title_en: string;
  title_zh: string;
}

/** An operation and the state after it. */
export interface LoggedState {
  readonly n: number;
  readonly at: string;
  readonly kind: string;
  readonly title: Text;
  readonly state: WorkspaceState;
}

/** The operation log of a workspace: what was done, and how far back the user has gone. */
export class OperationLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get cursor(): number {
    return Number(this.#database.one<{ value: string }>("SELECT value FROM sp_meta WHERE key = 'cursor'")?.value ?? 0);
  }

  get lastAt(): string | null {
    return this.#database.one<{ at: string }>('SELECT at FROM sp_operations WHERE n <= ? ORDER BY n DESC LIMIT 1', [this.cursor])?.at ?? null;
  }

  /** The state after every operation up to the cursor. */
  state(): WorkspaceState {
    const rows = this.#database.all<{ payload: string }>('SELECT payload FROM sp_operations WHERE n <= ? ORDER BY n', [this.cursor]);
    return rows.reduce((state, { payload }) => applyPatch(state, JSON.parse(payload) as StatePatch), EMPTY_STATE);
  }

  /** Every operation up to the cursor with the state after it, from the first on. */
  *states(): Generator<LoggedState> {
    const rows = this.#database.all<OperationRow & { kind: string }>('SELECT n, at, kind, payload, title_en, title_zh FROM sp_operations WHERE n <= ? ORDER BY n', [this.cursor]);
    let state = EMPTY_STATE;
    for (const { n, at, kind, payload, title_en, title_zh } of rows) {
      state = applyPatch(state, JSON.parse(payload) as StatePatch);
      yield { n, at, kind, title: { en: title_en, zh: title_zh }, state };
    }
  }

  /** Adds an operation behind the cursor. What was undone before is given up, as everywhere. */
  append(kind: string, title: Text, patch: StatePatch, at: string): void {
    const n = this.cursor + 1;
    this.#database.run('DELETE FROM sp_operations WHERE n >= ?', [n]);
    this.#database.run('INSERT INTO sp_operations (n, at, kind, version, payload, title_en, title_zh) VALUES (?, ?, ?, 1, ?, ?, ?)', [n, at, kind, JSON.stringify(patch), title.en, title.zh]);
    this.moveTo(n);
  }

  moveTo(n: number): void {
    this.#database.run("INSERT INTO sp_meta (key, value) VALUES ('cursor', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [String(n)]);
  }

  get length(): number {
    return this.#database.one<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM sp_operations')?.n ?? 0;
  }

  list(): HistoryReply {
    const { cursor } = this;
    const rows = this.#database.all<OperationRow>('SELECT n, at, title_en, title_zh FROM sp_operations ORDER BY n');
    return { cursor, operations: rows.map((row) => ({ n: row.n, at: row.at, title: { en: row.title_en, zh: row.title_zh }, undone: row.n > cursor })) };
  }
}
