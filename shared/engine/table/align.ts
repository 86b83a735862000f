import { type Column, NO_ROW, type Table } from './table.ts';

/** Which rows of an earlier table are still there in a later one. */
export interface Alignment {
  /** For each row of the later table the row it was, or `NO_ROW`. */
  readonly from: Uint32Array;
  /** 1 for each row of the earlier table that is gone. */
  readonly gone: Uint8Array;
  /** True when the later table has rows of the earlier one only: it took rows away and made none. */
  readonly subset: boolean;
}

/** The name of a row by where it came from; whole numbers up to 2⁵³ hold both parts. */
export const originKey = (source: number, row: number): number => source * 4_294_967_296 + row;

/** Finds the rows of a table in the one a step made of it, by where they came from; rows of one origin are told apart by their cells. */
export function alignRows(before: Table, after: Table): Alignment {
  return inOrder(before, after) ?? byOrigin(before, after);
}

/** Most steps that take rows away leave the rest in its order: one walk over both finds them. `null` where that is not so. */
function inOrder(before: Table, after: Table): Alignment | null {
  const a = before.origin;
  const b = after.origin;
  const from = new Uint32Array(after.rows);
  const gone = new Uint8Array(before.rows).fill(1);
  const same = (i: number, j: number) => a.source[i] === b.source[j] && a.row[i] === b.row[j];
  const twins = (i: number) => i >= 0 && i + 1 < before.rows && a.source[i] === a.source[i + 1] && a.row[i] === a.row[i + 1];
  const cells = pairsOf(before, after);
  let at = 0;
  for (let row = 0; row < before.rows && at < after.rows; row++) {
    if (!same(row, at)) continue;
    if ((twins(row) || twins(row - 1)) && !cells.every((equal) => equal(row, at))) continue;
    from[at++] = row;
    gone[row] = 0;
  }
  return at === after.rows ? { from, gone, subset: true } : null;
}

function byOrigin(before: Table, after: Table): Alignment {
  const first = new Map<number, number>();
  const next = new Uint32Array(before.rows).fill(NO_ROW);
  for (let row = before.rows - 1; row >= 0; row--) {
    const key = originKey(before.origin.source[row] as number, before.origin.row[row] as number);
    next[row] = first.get(key) ?? NO_ROW;
    first.set(key, row);
  }
  const from = new Uint32Array(after.rows).fill(NO_ROW);
  const gone = new Uint8Array(before.rows).fill(1);
  let found = 0;
  for (let row = 0; row < after.rows; row++) {
    const key = originKey(after.origin.source[row] as number, after.origin.row[row] as number);
    const old = first.get(key);
    if (old === undefined || old === NO_ROW) continue;
    from[row] = old;
    gone[old] = 0;
    first.set(key, next[old] as number);
    found++;
  }
  return { from, gone, subset: found === after.rows };
}

type Equal = (before: number, after: number) => boolean;

/** For each column that both tables have: whether its cell in a row of the one is that in a row of the other. */
function pairsOf(before: Table, after: Table): Equal[] {
  return after.columns.flatMap((column): Equal[] => {
    const old = before.columns.find(({ name }) => name === column.name);
    return old === undefined ? [] : [equalCells(old, column)];
  });
}

/** Compares cells of two columns, missing with missing too. */
export function equalCells(a: Column, b: Column): Equal {
  if (a.kind === 'number' && b.kind === 'number') return (i, j) => Object.is(a.values[i], b.values[j]);
  if (a.kind === 'text' && b.kind === 'text') {
    if (a.dictionary === b.dictionary) return (i, j) => a.codes[i] === b.codes[j];
    return (i, j) => a.dictionary.text(a.codes[i] as number) === b.dictionary.text(b.codes[j] as number);
  }
  return () => false;
}
