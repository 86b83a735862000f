import type { PlainKey } from '../../i18n/index.ts';

/** Formats whose own name tells a person little. */
const NAMED: Readonly<Record<string, PlainKey>> = {
  delimited: 'format.delimited',
  'fixed-width': 'format.fixedWidth',
  weblog: 'format.weblog',
  html: 'format.html',
};
/** Names that are no abbreviation, the same in both languages. */
const SPELLED: Readonly<Record<string, string>> = { xml: 'Excel 2003 XML', parquet: 'Parquet', arrow: 'Arrow', sqlite: 'SQLite', dbf: 'dBase', markdown: 'Markdown' };

/** What a person calls the format of a file. */
export function formatName(format: string, word: (key: PlainKey) => string): string {
  const key = Object.hasOwn(NAMED, format) ? NAMED[format] : undefined;
  if (key !== undefined) return word(key);
  return Object.hasOwn(SPELLED, format) ? (SPELLED[format] as string) : format.toUpperCase();
}
