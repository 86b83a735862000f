import type { ImportOptions } from '#contract/documents';
import { optionsOf } from '#contract/import-options';
import type { ImportOrigin } from '../history/state.ts';

/**
 * How a file is read that goes to a table: what the table settled holds, but for what is chosen for the file.
 *
 * @param table name of the table in the file
 */
export function withSettled(options: ImportOptions, table: string, { emptyTexts }: Pick<ImportOrigin, 'emptyTexts'>): ImportOptions {
  if (emptyTexts === undefined || optionsOf(options, table).emptyTexts !== undefined) return options;
  return { ...options, emptyTexts };
}
