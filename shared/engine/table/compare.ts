import { MONEY_SCALE } from '#contract/values';
import { equalCells } from './align.ts';
import { Dictionary } from './dictionary.ts';
import { type Coded, codesOf, tuplesOf } from './groups.ts';
import { type Column, columnOf, NO_ROW, type NumberColumn, type Table, type TextColumn } from './table.ts';

/** How the rows of a table are found again in a later one. */
export interface RowPairs {
  /** For each row now the row it was then, or `NO_ROW`. */
  readonly thenOf: Uint32Array;
  /** 1 for each row then that is still there. */
  readonly found: Uint8Array;
  /** Rows whose key stands more than once on a side. */
  readonly repeated: number;
}

/**
 * Finds the rows of a table in a later one by equal cells in the key columns; the first of a key is the first of that key there, and so on.
 * Rows whose key is empty are known by all of their cells, as all rows are without a key.
 *
 * @param key columns that both tables have
 */
export function pairRows(then: Table, now: Table, key: readonly string[]): RowPairs {
  const rows = then.rows + now.rows;
  const shared = now.columns.flatMap((column) => (columnOf(then, column.name) === undefined ? [] : [column.name]));
  const stacked = (names: readonly string[]) => names.map((name) => stackedCodes(columnOf(then, name) as Column, columnOf(now, name) as Column));
  const keys = stacked(key);
  const codes = key.length === 0 ? tuplesOf(stacked(shared), rows, false).codes : tuplesOf(keys, rows, false).codes;
  const isEmpty = (row: number) => key.length > 0 && keys.every((column) => column.codes[row] === 0);
  let whole: Uint32Array | null = null;
  let top = 0;
  for (let row = 0; row < rows; row++) if ((codes[row] as number) > top) top = codes[row] as number;
  const first = top + 1;
  for (let row = 0; row < rows; row++) {
    if (!isEmpty(row)) continue;
    whole ??= tuplesOf(stacked(shared), rows, false).codes;
    codes[row] = first + (whole[row] as number);
    if ((codes[row] as number) > top) top = codes[row] as number;
  }
  return inOrder(codes, top + 1, then.rows, now.rows, key.length > 0 ? first : 0);
}

/** Rows of one code meet in their order. */
function inOrder(codes: Uint32Array, size: number, thenRows: number, nowRows: number, keyed: number): RowPairs {
  const head = new Uint32Array(size).fill(NO_ROW);
  const next = new Uint32Array(thenRows);
  for (let row = thenRows - 1; row >= 0; row--) {
    const code = codes[row] as number;
    next[row] = head[code] as number;
    head[code] = row;
  }
  let repeated = 0;
  const timesNow = new Uint32Array(keyed);
  const timesThen = new Uint32Array(keyed);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code >= keyed) continue;
    const times = row < thenRows ? timesThen : timesNow;
    times[code] = (times[code] as number) + 1;
  }
  const thenOf = new Uint32Array(nowRows).fill(NO_ROW);
  const found = new Uint8Array(thenRows);
  for (let row = 0; row < nowRows; row++) {
    const code = codes[thenRows + row] as number;
    if (code < keyed && ((timesNow[code] as number) > 1 || (timesThen[code] as number) > 1)) repeated++;
    const old = head[code] as number;
    if (old === NO_ROW) continue;
    thenOf[row] = old;
    found[old] = 1;
    head[code] = next[old] as number;
  }
  return { thenOf, found, repeated };
}

/** The cells of a column then and of the same one now under one set of codes; cells that read alike are alike. */
function stackedCodes(columnThen: Column, columnNow: Column): Coded {
  const [then, now] = comparable(columnThen, columnNow);
  if (then.kind === 'number' && now.kind === 'number') {
    const values = new Float64Array(then.values.length + now.values.length);
    values.set(then.values);
    values.set(now.values, then.values.length);
    return codesOf({ kind: 'number', name: now.name, type: now.type, values });
  }
  const [a, b] = [then as TextColumn, now as TextColumn];
  const map = codeMap(a.dictionary, b.dictionary);
  const codes = new Uint32Array(a.codes.length + b.codes.length);
  for (let row = 0; row < a.codes.length; row++) codes[row] = map.codes[a.codes[row] as number] as number;
  codes.set(b.codes, a.codes.length);
  return { codes, size: map.size };
}

/** For each code of a dictionary the one of another; texts that the other has not get codes of their own behind it. */
function codeMap(from: Dictionary, to: Dictionary): { readonly codes: Uint32Array; readonly size: number } {
  const codes = new Uint32Array(from.size);
  let { size } = to;
  if (from === to) for (let code = 1; code < codes.length; code++) codes[code] = code;
  else
    for (let code = 1; code < codes.length; code++) {
      const found = to.findBytes(from.arena, from.start(code), from.end(code));
      codes[code] = found === 0 ? size++ : found;
    }
  return { codes, size };
}

/** A column then and now as columns of one kind: amounts by what they read, texts beside numbers as texts. */
function comparable(then: Column, now: Column): [Column, Column] {
  if (then.type === now.type || (then.kind === 'text' && now.kind === 'text')) return [then, now];
  if (then.kind === 'number' && now.kind === 'number') return [inUnits(then), inUnits(now)];
  return [asText(then), asText(now)];
}

function inUnits(column: NumberColumn): NumberColumn {
  return column.type === 'money' ? { ...column, type: 'number', values: column.values.map((value) => value / MONEY_SCALE) } : column;
}

function asText(column: Column): TextColumn {
  if (column.kind === 'text') return column;
  const dictionary = new Dictionary();
  const codes = Uint32Array.from(inUnits(column).values, (value) => (Number.isNaN(value) ? 0 : dictionary.add(String(value))));
  return { kind: 'text', name: column.name, type: 'text', codes, dictionary };
}

/**
 * Counts the cells of a column that are not what they were, and marks their rows.
 *
 * @param marks one a row now; 1 is set where the cell differs
 */
export function changedCells(then: Column, now: Column, thenOf: Uint32Array, marks: Uint8Array): number {
  const equal = sameCell(then, now);
  let changed = 0;
  for (let row = 0; row < thenOf.length; row++) {
    const old = thenOf[row] as number;
    if (old === NO_ROW || equal(old, row)) continue;
    marks[row] = 1;
    changed++;
  }
  return changed;
}

/** Texts are compared once each and not once a cell. */
function sameCell(columnThen: Column, columnNow: Column): (old: number, row: number) => boolean {
  const [then, now] = comparable(columnThen, columnNow);
  if (then.kind === 'text' && now.kind === 'text') {
    const { codes } = codeMap(then.dictionary, now.dictionary);
    return (old, row) => codes[then.codes[old] as number] === now.codes[row];
  }
  return equalCells(then, now);
}
