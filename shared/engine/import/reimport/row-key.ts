/** By which columns the rows of a table are found again. */
export interface RowKey {
  readonly columns: readonly string[];
  /** Those of them that tell the lines of one order apart: a file may lack them, its lines are found again by what else they say. */
  readonly ofLines: readonly string[];
  /** Columns that say something of the whole order and stand in one of its rows only. */
  readonly ofOrders: readonly string[];
  /** The column of what the platform itself calls an order, on one row of each: shops number alike, and two orders may share a number. */
  readonly orderId: string | null;
  /** The column that one row of each order has in a file that states the order with all of its lines; null where a file may hold some of them. */
  readonly wholeBy: string | null;
  /** A file says each key once: what stands there twice was put together from two exports, and the later row counts. */
  readonly isUnique: boolean;
}

/** A key that says nothing but its columns. */
export const rowKey = (columns: readonly string[]): RowKey => ({ columns, ofLines: [], ofOrders: [], orderId: null, wholeBy: null, isUnique: false });
