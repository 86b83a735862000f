import { type Column, isTextType, type TextColumn } from '../../table/table.ts';

/** A column as its table reads it. */
export type ReadColumn = (column: TextColumn) => Column;

/** Columns whose cells are texts for themselves. */
const isSpelled = ({ type }: Column) => type === 'text' || type === 'id' || type === 'enum' || type === 'json';

/**
 * Compares cells by what they say: `50.00` and `50` are one amount, `2025/6/1` and `2025-06-01` one day. Codes and names are what they
 * are spelled. A column is read once, and only when two of its cells are spelled differently.
 */
export class SameValue {
  readonly #read: ReadColumn | null;
  readonly #typed = new Map<TextColumn, Column>();

  constructor(read: ReadColumn | null) {
    this.#read = read;
  }

  /** Whether two rows have the same value in a column; a blank has none. */
  same(column: TextColumn, a: number, b: number): boolean {
    const { codes } = column;
    if (codes[a] === codes[b]) return true;
    if (this.#read === null || codes[a] === 0 || codes[b] === 0) return false;
    const typed = this.#typedOf(column, this.#read);
    if (isSpelled(typed)) return false;
    // What the type refuses is NaN or no code: its text is all that it has.
    if (typed.kind === 'number') return typed.values[a] === typed.values[b];
    return typed.codes[a] !== 0 && typed.codes[a] === typed.codes[b];
  }

  #typedOf(column: TextColumn, read: ReadColumn): Column {
    const known = this.#typed.get(column);
    if (known !== undefined) return known;
    const typed = read(column);
    this.#typed.set(column, typed);
    return typed;
  }
}

/** A column of a key as its days are compared, however a file writes them; others as they are, and so is one with a cell that is no day. */
export function dayColumn(column: TextColumn, read: ReadColumn | null): TextColumn {
  const typed = read?.(column);
  if (typed?.kind !== 'text' || isSpelled(typed) || !isTextType(typed.type)) return column;
  const isRead = column.codes.every((code, row) => code === 0 || typed.codes[row] !== 0);
  return isRead ? { ...column, codes: typed.codes, dictionary: typed.dictionary } : column;
}
