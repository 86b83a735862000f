import { Tokenizer } from '../delimited/tokenizer.ts';
import { isNameless } from '../builder.ts';
import { bytesOf } from './dialect.ts';
import { isFilled, isNames, looksLikeData } from './headers.ts';
import type { Dialect, ParsedTable } from '../parsed.ts';
import { totalLabel } from './totals.ts';
import { OF_SHEET } from './wanted.ts';

/** Where a table begins in a text that holds several: its title or comment lines belong to it. */
export interface Section {
  /** First byte, and number of the record there from 0. */
  readonly byte: number;
  readonly record: number;
}

/** What stands above a row that may begin another table. */
export interface Above {
  readonly header: readonly string[];
  /** The row has a title of its own, or more than one blank line above it. */
  readonly isApart: boolean;
  /** Its title is another than that of the table above, not only in its numbers. */
  readonly isRetitled: boolean;
  /** Whether a column of the table above holds numbers or dates. */
  holdsData(column: number): boolean;
}

/**
 * Whether a row after a gap begins another table: names that the first table does not have, data below them. Where texts alone stand below,
 * or the same names again, more has to tell the tables apart.
 */
export function startsTable(row: readonly string[], below: readonly string[], { header, isApart, isRetitled, holdsData }: Above): boolean {
  const names = row.filter(isFilled);
  const cells = below.filter(isFilled);
  const named = header.filter(isFilled);
  if (names.length < 2 || !isNames(row) || totalLabel(row) !== null || Math.abs(cells.length - names.length) > Math.max(1, names.length / 2)) return false;
  if (names.join('\u001f') === named.join('\u001f')) return isRetitled;
  if (cells.some(looksLikeData)) return true;
  return isApart && (row.some((cell, column) => isFilled(cell) && isFilled(below[column]) && holdsData(column)) || (cells.length === names.length && names.length !== named.length));
}

/** A lone number above a table is no title. */
export const asTitle = (cell: string): string => (looksLikeData(cell) ? '' : cell);

/** Whether two titles name different things: pages of one table are numbered. */
export function isOtherTitle(title: string, before: string): boolean {
  const bare = (text: string) => text.replace(/[\d\s]+/g, '');
  return title !== '' && before !== '' && bare(title) !== bare(before);
}

/** So many columns tell a table from the others of its file. */
const NAMING_COLUMNS = 3;
const LONGEST_NAME = 40;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const isComment = (cells: readonly string[]) => (cells[0] ?? '').startsWith('#');
const decoder = new TextDecoder();

/** Whether a text holds lines that are blank or begin with `#` or a separator: without one it holds no second table. */
export function mayHaveSections(text: Uint8Array, delimiter: number): boolean {
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) {
    const next = text[at + 1];
    if (next === NEWLINE || next === RETURN || next === HASH || next === delimiter || next === SPACE) return true;
  }
  // Lines of carriage returns are rare enough to be looked at closely.
  return !text.includes(NEWLINE);
}

/**
 * Finds further tables in a text: after blank or `#` lines a new header with its own data.
 *
 * @param text UTF-8
 * @returns one section for each table, the first at 0
 */
export function findSections(text: Uint8Array, dialect: Dialect): Section[] {
  const sections: Section[] = [{ byte: 0, record: 0 }];
  let record = 0;
  let header: readonly string[] = [];
  /** Rows of data since the header. */
  let rows = 0;
  /** The first line after a gap that is no blank one, and the row that may be a header. */
  let start: Section | null = null;
  let gap = false;
  let blanks = 0;
  let candidate: readonly string[] | null = null;
  /** The line above the header, and the one above the candidate. */
  let title = '';
  let nextTitle = '';
  let columns = new ColumnKinds();
  const tokenizer = new Tokenizer(bytesOf(dialect), (view) => {
    const cells = Array.from({ length: view.count }, (_, i) => decoder.decode((view.buffers[i] as Uint8Array).subarray(view.starts[i], view.ends[i])));
    const here: Section = { byte: view.start, record: record++ };
    if (!cells.some(isFilled)) {
      if (candidate === null) gap = rows > 0;
      blanks++;
      return 'next';
    }
    if (isComment(cells)) {
      if (rows > 0 || start !== null) {
        start ??= here;
        gap = true;
      }
      return 'next';
    }
    const above: Above = { header, isApart: nextTitle !== '' || blanks > 1, isRetitled: isOtherTitle(nextTitle, title), holdsData: (column) => columns.holdsData(column) };
    if (candidate !== null && start !== null && startsTable(candidate, cells, above)) {
      sections.push(start);
      header = candidate;
      title = nextTitle;
      rows = 0;
      columns = new ColumnKinds();
    } else if (candidate !== null) rows++;
    if (candidate !== null) {
      nextTitle = '';
      blanks = 0;
    }
    candidate = null;
    if (gap && cells.filter(isFilled).length >= 2) {
      candidate = cells;
      start ??= here;
      gap = false;
      return 'next';
    }
    // A title between the gap and the header.
    if (gap) {
      start ??= here;
      nextTitle = asTitle(cells.find(isFilled) as string);
      return 'next';
    }
    start = null;
    blanks = 0;
    if (header.length === 0) {
      header = isNames(cells) && cells.filter(isFilled).length >= 2 ? cells : [];
      if (header.length === 0) title = asTitle(cells.find(isFilled) as string);
    } else {
      rows++;
      columns.add(cells);
    }
    return 'next';
  });
  tokenizer.push(text);
  tokenizer.finish();
  return sections;
}

/** Columns of numbers and dates hold little else. */
const MOSTLY = 0.8;

/** What the columns of a table hold. */
class ColumnKinds {
  readonly #filled: number[] = [];
  readonly #data: number[] = [];

  add(cells: readonly string[]): void {
    for (const [column, cell] of cells.entries()) {
      if (!isFilled(cell)) continue;
      this.#filled[column] = (this.#filled[column] ?? 0) + 1;
      if (looksLikeData(cell)) this.#data[column] = (this.#data[column] ?? 0) + 1;
    }
  }

  holdsData(column: number): boolean {
    const filled = this.#filled[column] ?? 0;
    return filled > 0 && (this.#data[column] ?? 0) >= filled * MOSTLY;
  }
}

/** A table of a section with the row numbers of the whole file. */
export function placedSection(table: ParsedTable, section: Section): ParsedTable {
  const moved = (row: number) => row + section.record;
  return {
    ...table,
    table: { ...table.table, origin: { ...table.table.origin, row: table.table.origin.row.map(moved) } },
    setAside: table.setAside.map((aside) => ({ ...aside, row: moved(aside.row) })),
    ...(table.stacked !== undefined && { stacked: table.stacked.map(moved) }),
    footer: table.footer.map((footer) => ({ ...footer, row: moved(footer.row) })),
    reasons: { ...table.reasons, header: table.reasons.header === null ? null : { ...table.reasons.header, row: moved(table.reasons.header.row) } },
  };
}

/** The tables under names of their own: the title above a table, or its first columns where it has none or shares it. */
export function namedSections(tables: readonly ParsedTable[]): ParsedTable[] {
  const names = partNames(
    tables.map(({ preamble, table }) => ({ title: titleOf(preamble), columns: table.columns.map(({ name }) => name) })),
    '',
  );
  return tables.map((table, i) => ({ ...table, name: names[i] as string }));
}

/**
 * Names for tables that stand under each other, none twice: the title above a table, or its first columns where it has none or shares it.
 *
 * @param sheet the name of their sheet, which stands before each; empty where there is none
 */
export function partNames(parts: readonly { readonly title: string; readonly columns: readonly string[] }[], sheet: string): string[] {
  const taken = new Set<string>();
  return parts.map(({ title, columns: all }, i) => {
    const columns = all.filter((name) => isFilled(name) && !isNameless(name)).slice(0, NAMING_COLUMNS);
    const shared = parts.filter((other) => other.title.toLowerCase() === title.toLowerCase()).length > 1;
    const own = title === '' ? columns.join(', ').slice(0, LONGEST_NAME) || `#${i + 1}` : shared ? `${title}: ${columns.join(', ')}`.slice(0, LONGEST_NAME) : title;
    const wanted = sheet === '' ? own : `${sheet}${OF_SHEET}${own}`;
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The last line of its own above a table; empty where there is none. */
export function titleOf(preamble: ParsedTable['preamble']): string {
  const titles = preamble.map((cells) => cells.filter(isFilled)).filter((cells) => cells.length === 1);
  // `Start date: …` says something about the table; a title has no colon.
  return (titles.map(([cell]) => cell as string).findLast((cell) => !/[:：]/.test(cell) && /\p{L}/u.test(cell)) ?? '').replace(/^[#\s-]+|[\s-:：]+$/g, '').slice(0, LONGEST_NAME);
}
