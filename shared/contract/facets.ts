import type { Cell, ColumnType } from './values.ts';

export interface FacetValue {
  readonly value: Cell;
  readonly count: number;
}

export interface FacetShape {
  /** Letters as `A` and `a`, digits as `9`, Chinese as `字`. */
  readonly shape: string;
  readonly count: number;
  readonly example: string;
}

/** The cells of a column by value, with their counts. */
export interface Facet {
  readonly column: string;
  readonly type: ColumnType;
  readonly rows: number;
  readonly missing: number;
  readonly distinct: number;
  /** Most frequent first; not all where there are very many. */
  readonly values: readonly FacetValue[];
  /** Of texts. */
  readonly shapes: readonly FacetShape[];
  /** Of numbers: what lies outside is far from the rest; `null` where that cannot be said. */
  readonly fences: { readonly low: number; readonly high: number; readonly outside: number } | null;
}

/** How spellings of the same thing are found. */
export const CLUSTER_METHODS = ['fingerprint', 'ngram', 'distance', 'pinyin'] as const;
export type ClusterMethod = (typeof CLUSTER_METHODS)[number];

/** Different texts that may be spellings of one thing. */
export interface Cluster {
  /** Most rows first. */
  readonly values: readonly { readonly text: string; readonly count: number }[];
  readonly rows: number;
  /** The spelling proposed for all. */
  readonly proposed: string;
}
