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
  const calledInFile = new Map(Object.entries(renames ?? {}).map(([name, called]) => [called, name]));
  const settled = Object.entries(personal ?? {}).flatMap(([name, isMasked]) => [[name, isMasked] as const, [calledInFile.get(name) ?? name, isMasked] as const]);
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
