import type { EntityMapping, FieldSource } from '#contract/documents';
import type { ColumnType, Text } from '#contract/values';

/** Where a field comes from; of several the first whose columns the file has. */
export type TemplateSource = FieldSource | readonly FieldSource[];

/** One known export: recognised by its headers, whatever the file is called. */
export interface Template {
  readonly id: string;
  readonly platform: string;
  readonly report: Text;
  /** All of these must be there. */
  readonly requires: readonly string[];
  /** Others that the export may have. */
  readonly also: readonly string[];
  /** None of these: with one of them it is another export, which is not known. */
  readonly without?: readonly string[];
  /** PC and 无线 are sheets of their own with the same columns and keys: put together, one would replace the other. */
  readonly perTerminal?: true;
  readonly naturalKey: readonly string[];
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
