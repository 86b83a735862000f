import type { EntityMapping, FieldSource } from '#contract/documents';
import type { ColumnType, Text } from '#contract/values';

/** One known export: recognised by its headers, whatever the file is called. */
export interface Template {
  readonly id: string;
  readonly platform: string;
  readonly report: Text;
  /** All of these must be there. */
  readonly requires: readonly string[];
  /** Others that the export may have. */
  readonly also: readonly string[];
  readonly naturalKey: readonly string[];
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly timeZone: string | null;
  readonly fills: readonly { readonly entity: string; readonly fields: Readonly<Record<string, FieldSource>>; readonly amounts?: EntityMapping['amounts'] }[];
}

export function defineTemplate(template: Template): Template {
  return Object.freeze(template);
}
