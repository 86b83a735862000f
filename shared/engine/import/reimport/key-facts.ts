import { groupRows } from '../../table/groups.ts';
import type { TextColumn } from '../../table/table.ts';
import type { Sliced } from '../../values/sliced.ts';

/** Rows of all files under one set of codes, and where each file's rows begin. */
export interface StackedFiles {
  readonly rows: number;
  readonly columns: readonly TextColumn[];
  /** First row of each file, and behind the last one the number of rows. */
  readonly starts: readonly number[];
}

/** How well some columns tell rows apart. */
export interface KeyFacts {
  /** Rows of the file that speaks for them: see {@link keyFacts}. */
  readonly rows: number;
  /** How many of those differ from each other in these columns. */
  readonly different: number;
  /** Whether that holds for every row of every file. */
  readonly unique: boolean;
  /** Rows of that file that stand in one before. */
  readonly found: number;
  /** Cells of those, these columns left out, that are what they were: 0 to 1. */
  readonly agreeing: number;
  /** The same beyond what any two rows have in common: about 0 for rows that are not the same, 1 for rows that did not change. */
  readonly alike: number;
}

/** Rows looked at before all are: what is not unique mostly shows it soon. */
const FIRST = 4000;

/** Whether the first rows of the last file differ in these columns. */
export function startsUnique(columns: readonly TextColumn[], { starts }: StackedFiles): boolean {
  const [start, end] = starts.slice(-2) as [number, number];
  const rows = Math.min(FIRST, end - start);
  const first = columns.map((column) => ({ ...column, codes: column.codes.subarray(start, start + rows) }));
  return groupRows(first, rows).count === rows;
}

/** A file that stands behind others. */
interface Speaker {
  readonly rows: number;
  readonly different: number;
  /** How many of its rows stand in a file before; which ones, and where they stand there. */
  readonly found: number;
  readonly again: Uint32Array;
  readonly before: Uint32Array;
}

/**
 * Counts over all rows. The last file speaks for the columns, unless one before it does so better: of several files that come in at once
 * the last need not have a row of those before it.
 *
 * @param speaksBetter whether one file says more than another
 */
export function* keyFacts(columns: readonly TextColumn[], stacked: StackedFiles, speaksBetter: (a: Speaker, b: Speaker) => boolean): Sliced<KeyFacts> {
  const { starts } = stacked;
  const groups = groupRows(columns, stacked.rows);
  yield;
  /** The file a group was seen in last, from 1, and its row there. */
  const seenIn = new Uint32Array(groups.count);
  const rowOf = new Uint32Array(groups.count);
  let unique = true;
  let speaker: Speaker | null = null;
  for (let file = 0; file < starts.length - 1; file++) {
    const [start, end] = [starts[file] as number, starts[file + 1] as number];
    // Nothing stands before the first.
    const again = new Uint32Array(file === 0 ? 0 : end - start);
    const before = new Uint32Array(again.length);
    let different = 0;
    let found = 0;
    for (let row = start; row < end; row++) {
      const group = groups.of[row] as number;
      const seen = seenIn[group] as number;
      if (seen === file + 1) unique = false;
      else {
        different++;
        if (seen !== 0) {
          again[found] = row;
          before[found] = rowOf[group] as number;
          found++;
        }
      }
      seenIn[group] = file + 1;
      rowOf[group] = row;
    }
    const own = { rows: end - start, different, found, again, before };
    if (speaker === null || !speaksBetter(speaker, own)) speaker = own;
    yield;
  }
  const { rows, different, found, again, before } = speaker as Speaker;
  const others = stacked.columns.filter((column) => !columns.includes(column));
  const equal: number[] = [];
  for (const column of others) {
    equal.push(equalCells(column.codes, again, before, found));
    chanceOf(column, stacked.rows);
    yield;
  }
  const all = equal.reduce((sum, count) => sum + count, 0);
  return { rows, different, unique, found, agreeing: found === 0 || others.length === 0 ? 1 : all / (found * others.length), alike: alikeness(others, stacked.rows, equal, found) };
}

function equalCells(codes: Uint32Array, rows: Uint32Array, others: Uint32Array, count: number): number {
  let equal = 0;
  for (let i = 0; i < count; i++) if (codes[rows[i] as number] === codes[others[i] as number]) equal++;
  return equal;
}

/** Cells agree by chance where a column has few texts: Cohen's kappa over all columns takes that off. */
function alikeness(columns: readonly TextColumn[], rows: number, equal: readonly number[], found: number): number {
  let beyond = 0;
  let possible = 0;
  for (const [i, column] of columns.entries()) {
    const chance = chanceOf(column, rows);
    beyond += (equal[i] as number) - chance * found;
    possible += (1 - chance) * found;
  }
  return possible === 0 ? 1 : beyond / possible;
}

/** How likely two rows of a column have the same cell: it is asked for with every key that is tried. */
const chances = new WeakMap<TextColumn, number>();

function chanceOf(column: TextColumn, rows: number): number {
  const known = chances.get(column);
  if (known !== undefined) return known;
  const { codes, dictionary } = column;
  const counts = new Float64Array(dictionary.size);
  for (let row = 0; row < codes.length; row++) counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  let chance = 0;
  for (let code = 0; code < counts.length; code++) chance += ((counts[code] as number) / rows) ** 2;
  chances.set(column, chance);
  return chance;
}
