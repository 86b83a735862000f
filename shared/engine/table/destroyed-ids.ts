import { isDestroyedId } from '../values/ids.ts';
import type { TextColumn } from './table.ts';

const POINT = 46;
const ZERO = 48;
const NINE = 57;
const E = 69;
const SMALL_E = 101;

/** Rows whose cell in one of the columns is no code any more since Excel wrote it as 1.23E+18; `null` where there are none. */
export function destroyedRows(rows: number, columns: readonly TextColumn[]): Uint8Array | null {
  let marks: Uint8Array | null = null;
  for (const { dictionary, codes } of columns) {
    const destroyed = new Set<number>();
    const { arena, ends, size } = dictionary;
    for (let code = 1; code < size; code++) if (mayBeScientific(arena, ends[code - 1] as number) && isDestroyedId(dictionary.text(code) as string)) destroyed.add(code);
    if (destroyed.size === 0) continue;
    marks ??= new Uint8Array(rows);
    for (let row = 0; row < rows; row++) if (destroyed.has(codes[row] as number)) marks[row] = 1;
  }
  return marks;
}

/** One digit, then a point or an E, or a blank before: most codes begin otherwise, and no string is made of them. */
function mayBeScientific(arena: Uint8Array, start: number): boolean {
  const first = arena[start] as number;
  if (first < ZERO || first > NINE) return first <= 32 || first > 127;
  const second = arena[start + 1];
  return second === POINT || second === E || second === SMALL_E;
}
