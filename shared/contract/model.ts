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
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly example: string; readonly field: string | null }[];
  readonly missing: readonly { readonly field: string; readonly message: Text }[];
  readonly byUser: boolean;
}

export interface ModelQuestion {
  readonly id: string;
  readonly dataset: string;
  readonly entity: string;
  readonly field: string;
  readonly text: Text;
  readonly options: readonly { readonly value: string; readonly title: string; readonly detail: Text; readonly total: string | null; readonly source: FieldSource | null }[];
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
