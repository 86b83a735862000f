import type { KeyTidying } from '#contract/documents';
import { type Coded, codesOf, tuplesOf } from './groups.ts';
import { asTexts, tidiedColumn } from './key-text.ts';
import type { Column, TextColumn } from './table.ts';

/** How many rows hold each code. */
export function rowsOfCodes(codes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return counts;
}

/** The texts that rows of the column hold, with how many: of a filtered table its dictionary holds more. */
export function heldTexts(column: TextColumn): { readonly text: string; readonly rows: number }[] {
  const counts = rowsOfCodes(column.codes, column.dictionary.size);
  const held: { text: string; rows: number }[] = [];
  for (let code = 1; code < counts.length; code++) if ((counts[code] as number) > 0) held.push({ text: column.dictionary.text(code) as string, rows: counts[code] as number });
  return held;
}

/** Keys that stand in more than one row. Missing keys are none. */
export interface Repeats {
  readonly keys: number;
  readonly rows: number;
  /** The first row of the key that stands most often, and how often it does; null where none repeats. */
  readonly worst: { readonly row: number; readonly count: number } | null;
}

/**
 * How often the keys of one side of a join repeat.
 *
 * @param tidy of each column, what is overlooked
 */
export function repeatedKeys(columns: readonly Column[], tidy: readonly (readonly KeyTidying[])[], rows: number): Repeats {
  const coded = columns.map((column, i): Coded => codesOf((tidy[i]?.length ?? 0) === 0 ? column : tidiedColumn(asTexts(column), tidy[i] ?? [])));
  const [only] = coded;
  const { codes, size } = coded.length === 1 && only !== undefined ? only : tuplesOf(coded, rows, true);
  const counts = rowsOfCodes(codes, size);
  let keys = 0;
  let inRows = 0;
  let worst = 0;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code] as number;
    if (count < 2) continue;
    keys++;
    inRows += count;
    if (worst === 0 || count > (counts[worst] as number)) worst = code;
  }
  return { keys, rows: inRows, worst: worst === 0 ? null : { row: codes.indexOf(worst), count: counts[worst] as number } };
}
