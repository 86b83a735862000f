import type { EntityMapping, FieldSource } from './documents.ts';
import type { Cell, ColumnType, Text } from './values.ts';

export interface FieldInfo {
  readonly id: string;
  readonly title: Text;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly group: Text;
  /** Metric ids that stay dark without this field. */
  readonly unlocks: readonly string[];
}

export interface EntityInfo {
  readonly id: string;
  readonly title: Text;
  readonly fields: readonly FieldInfo[];
}

/** One line between a column and a field. */
export interface FieldMatch {
  readonly field: string;
  readonly source: FieldSource;
  /** 0 to 1. At 0.8 and more it is taken without asking. */
  readonly confidence: number;
  readonly reason: Text;
}

export interface DatasetMapping {
  readonly dataset: string;
  readonly entity: string;
  readonly mapping: EntityMapping;
  readonly matches: readonly FieldMatch[];
  /** `fields`: what a column fills, alone or together with others. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly example: string; readonly fields: readonly string[] }[];
  readonly missing: readonly { readonly field: string; readonly message: Text }[];
  readonly byUser: boolean;
  /** Of a layout that nobody has confirmed: it fills nothing before the user has. */
  readonly unconfirmed?: true;
}

export interface ModelQuestion {
  readonly id: string;
  readonly dataset: string;
  readonly entity: string;
  readonly field: string;
  readonly text: Text;
  readonly options: readonly { readonly value: string; readonly title: string | Text; readonly detail: Text; readonly total: string | null; readonly source: FieldSource | null }[];
  readonly suggested: string | null;
}

export interface EntityState {
  readonly entity: string;
  readonly rows: number;
  readonly from: readonly string[];
  /** Field id → share of rows that have it, 0 to 1. */
  readonly coverage: Readonly<Record<string, number>>;
}

export interface ModelReply {
  readonly entities: readonly EntityState[];
  readonly datasets: readonly DatasetMapping[];
  /** Datasets that fill nothing, with the reason. */
  readonly unmapped: readonly { readonly dataset: string; readonly reason: Text }[];
  readonly questions: readonly ModelQuestion[];
  /** Rows left out of the canonical tables, with the reason (unpaid is not left out; a missing key is). */
  readonly heldBack: readonly { readonly dataset: string; readonly entity: string; readonly rows: number; readonly reason: Text }[];
  readonly notes: readonly Text[];
  readonly built: boolean;
}

export interface ModelPreview {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly fits: number;
  readonly total: number;
}

/** What the user set for one shop; what is absent follows from its platform and its data. */
export interface ShopSettings {
  readonly name?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** IANA name, one of the zones the engine knows. */
  readonly timeZone?: string;
  /** Minutes after midnight at which the business day starts, 0 to 1439: an order at 01:30 belongs to the day before when it is 120. */
  readonly dayCutoffMinutes?: number;
  /** What counts as sales: `goods` after discounts with the platform's subsidy, or all that was `paid`, with shipping and tax. */
  readonly revenueBasis?: 'goods' | 'paid';
}

/** From its day until the next rate of the same currency. */
export interface FxRate {
  /** Business day, `YYYY-MM-DD`. */
  readonly date: string;
  /** ISO 4217, other than the reporting currency. */
  readonly currency: string;
  /** Units of the reporting currency for one unit. */
  readonly rate: number;
}

/** A shop as the model sees it now. */
export interface ShopInfo {
  readonly platform: string;
  readonly platformTitle: Text;
  readonly shop: string;
  readonly name: string | null;
  /** `null`: neither the data nor the platform names one, and nobody has said; its amounts count as the reporting currency. */
  readonly currency: string | null;
  readonly timeZone: string;
  readonly dayCutoffMinutes: number;
  readonly revenueBasis: 'goods' | 'paid';
  readonly orders: number;
  /** What of this the user set. */
  readonly set: ShopSettings;
}

export interface ModelSettings {
  /** The reporting currency; `XXX` when unknown. */
  readonly currency: string;
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  readonly shops: readonly ShopInfo[];
  readonly rates: readonly FxRate[];
  /** Currencies of orders that are held back for want of a rate, with the business days the rates are needed for. */
  readonly missingRates: readonly { readonly currency: string; readonly from: string; readonly to: string; readonly orders: number }[];
}

/** A shop's new settings; `null` takes one back to what follows from the data. */
export type ShopChange = { readonly platform: string; readonly shop: string } & { readonly [K in keyof ShopSettings]?: ShopSettings[K] | null };

export interface ModelSettingsChange {
  readonly currency?: string;
  readonly timeZone?: string;
  /** Shops that are not named stay as they are. */
  readonly shops?: readonly ShopChange[];
  /** Replaces the whole list. */
  readonly rates?: readonly FxRate[];
}
