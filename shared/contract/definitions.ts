import type { ColumnType, Text } from './values.ts';

/**
 * One parameter of a definition. The form on screen, the check of a command line and the reference page are made from it.
 * Kinds: `column`/`columns` (names), `text`, `number`, `boolean`, `choice` (one of `options`), `type` (a column type),
 * `expression` (the language of docs/expressions), `pairs` (old → new list of two-element arrays), `dataset` (id of a dataset),
 * `values` (a list of texts).
 */
export interface ParamSpec {
  readonly name: string;
  readonly kind: 'column' | 'columns' | 'text' | 'number' | 'boolean' | 'choice' | 'type' | 'expression' | 'pairs' | 'dataset' | 'values';
  readonly label: Text;
  readonly help?: Text;
  readonly optional?: boolean;
  readonly default?: unknown;
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  /** For `column`: only columns of these types make sense. */
  readonly types?: readonly ColumnType[];
  /** For `pairs`: labels of the two sides; `left: 'column'` offers column names. */
  readonly pair?: { readonly left: 'column' | 'text'; readonly leftLabel: Text; readonly rightLabel: Text };
}

/** A cleaning step as the catalogue shows it. */
export interface StepInfo {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly help: Text;
  /** Icon name of the lucide set. */
  readonly icon: string;
  readonly params: readonly ParamSpec[];
}
