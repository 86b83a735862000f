import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';
import type { ImportOrigin } from '../history/state.ts';

/** A table of a file that came in, beside the table that took it. */
export interface TakenTable {
  readonly file: string;
  readonly columns: readonly string[];
  /** The table as it was, where it was there. */
  readonly into: { readonly name: string; readonly origin: ImportOrigin } | null;
  /** What its columns are called otherwise in it. */
  readonly renames: Readonly<Record<string, string>>;
}

/**
 * Refuses columns that were asked for by name and that no file, or no table, of an import has: without a word the rows would stand in other columns.
 *
 * @param asked column of a file → column of a table
 * @throws SuanpanError `missing-column`
 */
export function refuseUnknownColumns(asked: Readonly<Record<string, string | null>>, taken: readonly TakenTable[]): void {
  const [first] = taken;
  if (first === undefined) return;
  for (const [from, to] of Object.entries(asked)) {
    const having = taken.filter(({ columns }) => columns.includes(from));
    if (having.some((one) => to === null || (Object.hasOwn(one.renames, from) && one.renames[from] === to && !one.columns.includes(to)))) continue;
    throw new SuanpanError({ code: 'missing-column', where: { file: (having[0] ?? first).file, column: having.length === 0 || to === null ? from : to }, message: whyNot(from, to, having[0], first) });
  }
}

function whyNot(from: string, to: string | null, having: TakenTable | undefined, first: TakenTable): Text {
  if (having === undefined || to === null) return lacks(first.file, from, first.columns);
  const { file, columns, into } = having;
  if (into === null) return { en: `${file} makes a new table, which has no column ${to} before it`, zh: `“${file}”会新建表，此前没有列“${to}”` };
  const known = Object.keys(into.origin.types);
  if (!known.includes(to)) return lacks(into.name, to, known);
  if (columns.includes(to)) return { en: `${file} has a column ${to} itself: ${from} is another one`, zh: `“${file}”本身就有列“${to}”，“${from}”是另一列` };
  return { en: `${into.name} has a column ${from} already, beside ${to}`, zh: `表“${into.name}”中已另有列“${from}”，与“${to}”并存` };
}

const lacks = (name: string, column: string, columns: readonly string[]): Text => ({
  en: `${name} has no column ${column}; it has: ${columns.join(', ')}`,
  zh: `“${name}”没有列“${column}”；现有列：${columns.join('、')}`,
});
