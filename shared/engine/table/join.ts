import { SuanpanError } from '#contract/errors';
import type { JoinHow, KeyTidying } from '#contract/documents';
import type { PairCodes } from './pair-codes.ts';
import { type Coded, rowsOfGroups, tuplesOf } from './groups.ts';
import { rowsOfCodes } from './key-counts.ts';
import { asTexts, keyText, tidiedColumn } from './key-text.ts';
import { type Column, columnOf, gather, gatherColumn, NO_ROW, type Table, type TextColumn } from './table.ts';

/** How the two columns of a key are compared where equality is not all. */
export interface KeyComparison {
  readonly tidy: readonly KeyTidying[];
  /** A left and a right text that are the same; they count where no equal right key is there. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** How the rows of two tables belong together, before anything is joined. */
export interface Match {
  /** Of each left row its key: the right rows of key k lie at `rows[starts[k] … starts[k + 1])`. 0 is a key that the right has not. */
  readonly keyOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly rightMatched: Uint8Array;
  readonly matchedLeft: number;
  readonly matchedRight: number;
  /** Pairs of a left and a right row. */
  readonly pairs: number;
  /** The most right rows any left row meets. */
  readonly maxFanOut: number;
  readonly keys: readonly (readonly [string, string])[];
}

/** A join of more rows than this would fill the memory; nobody wants it. */
const MOST_ROWS = 20_000_000;

/**
 * Matches rows by equal keys. Missing keys match nothing; numbers and texts that read alike are alike.
 *
 * @param keys pairs of left and right column names
 * @param comparisons one a key, in their order; a key without one is compared as it is
 * @throws SuanpanError `missing-column`
 */
export function matchTables(left: Table, right: Table, keys: readonly (readonly [string, string])[], comparisons: readonly KeyComparison[] = []): Match {
  if (keys.length === 0) throw new SuanpanError({ code: 'invalid-params', message: { en: 'a join needs at least one pair of keys', zh: '关联至少需要一对键' } });
  const sides = keys.map(([l, r], i) => sharedCodes(need(left, l), need(right, r), comparisons[i] ?? AS_IT_IS));
  const rightCodes = sides.map((side) => side.right);
  const [only] = rightCodes;
  // One key is its own number; several are numbered together.
  const { codes: of, size: count, steps } = rightCodes.length === 1 && only !== undefined ? { ...only, steps: [] } : tuplesOf(rightCodes, right.rows, true);
  const { starts, rows } = rowsOfGroups({ of, count });
  const leftCodes = sides.map((side) => side.left);
  const keyOf = new Uint32Array(left.rows);
  const met = new Uint8Array(count);
  let matchedLeft = 0;
  let pairs = 0;
  let maxFanOut = 0;
  for (let row = 0; row < left.rows; row++) {
    let key = steps.length === 0 ? ((leftCodes[0] as Uint32Array)[row] as number) : 1;
    for (let i = 0; i < steps.length && key !== 0; i++) {
      const code = (leftCodes[i] as Uint32Array)[row] as number;
      key = code === 0 ? 0 : (steps[i] as PairCodes).find(key, code);
    }
    // A text that rows were filtered away from is still in the dictionary.
    const fanOut = key === 0 ? 0 : (starts[key + 1] as number) - (starts[key] as number);
    if (fanOut === 0) continue;
    keyOf[row] = key;
    met[key] = 1;
    matchedLeft++;
    pairs += fanOut;
    if (fanOut > maxFanOut) maxFanOut = fanOut;
  }
  const rightMatched = new Uint8Array(right.rows);
  let matchedRight = 0;
  for (let row = 0; row < right.rows; row++) {
    rightMatched[row] = met[of[row] as number] as number;
    matchedRight += rightMatched[row] as number;
  }
  return { keyOf, starts, rows, rightMatched, matchedLeft, matchedRight, pairs, maxFanOut, keys };
}

const AS_IT_IS: KeyComparison = { tidy: [], pairs: [] };

/** Both columns in the codes of the right one; 0 for missing and, on the left, for what the right has not. */
function sharedCodes(left: Column, right: Column, { tidy, pairs }: KeyComparison): { readonly left: Uint32Array; readonly right: Coded } {
  if (left.kind === 'number' && right.kind === 'number' && pairs.length === 0) {
    const known = new Map<number, number>();
    const codes = new Uint32Array(right.values.length);
    for (let row = 0; row < codes.length; row++) {
      const value = (right.values[row] as number) + 0;
      if (Number.isNaN(value)) continue;
      const code = known.get(value) ?? known.size + 1;
      if (code > known.size) known.set(value, code);
      codes[row] = code;
    }
    return { left: Uint32Array.from(left.values, (value) => known.get(value + 0) ?? 0), right: { codes, size: known.size + 1 } };
  }
  const rightTexts = tidiedColumn(asTexts(right), tidy);
  const leftTexts = tidiedColumn(asTexts(left), tidy);
  const same = new Uint32Array(leftTexts.dictionary.size);
  for (let code = 1; code < same.length; code++) same[code] = rightTexts.dictionary.findBytes(leftTexts.dictionary.arena, leftTexts.dictionary.start(code), leftTexts.dictionary.end(code));
  if (pairs.length > 0) addPairs(same, leftTexts, rightTexts, { tidy, pairs });
  const codes = new Uint32Array(leftTexts.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = same[leftTexts.codes[row] as number] as number;
  return { left: codes, right: { codes: rightTexts.codes, size: rightTexts.dictionary.size } };
}

/** Leads left texts without an equal on the right to those that they were paired with. */
function addPairs(same: Uint32Array, left: TextColumn, right: TextColumn, { tidy, pairs }: KeyComparison): void {
  const held = rowsOfCodes(right.codes, right.dictionary.size);
  const tidied = keyText(tidy);
  for (const [one, other] of pairs) {
    const code = left.dictionary.find(tidied(one));
    // A text that rows were filtered away from is still in the dictionary, and nobody's equal.
    if (code !== 0 && (same[code] === 0 || held[same[code] as number] === 0)) same[code] = right.dictionary.find(tidied(other));
  }
}

/** How many rows {@link joinTables} will give. */
export function joinedRows(left: Table, right: Table, match: Match, how: JoinHow): number {
  const unmatchedLeft = left.rows - match.matchedLeft;
  if (how === 'anti') return unmatchedLeft;
  return match.pairs + (how === 'inner' ? 0 : unmatchedLeft) + (how === 'full' ? right.rows - match.matchedRight : 0);
}

/**
 * Joins in the order of the left table; rows only the right has come last. Right columns whose names are taken get the suffix ` (2)`.
 *
 * @throws SuanpanError `invalid-params` when keys repeat on both sides so often that the result would fill the memory
 */
export function joinTables(left: Table, right: Table, match: Match, how: JoinHow): Table {
  const rows = joinedRows(left, right, match, how);
  if (rows > MOST_ROWS) throw tooLarge(rows, match);
  const { leftRows, rightRows } = pairedRows(left, right, match, how, rows);
  // Where each left row comes out once, in its place, its columns need no gathering.
  const joined = rows === left.rows && how === 'left' && match.maxFanOut <= 1 ? left : gather(left, leftRows);
  if (how === 'anti') return joined;
  const names = joinedNames(left.columns.map(nameOf), right.columns.map(nameOf), match.keys, how);
  const added = right.columns.flatMap((column) => {
    const name = names.get(column.name);
    return name === undefined ? [] : [{ ...gatherColumn({ ...column, raw: undefined }, rightRows), name }];
  });
  return { ...joined, columns: [...joined.columns, ...added] };
}

const nameOf = ({ name }: Column) => name;

/** What the right columns that come into a joined table are called there: a name that is taken gets the suffix ` (2)`. */
export function joinedNames(left: readonly string[], right: readonly string[], keys: readonly (readonly [string, string])[], how: JoinHow): Map<string, string> {
  const names = new Map<string, string>();
  if (how === 'anti') return names;
  const taken = new Set(left);
  const sameName = new Set(keys.filter(([l, r]) => l === r).map(([, r]) => r));
  for (const column of right) {
    // A key of the same name says nothing new, unless rows of the right side alone are kept.
    if (sameName.has(column) && how !== 'full') continue;
    let name = column;
    for (let n = 2; taken.has(name); n++) name = `${column} (${n})`;
    taken.add(name);
    names.set(column, name);
  }
  return names;
}

function pairedRows(left: Table, right: Table, match: Match, how: JoinHow, rows: number): { leftRows: Uint32Array; rightRows: Uint32Array } {
  const leftRows = new Uint32Array(rows);
  const rightRows = new Uint32Array(rows);
  let at = 0;
  for (let row = 0; row < left.rows; row++) {
    const key = match.keyOf[row] as number;
    if (key === 0) {
      if (how === 'inner') continue;
      leftRows[at] = row;
      rightRows[at++] = NO_ROW;
    } else if (how !== 'anti') {
      for (let i = match.starts[key] as number; i < (match.starts[key + 1] as number); i++) {
        leftRows[at] = row;
        rightRows[at++] = match.rows[i] as number;
      }
    }
  }
  for (let row = 0; how === 'full' && row < right.rows; row++) {
    if (match.rightMatched[row] === 1) continue;
    leftRows[at] = NO_ROW;
    rightRows[at++] = row;
  }
  return { leftRows, rightRows };
}

function tooLarge(rows: number, { maxFanOut }: Match): SuanpanError {
  return new SuanpanError({
    code: 'invalid-params',
    message: {
      en: `the join would give ${rows} rows: keys repeat on both sides, up to ${maxFanOut} times on the right`,
      zh: `关联将产生 ${rows} 行：两侧的键都有重复，右表最多重复 ${maxFanOut} 次`,
    },
    hint: { en: 'Add a key, or remove duplicates of one table first', zh: '请增加一对键，或先对其中一张表去重' },
  });
}

function need(table: Table, name: string): Column {
  const column = columnOf(table, name);
  if (column === undefined) throw new SuanpanError({ code: 'missing-column', where: { column: name }, message: { en: `missing column: ${name}`, zh: `缺少列：${name}` } });
  return column;
}
