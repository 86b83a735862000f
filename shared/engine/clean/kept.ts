import type { KeptRow, RecipeStep } from '#contract/documents';
import type { Text } from '#contract/values';
import { alignRows, originKey } from '../table/align.ts';
import { type Column, NO_ROW, type Table, textColumn } from '../table/table.ts';
import { counted } from './define.ts';

/**
 * What a step left, with the rows that stay by hand: each at its old place among the rest. Rows that are not in the table any more, and
 * rows that were computed, change nothing.
 *
 * @param before the table the step was given
 * @param after what it made of it; a step that makes rows of its own is left as it is
 */
export function withKeptRows(before: Table, after: Table, keep: readonly KeptRow[] | undefined): Table {
  if (keep === undefined || keep.length === 0 || before === after) return after;
  const { from, gone, subset } = alignRows(before, after);
  if (!subset) return after;
  const kept = keptRowsIn(before, keep).filter((row) => gone[row] === 1);
  return kept.length === 0 ? after : inserted(before, after, from, kept);
}

/** The rows that stand for those kept by hand now: where a later file brought the same row anew, its row there. */
export function followKept(keep: readonly KeptRow[] | undefined, successors: ReadonlyMap<number, KeptRow> | undefined): readonly KeptRow[] | undefined {
  return successors === undefined || successors.size === 0 ? keep : keep?.map((one) => successors.get(originKey(one.source, one.row)) ?? one);
}

/** The rows of a table that are named, in their order. */
export function keptRowsIn({ origin, rows }: Table, keep: readonly KeptRow[]): number[] {
  const wanted = new Set(keep.filter(({ row }) => row > 0).map(({ source, row }) => originKey(source, row)));
  const found: number[] = [];
  if (wanted.size === 0) return found;
  for (let row = 0; row < rows; row++) if (wanted.has(originKey(origin.source[row] as number, origin.row[row] as number))) found.push(row);
  return found;
}

/** `2 rows kept by hand`; nothing where there is none. */
export function keptText({ keep }: Pick<RecipeStep, 'keep'>): Text | null {
  const count = keep?.length ?? 0;
  return count === 0 ? null : { en: `${counted(count, 'row')} kept by hand`, zh: `手动保留 ${count} 行` };
}

function inserted(before: Table, after: Table, from: Uint32Array, kept: readonly number[]): Table {
  const rows = after.rows + kept.length;
  // One of the two sides for every row of the result.
  const fromAfter = new Uint32Array(rows).fill(NO_ROW);
  const fromBefore = new Uint32Array(rows).fill(NO_ROW);
  let at = 0;
  let next = 0;
  for (let row = 0; row < after.rows; row++) {
    while (next < kept.length && (kept[next] as number) < (from[row] as number)) fromBefore[at++] = kept[next++] as number;
    fromAfter[at++] = row;
  }
  while (next < kept.length) fromBefore[at++] = kept[next++] as number;
  const sides = { fromAfter, fromBefore };
  return {
    rows,
    columns: after.columns.map((column) =>
      merged(
        column,
        before.columns.find(({ name, kind, type }) => name === column.name && kind === column.kind && type === column.type),
        sides,
      ),
    ),
    origin: {
      source: picked(after.origin.source, before.origin.source, sides, new Uint32Array(rows), 0),
      row: picked(after.origin.row, before.origin.row, sides, new Uint32Array(rows), 0),
    },
  };
}

interface Sides {
  readonly fromAfter: Uint32Array;
  readonly fromBefore: Uint32Array;
}

function picked<A extends Uint32Array | Float64Array>(a: A, b: A | undefined, { fromAfter, fromBefore }: Sides, into: A, missing: number): A {
  for (let row = 0; row < into.length; row++) {
    const inAfter = fromAfter[row] as number;
    into[row] = inAfter !== NO_ROW ? (a[inAfter] as number) : b === undefined ? missing : (b[fromBefore[row] as number] as number);
  }
  return into;
}

/** A column of both sides; cells of a column that only the step made are missing in the rows it would have taken away. */
function merged(column: Column, old: Column | undefined, sides: Sides): Column {
  const rows = sides.fromAfter.length;
  const { raw: _, ...rest } = column;
  if (rest.kind === 'number')
    return { ...rest, values: picked(rest.values, old?.kind === 'number' ? old.values : undefined, sides, new Float64Array(rows), Number.NaN), ...mergedRaw(column, old, sides) };
  const texts = old?.kind === 'text' ? old : undefined;
  if (texts === undefined || texts.dictionary === rest.dictionary) return { ...rest, codes: picked(rest.codes, texts?.codes, sides, new Uint32Array(rows), 0), ...mergedRaw(column, old, sides) };
  return textColumn(
    column.name,
    column.type,
    Array.from(sides.fromAfter, (inAfter, row) =>
      inAfter !== NO_ROW ? rest.dictionary.text(rest.codes[inAfter] as number) : texts.dictionary.text(texts.codes[sides.fromBefore[row] as number] as number),
    ),
  );
}

/** The cells as they stood in the file, where both sides still have them. */
function mergedRaw(column: Column, old: Column | undefined, sides: Sides): Pick<Column, 'raw'> {
  const before = old?.raw;
  if (column.raw === undefined || before === undefined || column.raw.origin !== before.origin) return {};
  return { raw: column.raw.changed((after) => ({ ...after, codes: picked(after.codes, before.column().codes, sides, new Uint32Array(sides.fromAfter.length), 0) })) };
}
