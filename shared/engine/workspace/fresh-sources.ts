import type { Stacked } from '../import/index.ts';
import type { Table } from '../table/table.ts';

/** Rows that stay in memory until the import is over: what is built from them need not read them back. */
const KEPT_ROWS = 2_000_000;

/** What the running operation has stored of files, so that nobody reads it back; empty between operations. */
export class FreshSources {
  readonly #tables = new Map<number, Table>();
  readonly #stacks = new Map<string, Stacked>();

  /** Keeps a source that was stored, unless too much is kept already. */
  keep(source: number, table: Table): void {
    if (this.#rows() + table.rows <= KEPT_ROWS) this.#tables.set(source, table);
  }

  table(source: number): Table | undefined {
    return this.#tables.get(source);
  }

  /** Nobody needs them again; whoever does after all reads them back. */
  letGo(sources: readonly number[]): void {
    for (const source of sources) this.#tables.delete(source);
  }

  /** Keeps sources that were put on top of each other for who combines them next. */
  keepStacked(key: string, stacked: Stacked): void {
    // One always: it stands in the place of its sources.
    if (this.#stacks.size === 0 || this.#rows() + stacked.table.rows <= KEPT_ROWS) this.#stacks.set(key, stacked);
  }

  /** Hands over what was kept under that key: nobody else holds it then. */
  takeStacked(key: string): Stacked | undefined {
    const stacked = this.#stacks.get(key);
    this.#stacks.delete(key);
    return stacked;
  }

  clear(): void {
    this.#tables.clear();
    this.#stacks.clear();
  }

  #rows(): number {
    const all = [...this.#tables.values(), ...[...this.#stacks.values()].map(({ table }) => table)];
    return all.reduce((sum, { rows }) => sum + rows, 0);
  }
}
