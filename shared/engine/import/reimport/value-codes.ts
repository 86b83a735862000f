import { countingUp } from '../../table/counting.ts';
import type { Column, TextColumn } from '../../table/table.ts';

/** A column as its table reads it. */
export type ReadColumn = (column: TextColumn) => Column;

/** Columns whose cells are texts for themselves. */
const isSpelled = ({ type }: Column) => type === 'text' || type === 'id' || type === 'enum' || type === 'json';

/**
 * Cells by what they say: `50.00` and `50` are one amount, `2025/6/1` and `2025-06-01` one day. Codes and names are what they are
 * spelled. Each different text of a column is read once, when somebody first asks.
 */
export class ValueCodes {
  readonly #read: ReadColumn | null;
  readonly #known = new Map<TextColumn, Uint32Array | null>();

  /** @param read `null` where cells are compared as they are spelled */
  constructor(read: ReadColumn | null) {
    this.#read = read;
  }

  /** Whether two rows have the same value in a column; a blank has none. */
  same(column: TextColumn, a: number, b: number): boolean {
    const [one, other] = [column.codes[a] as number, column.codes[b] as number];
    if (one === other) return true;
    if (one === 0 || other === 0) return false;
    const firsts = this.#firstsOf(column);
    return firsts !== null && firsts[one] === firsts[other];
  }

  /** A column in which cells of one value have one code: that of the first text that says it. */
  column(column: TextColumn): TextColumn {
    const firsts = this.#firstsOf(column);
    return firsts === null ? column : { ...column, codes: column.codes.map((code) => firsts[code] as number) };
  }

  #firstsOf(column: TextColumn): Uint32Array | null {
    if (this.#read === null) return null;
    const known = this.#known.get(column);
    if (known !== undefined) return known;
    const firsts = firstOfEachValue(column, this.#read);
    this.#known.set(column, firsts);
    return firsts;
  }
}

const COLON = 58;

/** Whether a time of day stands in a text; midnight is that of a day which Excel wrote out. */
const tellsTime = (text: string): boolean => text.includes(':') && !/(^|[^\d:])0?0:00(:00(\.0+)?)?(\D|$)/.test(text);

/** For each code the first one of the same value, itself where its type refuses the text; `null` where each stands for itself. */
function firstOfEachValue(column: TextColumn, read: ReadColumn): Uint32Array | null {
  const { size } = column.dictionary;
  const typed = read({ ...column, codes: countingUp(size, 0) });
  if (isSpelled(typed)) return null;
  const first = new Map<number, number>();
  let firsts: Uint32Array | null = null;
  const mayTellTimes = typed.type === 'date' && column.dictionary.occurring[COLON] === 1;
  for (let code = 1; code < size; code++) {
    // A day says less than its text does where a time of day stands behind it: two of these are not one row.
    if (mayTellTimes && tellsTime(column.dictionary.text(code) as string)) continue;
    const value = typed.kind === 'number' ? (typed.values[code] as number) : (typed.codes[code] as number) || Number.NaN;
    if (Number.isNaN(value)) continue;
    const known = first.get(value);
    if (known === undefined) first.set(value, code);
    else {
      firsts ??= countingUp(size, 0);
      firsts[code] = known;
    }
  }
  return firsts;
}
