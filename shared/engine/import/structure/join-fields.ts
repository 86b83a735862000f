import { parseCivil } from '../../values/dates.ts';
import { isBlankWord, parseDecimal } from '../../values/numbers.ts';

/** What nearly all cells of a column are. */
export type FieldKind = 'number' | 'time' | 'text';

/** Cells from which on a column is what this share of them is. */
const MOSTLY = 0.9;

/** What the cells of a column are, by some of them. */
export function fieldKind(cells: Iterable<string>): FieldKind {
  let numbers = 0;
  let times = 0;
  let filled = 0;
  for (const cell of cells) {
    if (isBlankWord(cell)) continue;
    filled++;
    if (parseCivil(cell) !== null) times++;
    else if (parseDecimal(cell) !== null) numbers++;
  }
  return filled > 0 && times >= filled * MOSTLY ? 'time' : filled > 0 && numbers >= filled * MOSTLY ? 'number' : 'text';
}

/** What the columns of a table are, by those of its rows that have as many fields as it has columns. */
export function fieldKinds(rows: readonly (readonly string[])[], width: number): FieldKind[] {
  const whole = rows.filter(({ length }) => length === width);
  return Array.from({ length: width }, (_, column) => fieldKind(whole.map((row) => row[column] as string)));
}

/** The fields of a row that has too many, those from `at` on joined so that it has as many as the table has columns. */
export function joinedAt(fields: readonly string[], at: number, width: number, delimiter: string): string[] {
  const extra = fields.length - width;
  return [...fields.slice(0, at), fields.slice(at, at + extra + 1).join(delimiter), ...fields.slice(at + extra + 1)];
}

/**
 * The first of the places where joining the fields of a row leaves as few numbers and times where they do not belong as joining them
 * anywhere does; -1 where another place would leave fewer: the separator too many stands elsewhere in this row.
 */
export function placeToJoin(fields: readonly string[], places: readonly number[], kinds: readonly FieldKind[], delimiter: string): number {
  const width = kinds.length;
  const strangersAt = (at: number) => strangers(joinedAt(fields, at, width, delimiter), kinds);
  const fewest = Math.min(...kinds.map((_, at) => strangersAt(at)));
  return places.find((at) => at >= 0 && at < width && strangersAt(at) === fewest) ?? -1;
}

/** Cells that are not what their column is. */
function strangers(cells: readonly string[], kinds: readonly FieldKind[]): number {
  return cells.filter((cell, column) => {
    const kind = kinds[column];
    return kind !== 'text' && !isBlankWord(cell) && (kind === 'number' ? parseDecimal(cell) : parseCivil(cell)) === null;
  }).length;
}
