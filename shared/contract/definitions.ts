import type { ColumnType, Text } from './values.ts';

/**
 * One parameter of a definition. The form on screen, the check of a command line and the reference page are made from it.
 * Kinds: `column`/`columns` (names), `text`, `number`, `boolean`, `choice` (one of `options`), `type` (a column type),
 * `expression` (the language of docs/expressions), `pairs` (old → new list of two-element arrays), `dataset` (id of a dataset), `datasets` (several),
 * `values` (a list of texts), `aggregates` (a list of [function, column, name of the result]).
 */
export interface ParamSpec {
  readonly name: string;
  readonly kind: 'column' | 'columns' | 'text' | 'number' | 'boolean' | 'choice' | 'choices' | 'type' | 'expression' | 'pairs' | 'dataset' | 'datasets' | 'values' | 'aggregates';
  readonly label: Text;
  readonly help?: Text;
  readonly optional?: boolean;
  readonly default?: unknown;
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  /** For `column`: only columns of these types make sense. */
  readonly types?: readonly ColumnType[];
  /** The parameter that names the table whose columns these are (for `pairs` the right ones); absent: the step's own table. */
  readonly from?: string;
  /** Another parameter and its values with which this one says something; it is shown, and needed, only then. */
  readonly when?: readonly [name: string, ...values: string[]];
  /** For `pairs`: labels of the two sides; `left: 'column'` offers column names. */
  readonly pair?: { readonly left: 'column' | 'text'; readonly leftLabel: Text; readonly rightLabel: Text };
}

/** Where a step stands in the menu. */
export const STEP_FAMILIES = ['columns', 'text', 'values', 'rows', 'numbers', 'tables', 'privacy'] as const;
export type StepFamily = (typeof STEP_FAMILIES)[number];

/** What is made of the cells of a group. */
export const AGGREGATES = ['sum', 'mean', 'median', 'min', 'max', 'count', 'distinct', 'first', 'last', 'list'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** A cleaning step as the catalogue shows it. */
export interface StepInfo {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly help: Text;
  /** Icon name of the lucide set. */
  readonly icon: string;
  readonly family: StepFamily;
  readonly params: readonly ParamSpec[];
}
