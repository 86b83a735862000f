import type { ParsedFile, ParsedTable } from './parsed.ts';

/** Formats whose tables all stand on one page. */
const PAGES: ReadonlySet<string> = new Set(['html', 'mhtml']);

/** What tables that stand under each other have in common: their sheet, text or page; `undefined` for a table that stands alone. */
export const pageOf = ({ format }: Pick<ParsedFile, 'format'>, { part }: Pick<ParsedTable, 'part'>): string | undefined => (PAGES.has(format) ? '' : part?.of);
