import { columnRef } from './conditions.ts';

/** What can stand where the caret is. */
export interface Completion {
  readonly label: string;
  /** Where the typed word begins. */
  readonly from: number;
  /** What takes its place. */
  readonly text: string;
  readonly help: string | null;
}

const MOST = 8;

/**
 * Columns and functions that go on from the word before the caret, those that begin with it first.
 *
 * @param text of the whole expression
 * @param caret place of the caret in it
 */
export function completionsAt(text: string, caret: number, columns: readonly string[], functions: readonly { readonly name: string; readonly help: string }[]): Completion[] {
  const before = text.slice(0, caret);
  // Inside a text in quotes nothing is completed.
  if ((before.split("'").length - 1) % 2 === 1) return [];
  const word = /\[([^[\]]*)$|([\p{L}_][\p{L}\p{N}_]*)$/u.exec(before);
  if (word === null) return [];
  const typed = (word[1] ?? word[2] ?? '').toLowerCase();
  const from = word.index;
  const rank = (name: string) => (name.toLowerCase().startsWith(typed) ? 0 : 1);
  const found = [
    ...columns.filter((name) => name.toLowerCase().includes(typed)).map((name) => ({ label: name, from, text: columnRef(name), help: null, rank: rank(name) })),
    // A bracket begins a column.
    ...(word[1] !== undefined ? [] : functions.filter(({ name }) => name.startsWith(typed)).map(({ name, help }) => ({ label: `${name}(…)`, from, text: `${name}(`, help, rank: 0 }))),
  ];
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ rank: _, ...completion }) => completion);
}
