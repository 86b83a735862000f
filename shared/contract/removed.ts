import type { KeptRow } from './documents.ts';
import type { TablePage } from './datasets.ts';
import type { Text } from './values.ts';

/** What a step took away, beside a page of it. */
export interface RemovedRows {
  /** For each row of the page: 0 it stays and stands there to compare with, 1 it is taken away, 2 it stays by hand. */
  readonly fate: Uint8Array;
  /** How many rows the step takes away. */
  readonly removed: number;
  /** For a step that leaves one of several equal rows: what is equal, and how many such groups lose rows. */
  readonly same: { readonly columns: readonly string[]; readonly groups: number; readonly entity: Text | null } | null;
  /** Whether rows can be kept by hand: the step makes no rows of its own. */
  readonly keepable: boolean;
}

/** Rows that stay by hand in a step. */
export interface KeptRows {
  /** Those that are in the table before the step, with their cells. */
  readonly rows: TablePage;
  /** By which name each of them is kept: not its own where a later file brought it anew. */
  readonly names: readonly KeptRow[];
  /** Those that are not: a later file replaced them, or they were taken away by an earlier step. */
  readonly absent: readonly (KeptRow & { readonly file: string | null })[];
}
