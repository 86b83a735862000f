import { groupRows } from '../../table/groups.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import type { RowKey } from './row-key.ts';

/** The orders that a file states whole: a line that it does not state is a line of them no more. */
export class StatedOrders {
  readonly #by: TextColumn;
  readonly #keys: readonly TextColumn[];
  readonly #of: Uint32Array;
  #stated: Uint8Array;

  private constructor(by: TextColumn, keys: readonly TextColumn[], groups: { readonly of: Uint32Array; readonly count: number }) {
    this.#by = by;
    this.#keys = keys;
    this.#of = groups.of;
    this.#stated = new Uint8Array(groups.count);
  }

  /** `null` where a file may hold a part of an order. */
  static of(stacked: Table, keyColumns: readonly TextColumn[], { ofLines, wholeBy }: RowKey): StatedOrders | null {
    const by = (stacked.columns as readonly TextColumn[]).find(({ name }) => name === wholeBy);
    const orders = keyColumns.filter(({ name }) => !ofLines.includes(name));
    return by === undefined || orders.length === 0 ? null : new StatedOrders(by, orders, groupRows(orders, stacked.rows));
  }

  /** Reads which orders a file states, before any blank of it is filled. Further lines alone, without the first, state none. */
  read(from: number, to: number): void {
    this.#stated.fill(0);
    for (let row = from; row < to; row++) if (this.#by.codes[row] !== 0 && this.#keys.every(({ codes }) => codes[row] !== 0)) this.#stated[this.#of[row] as number] = 1;
  }

  /** Whether the file at hand states the order of a row. */
  states(row: number): boolean {
    return this.#stated[this.#of[row] as number] === 1;
  }
}
