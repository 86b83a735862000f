import type { Why } from './metrics.ts';
import type { Cell, Text } from './values.ts';

export interface RfmRequest {
  /** Last day looked at; default the last day in the data. */
  readonly to?: string;
  /** Length of the window in days; default 365. */
  readonly days?: number;
  readonly frequency?: 'counts' | 'quintiles';
  /** Own lower bounds of the five classes, ascending: days since the last order, orders, money. */
  readonly cuts?: { readonly recency?: readonly number[]; readonly frequency?: readonly number[]; readonly monetary?: readonly number[] };
}

export interface RfmCell {
  readonly r: number;
  readonly f: number;
  readonly region: string;
  readonly customers: number;
  /** Before refunds. */
  readonly sales: number;
  /** After refunds: what the class of money goes by. */
  readonly netSales?: number;
}

export interface RfmRegion {
  readonly id: string;
  readonly title: Text;
  readonly advice: Text;
  readonly customers: number;
  readonly share: number;
  readonly sales: number;
  readonly salesShare: number;
  /** Sales less the refunds of the same orders. */
  readonly netSales?: number;
  /** Sales per customer. */
  readonly spend: number;
  /** Customers 30 days earlier, by the same rules; null when the data does not reach back. */
  readonly before: number | null;
}

export interface RfmReply {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  readonly unidentifiedOrders: number;
  readonly identityCoverage: number;
  readonly cells: readonly RfmCell[];
  readonly regions: readonly RfmRegion[];
  /** Why nobody is placed in a cell: fewer people than classes. `null` when they are. */
  readonly why?: Why | null;
  /** Lower bounds of the classes: days since the last order for R, orders for F, money after refunds for M. */
  readonly cuts: { readonly recency: readonly number[]; readonly frequency: readonly number[]; readonly monetary: readonly number[] };
  readonly warnings: readonly Text[];
  readonly currency: string;
}

export interface MembersRequest extends RfmRequest {
  /** Region ids; empty or absent means everybody. */
  readonly regions?: readonly string[];
  readonly cells?: readonly { readonly r: number; readonly f: number }[];
  readonly offset?: number;
  readonly limit?: number;
}

export interface MembersReply {
  readonly columns: readonly { readonly name: string; readonly title: Text; readonly type: string }[];
  /** Codes instead of names: personal data never leaves the workspace by this call. */
  readonly rows: readonly (readonly Cell[])[];
  readonly total: number;
}
