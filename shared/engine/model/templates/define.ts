import type { EntityMapping, FieldSource } from '#contract/documents';
import type { ColumnType, Text } from '#contract/values';

/** Where a field comes from; of several the first whose columns the file has. */
export type TemplateSource = FieldSource | readonly FieldSource[];

/** What sets files of one layout apart: its name and the words that say so. */
export interface Variant {
  readonly name: string;
  readonly pattern: RegExp;
}

/** One known export: recognised by its headers, whatever the file is called. */
export interface Template {
  readonly id: string;
  readonly platform: string;
  readonly report: Text;
  /** The usual way to it through the menus of the back office, in the words that stand there; absent for lists that people keep themselves. */
  readonly where?: string;
  /** All of these must be there. */
  readonly requires: readonly string[];
  /** Others that the export may have. */
  readonly also: readonly string[];
  /** None of these: with one of them it is another export, which is not known. */
  readonly without?: readonly string[];
  /**
   * Files with these columns tell of different things, as only their sheet, the lines above or their name says; of each list one. Put
   * together, rows of the one would replace those of the other.
   */
  readonly variants?: readonly (readonly Variant[])[];
  readonly naturalKey: readonly string[];
  /** An export says each key once: a file that says it twice was put together from two. */
  readonly keyIsUnique?: true;
  /** What it says of an order stands in one of the order's rows only. */
  readonly statesOrderOnce?: true;
  /** A file states each of its orders with all lines; this column stands in one of them, and only where the whole order does. A file that may hold some lines of an order has none. */
  readonly statesAllLinesBy?: string;
  /** Each file tells the state of one day, as of stock, and no column says of which: the day that its name says becomes a part of the key. */
  readonly snapshot?: true;
  /** Each file tells of one stretch of time, and no column says of which: the first and the last day that the lines above it or its name say become a part of the key. Without them rows have no key. */
  readonly ofPeriod?: true;
  /** Its column of days as numbers, 0 for the first day that the lines above it say: the days themselves take its place in the key. */
  readonly countedDays?: string;
  /** Columns that split a row into several: a file with others of them is another table, and those it has are a part of the key. */
  readonly splitBy?: readonly string[];
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly timeZone: string | null;
  /** Known from hearsay only: nobody has held it to a real export. It is shown as such, and fills nothing before the user has looked at it. */
  readonly unconfirmed?: true;
  /** Its times are those of the shop's own clock: each keeps the day it names, and nobody is asked. */
  readonly shopTime?: true;
  readonly fills: readonly (Pick<EntityMapping, 'amounts' | 'cases' | 'role'> & { readonly entity: string; readonly fields: Readonly<Record<string, TemplateSource>> })[];
}

export function defineTemplate(template: Template): Template {
  return Object.freeze(template);
}
