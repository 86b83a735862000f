import type { ImportOptions } from '#contract/documents';
import { optionsOf } from '#contract/import-options';
import type { ImportOrigin } from '../history/state.ts';

/** What a table settled for its files. */
export interface Settled extends Pick<ImportOrigin, 'emptyTexts' | 'personal' | 'renames'> {
  /** What columns of the file hold in the table, by their names in the file. */
  readonly held?: ImportOptions['types'];
}

/**
 * How a file is read that goes to a table: what the table settled holds, but for what is chosen for the file.
 *
 * @param table name of the table in the file
 */
export function withSettled(options: ImportOptions, table: string, { emptyTexts, personal, renames, held = {} }: Settled): ImportOptions {
  const chosen = optionsOf(options, table);
  const empty = chosen.emptyTexts ?? emptyTexts;
  const namesOf = (called: string) => [called, ...Object.entries(renames ?? {}).flatMap(([name, to]) => (to === called ? [name] : []))];
  const settled = Object.entries(personal ?? {}).flatMap(([called, isMasked]) => namesOf(called).map((name) => [name, isMasked] as const));
  if (empty === undefined && settled.length === 0 && Object.keys(held).length === 0) return options;
  const own = {
    ...(Object.keys(held).length > 0 && { types: { ...held, ...chosen.types } }),
    ...(empty !== undefined && { emptyTexts: empty }),
    ...(settled.length > 0 && { personal: { ...Object.fromEntries(settled), ...chosen.personal } }),
  };
  // What counts for the table of a file only goes before what counts for all of them.
  const { tables } = options;
  return tables !== undefined && Object.hasOwn(tables, table) ? { ...options, tables: { ...tables, [table]: { ...tables[table], ...own } } } : { ...options, ...own };
}

/** What is chosen for a file, and what of it is masked in the table where it goes: that alone does not count as chosen for the file. */
export function maskedAsSettled(options: ImportOptions, table: string, settled: ImportOptions): ImportOptions {
  const { personal } = optionsOf(settled, table);
  if (personal === undefined) return options;
  const { tables = {} } = options;
  return { ...options, tables: { ...tables, [table]: { ...(Object.hasOwn(tables, table) ? tables[table] : undefined), personal } } };
}
