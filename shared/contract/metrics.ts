import type { Cell, ColumnType, Text } from './values.ts';

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

export type Unit = 'money' | 'count' | 'ratio' | 'multiple' | 'days' | 'hours' | 'seconds' | 'index' | 'points';

export type MetricRod = 'traffic' | 'behaviour' | 'sales' | 'marketing' | 'supply';

export interface MetricInfo {
  readonly id: string;
  readonly title: Text;
  readonly definition: Text;
  readonly formula: string;
  readonly unit: Unit;
  readonly good: 'up' | 'down' | 'neutral';
  readonly rod: MetricRod;
  /** One of the beads on the boards; the others are in the library. */
  readonly onBoard: boolean;
  readonly additive: boolean;
  readonly state: 'lit' | 'locked';
  /** Why it is locked and which export unlocks it. */
  readonly unlock: readonly Text[];
  readonly dimensions: readonly string[];
  readonly notes: readonly Text[];
}

/** Why a metric has no value, or (`immature` with a value) why it is not final. */
export interface Why {
  readonly code: 'locked' | 'empty' | 'immature' | 'no-identity' | 'no-comparison' | 'low-coverage' | 'too-few';
  readonly needs: readonly string[];
  readonly message: Text;
}

export type Filters = Readonly<Record<string, readonly string[]>>;

export interface MetricsRequest {
  readonly ids: readonly string[];
  /** Business days, both included. Absent: the last full month in the data. */
  readonly from?: string;
  readonly to?: string;
  readonly grain?: Grain;
  readonly by?: readonly string[];
  readonly filters?: Filters;
  readonly compare?: 'previous' | 'year';
}

export interface MetricValue {
  /** Money in 1/10,000 of the reporting currency; ratios as 0.0321. */
  readonly value: number | null;
  readonly previous: number | null;
  readonly why: Why | null;
}

export interface MetricsRow {
  readonly dimensions: Readonly<Record<string, string | null>>;
  /** First day of the bucket; null without a grain. */
  readonly bucket: string | null;
  readonly metrics: Readonly<Record<string, MetricValue>>;
}

export interface MetricsReply {
  readonly period: { readonly from: string; readonly to: string };
  readonly compared: { readonly from: string; readonly to: string } | null;
  readonly currency: string;
  readonly rows: readonly MetricsRow[];
  /** The same without a grain and dimensions: computed, not added up. */
  readonly total: Readonly<Record<string, MetricValue>>;
  readonly notes: readonly Text[];
  /** Rows the numbers stand on. */
  readonly rowCount: number;
}

export interface ScopeReply {
  readonly from: string | null;
  readonly to: string | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly lastFullMonth: { readonly from: string; readonly to: string } | null;
  readonly dimensions: readonly { readonly id: string; readonly title: Text; readonly values: readonly { readonly value: string; readonly title: Text; readonly orders: number }[] }[];
  readonly counts: { readonly orders: number; readonly customers: number; readonly products: number };
}

export interface RowsRequest extends Omit<MetricsRequest, 'ids' | 'grain' | 'by' | 'compare'> {
  readonly metric: string;
  /** For ratios: rows of the numerator or of the denominator. */
  readonly part?: 'numerator' | 'denominator';
  /** Shows phones and e-mails in texts as they are; absent: masked. */
  readonly reveal?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

export interface RowsReply {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly title: Text }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total: number;
  /** The column `value` of all rows, not only of this page, added up (or counted) gives this. */
  readonly sum: number;
  readonly part: 'whole' | 'numerator' | 'denominator';
}

/** How sales moved between two periods, split into factors that add up exactly (LMDI, Ang 2005). */
export interface DriversReply {
  readonly metric: string;
  readonly before: number;
  readonly after: number;
  readonly factors: readonly { readonly id: string; readonly title: Text; readonly effect: number; readonly before: number; readonly after: number }[];
  readonly sentence: Text;
  readonly why: Why | null;
}

/** A Vega-Lite spec with its words and its table form. */
export interface ChartReply {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly text: Text;
  readonly table: { readonly columns: readonly Text[]; readonly rows: readonly (readonly Cell[])[] };
}

export interface ChartRequest {
  readonly chart: 'daily' | 'drivers' | 'spark' | 'rfm' | 'bars';
  readonly metric?: string;
  readonly from?: string;
  readonly to?: string;
  readonly grain?: Grain;
  readonly compare?: 'previous' | 'year';
  readonly filters?: Filters;
  readonly by?: string;
  readonly theme: 'light' | 'dark';
  readonly lang: 'en' | 'zh';
  readonly width: number;
  readonly height: number;
}
