import type { ImportOptions, TableOptions } from './documents.ts';

/** What can be chosen for one table of a file, whatever the file is. */
const OF_A_TABLE: ReadonlySet<string> = new Set<keyof TableOptions>([
  'preambleRows',
  'headerRows',
  'footerRows',
  'totalAbove',
  'joinFields',
  'padRows',
  'strayQuotes',
  'emptyTexts',
  'transpose',
  'fileDay',
  'template',
  'timeZone',
  'decimal',
  'dateOrder',
  'types',
  'renames',
  'personal',
]);
/** What can be chosen for a text that lies in an archive. */
const OF_A_MEMBER: ReadonlySet<string> = new Set<keyof TableOptions>(['format', 'encoding', 'delimiter', 'quote']);

/** What counts for one table of a file: what was chosen for it, and what was chosen for all. */
export function optionsOf({ tables, ...options }: ImportOptions, table: string): ImportOptions {
  return tables !== undefined && Object.hasOwn(tables, table) ? { ...options, ...tables[table] } : options;
}

/** Options with others merged into them, table by table. */
export function mergedOptions(options: ImportOptions, others: ImportOptions): ImportOptions {
  const tables = { ...options.tables };
  for (const [table, own] of Object.entries(others.tables ?? {})) tables[table] = { ...(Object.hasOwn(tables, table) ? tables[table] : undefined), ...own };
  return { ...options, ...others, ...(Object.keys(tables).length > 0 && { tables }) };
}

/** Options without some of them, for one table of the file or for all of it. */
export function withoutOptions(options: ImportOptions, names: readonly string[], table: string): ImportOptions {
  const kept = <T extends object>(from: T) => Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name))) as T;
  const { tables } = options;
  return { ...kept(options), ...(tables !== undefined && Object.hasOwn(tables, table) && { tables: { ...tables, [table]: kept(tables[table] as TableOptions) } }) };
}

/**
 * Choices for one table, so that they leave the other tables of its file alone. A text that is cut into tables is read as one.
 *
 * @param format how the file was read
 * @param table name of the table in the file; empty for a file that is one table
 */
export function choicesFor(options: ImportOptions, format: string, table: string): ImportOptions {
  if (table === '' || format === 'delimited' || format === 'markdown') return options;
  const isOwn = (name: string) => OF_A_TABLE.has(name) || (/^(zip|tar)$/.test(format) && OF_A_MEMBER.has(name));
  const entries = Object.entries(options);
  const own = Object.fromEntries(entries.filter(([name]) => isOwn(name)));
  return { ...Object.fromEntries(entries.filter(([name]) => !isOwn(name))), ...(Object.keys(own).length > 0 && { tables: { [table]: own } }) };
}
