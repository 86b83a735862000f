import type { Database } from '../store/database.ts';

/**
 * What was worked out from all rows of a workspace and follows from a key, kept in memory and, with each change, in the file: opening
 * a large workspace works nothing out again.
 */
export class KeptResults {
  readonly #database: Database;
  readonly #known = new Map<string, { readonly key: string; readonly value: unknown; saved: boolean }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The result of that name, worked out when its key is another than that of the one kept.
   *
   * @param compute gives plain data, as JSON holds it
   */
  get<T>(name: string, key: string, compute: () => T): T {
    const known = this.#known.get(name);
    if (known?.key === key) return known.value as T;
    const stored = this.#database.one<{ result: string }>('SELECT result FROM sp_built WHERE name = ? AND recipe_hash = ?', [rowName(name), key]);
    const value = stored === null ? compute() : (JSON.parse(stored.result) as T);
    this.#known.set(name, { key, value, saved: stored !== null });
    return value;
  }

  /** Puts into the file what is not there yet; inside the caller's transaction. */
  save(): void {
    for (const [name, known] of this.#known) {
      if (known.saved) continue;
      this.#database.run(
        'INSERT INTO sp_built (name, recipe_hash, rows, table_hash, result) VALUES (?, ?, 0, ?, ?) ON CONFLICT (name) DO UPDATE SET recipe_hash = excluded.recipe_hash, result = excluded.result',
        [rowName(name), known.key, '', JSON.stringify(known.value)],
      );
      known.saved = true;
    }
  }

  forget(): void {
    this.#known.clear();
  }
}

/** Beside the canonical tables, so that nobody takes it for a dataset. */
const rowName = (name: string): string => `canonical:${name}`;
