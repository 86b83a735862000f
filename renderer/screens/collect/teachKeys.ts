import type { TableKey } from '#contract/keys';

/**
 * The keys that a layout can be taught with, whole ones, the first of which is taken where nothing is said: what the table is known by
 * already, then what the data speaks for, then single columns that differ in every row.
 *
 * @param unique columns that are filled and differ in every row
 */
export function teachKeys({ columns, proposals }: Pick<TableKey, 'columns' | 'proposals'>, unique: readonly string[]): readonly (readonly string[])[] {
  const all = [columns, ...proposals.map((proposal) => proposal.columns), ...unique.map((name) => [name])].filter((key) => key.length > 0);
  return [...new Map(all.map((key) => [key.join('\n'), key])).values()];
}
