import { SuanpanError } from '#contract/errors';
import type { JoinHow } from '#contract/documents';
import { type Column, columnOf, gather, gatherColumn, NO_ROW, type Table } from './table.ts';

/** How the rows of two tables belong together, before anything is joined. */
export interface Match {
  /** For each left row its right rows lie at `rows[starts[i] … starts[i + 1])`. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly rightMatched: Uint8Array;
  readonly matchedLeft: number;
  readonly matchedRight: number;
  /** The most right rows any left row meets. */
  readonly maxFanOut: number;
  readonly keys: readonly (readonly [string, string])[];
}

/**
 * Matches rows by equal keys. Missing keys match nothing.
 *
 * @param keys pairs of left and right column names
 * @throws SuanpanError `missing-column`
 */
export function matchTables(left: Table, right: Table, keys: readonly (readonly [string, string])[]): Match {
  if (keys.length === 0) throw new SuanpanError({ code: 'invalid-params', message: { en: 'a join needs at least one pair of keys', zh: '关联至少需要一对键' } });
  const rightKey = keyReader(keys.map(([, name]) => need(right, name)));
  const leftKey = keyReader(keys.map(([name]) => need(left, name)));
  // Right rows of one key form a chain in row order.
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const next = new Int32Array(right.rows).fill(-1);
  for (let row = 0; row < right.rows; row++) {
    const key = rightKey(row);
    if (key === null) continue;
    const tail = last.get(key);
    if (tail === undefined) first.set(key, row);
    else next[tail] = row;
    last.set(key, row);
  }
  const starts = new Uint32Array(left.rows + 1);
  const rows: number[] = [];
  const rightMatched = new Uint8Array(right.rows);
  let matchedLeft = 0;
  let maxFanOut = 0;
  for (let row = 0; row < left.rows; row++) {
    starts[row] = rows.length;
    const key = leftKey(row);
    let other = key === null ? -1 : (first.get(key) ?? -1);
    if (other >= 0) matchedLeft++;
    while (other >= 0) {
      rows.push(other);
      rightMatched[other] = 1;
      other = next[other] as number;
    }
    maxFanOut = Math.max(maxFanOut, rows.length - (starts[row] as number));
  }
  starts[left.rows] = rows.length;
  return { starts, rows: Uint32Array.from(rows), rightMatched, matchedLeft, matchedRight: rightMatched.reduce((sum, one) => sum + one, 0), maxFanOut, keys };
}

/** How many rows {@link joinTables} will give. */
export function joinedRows(left: Table, right: Table, match: Match, how: JoinHow): number {
  const unmatchedLeft = left.rows - match.matchedLeft;
  if (how === 'anti') return unmatchedLeft;
  const matched = match.rows.length;
  return matched + (how === 'inner' ? 0 : unmatchedLeft) + (how === 'full' ? right.rows - match.matchedRight : 0);
}

/** Joins in the order of the left table; rows only the right has come last. Right columns whose names are taken get the suffix ` (2)`. */
export function joinTables(left: Table, right: Table, match: Match, how: JoinHow): Table {
  const leftRows: number[] = [];
  const rightRows: number[] = [];
  for (let row = 0; row < left.rows; row++) {
    const from = match.starts[row] as number;
    const to = match.starts[row + 1] as number;
    if (from === to) {
      if (how === 'inner') continue;
      leftRows.push(row);
      rightRows.push(NO_ROW);
    } else if (how !== 'anti') {
      for (let i = from; i < to; i++) {
        leftRows.push(row);
        rightRows.push(match.rows[i] as number);
      }
    }
  }
  if (how === 'full') {
    for (let row = 0; row < right.rows; row++) {
      if (match.rightMatched[row] === 1) continue;
      leftRows.push(NO_ROW);
      rightRows.push(row);
    }
  }
  const joined = gather(left, Uint32Array.from(leftRows));
  if (how === 'anti') return joined;
  const taken = new Set(left.columns.map((column) => column.name));
  const sameName = new Set(match.keys.filter(([l, r]) => l === r).map(([, r]) => r));
  const indexes = Uint32Array.from(rightRows);
  const added: Column[] = [];
  for (const column of right.columns) {
    // A key of the same name says nothing new, unless rows of the right side alone are kept.
    if (sameName.has(column.name) && how !== 'full') continue;
    let name = column.name;
    for (let n = 2; taken.has(name); n++) name = `${column.name} (${n})`;
    taken.add(name);
    added.push({ ...gatherColumn(column, indexes), name, raw: undefined });
  }
  return { ...joined, columns: [...joined.columns, ...added] };
}

function need(table: Table, name: string): Column {
  const column = columnOf(table, name);
  if (column === undefined) throw new SuanpanError({ code: 'missing-column', where: { column: name }, message: { en: `missing column: ${name}`, zh: `缺少列：${name}` } });
  return column;
}

/** The key of a row as text; `null` when any part is missing. Numbers and texts that read alike are alike. */
function keyReader(columns: readonly Column[]): (row: number) => string | null {
  const readers = columns.map((column) => (row: number): string | null => {
    if (column.kind === 'text') return column.dictionary.text(column.codes[row] as number);
    const value = column.values[row] as number;
    return Number.isNaN(value) ? null : String(value);
  });
  const only = readers.length === 1 ? readers[0] : undefined;
  if (only !== undefined) return only;
  return (row) => {
    const parts: string[] = [];
    for (const reader of readers) {
      const part = reader(row);
      if (part === null) return null;
      parts.push(part);
    }
    return parts.join('\u001f');
  };
}
