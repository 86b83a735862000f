import { groupRows } from '../../table/groups.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import type { RowKey } from './row-key.ts';

interface Orders {
  /** The order of each row. */
  readonly of: Uint32Array;
  readonly count: number;
}

/** What the newest file says of its orders, where that stands in one row of each: the rows of older files say it no more. */
export class OrderCells {
  readonly #columns: readonly TextColumn[];
  readonly #orders: Orders;
  /** Of each column the orders that the file at hand says something of. */
  #told: readonly Uint8Array[] = [];

  private constructor(columns: readonly TextColumn[], orders: Orders) {
    this.#columns = columns;
    this.#orders = orders;
  }

  /** `null` where each row says what it says for itself. */
  static of(stacked: Table, keyColumns: readonly TextColumn[], { ofLines, ofOrders }: RowKey): OrderCells | null {
    const columns = (stacked.columns as readonly TextColumn[]).filter(({ name }) => ofOrders.includes(name));
    const orders = keyColumns.filter(({ name }) => !ofLines.includes(name));
    return columns.length === 0 || orders.length === 0 ? null : new OrderCells(columns, groupRows(orders, stacked.rows));
  }

  /** Reads what the rows of a file say, before any blank of them is filled. */
  read(from: number, to: number): void {
    this.#told = this.#columns.map(({ codes }) => {
      const told = new Uint8Array(this.#orders.count);
      for (let row = from; row < to; row++) if (codes[row] !== 0) told[this.#orders.of[row] as number] = 1;
      return told;
    });
  }

  /** Whether another row of its order says what this one leaves blank. */
  isTold(column: TextColumn, row: number): boolean {
    const at = this.#columns.indexOf(column);
    return at >= 0 && this.#told[at]?.[this.#orders.of[row] as number] === 1;
  }

  /**
   * Takes out of a row of an older file what the file at hand says of its order.
   *
   * @param later the row of that file that it stands for: what this one says itself stays
   */
  forget(row: number, later: number | null): void {
    for (const [at, { codes }] of this.#columns.entries()) {
      const elsewhere = later === null || codes[later] === 0;
      if (elsewhere && this.#told[at]?.[this.#orders.of[row] as number] === 1) codes[row] = 0;
    }
  }
}
