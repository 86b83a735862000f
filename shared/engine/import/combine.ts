import { Dictionary } from '../table/dictionary.ts';
import { destroyedRows } from './destroyed-ids.ts';
import { gather, type Table, type TextColumn } from '../table/table.ts';

export interface SourceTable {
  /** Number of the source in the workspace. */
  readonly source: number;
  readonly table: Table;
}

/** What a source brought, compared with the sources before it. */
export interface SourceCounts {
  readonly source: number;
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What one row of a source did to the table; rows are those of `stacked`. */
export interface RowEvent {
  readonly source: number;
  readonly row: number;
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** The row it stands for, when it is not new. */
  readonly earlier: number;
}

export interface Combined {
  readonly table: Table;
  readonly counts: readonly SourceCounts[];
}

/**
 * Puts the sources of a dataset on top of each other.
 *
 * With a natural key a later row replaces an earlier one of the same key, and a blank never overwrites a value. Without one, a
 * row is known by all of its cells plus its occurrence number within its file (decisions 3), and so is one whose key is empty: equal rows inside one file all stay,
 * the same rows in an overlapping file add nothing.
 *
 * @param naturalKey column names; used only when every one of them exists
 * @param watch told of every row, with all rows under one set of dictionaries
 */
export function combineSources(sources: readonly SourceTable[], naturalKey: readonly string[], watch?: (event: RowEvent, stacked: Table) => void): Combined {
  const names = columnOrder(sources);
  const only = sources.length === 1 && watch === undefined ? sources[0] : undefined;
  if (only !== undefined) return { table: withSource(only), counts: [{ source: only.source, read: only.table.rows, added: only.table.rows, updated: 0, unchanged: 0 }] };
  const stacked = stack(sources, names);
  const keyed = naturalKey.length > 0 && naturalKey.every((name) => names.includes(name));
  const keyColumns = (keyed ? naturalKey : names).map((name) => stacked.columns[names.indexOf(name)] as TextColumn);
  return merge(sources, stacked, keyColumns, keyed, watch);
}

function columnOrder(sources: readonly SourceTable[]): string[] {
  const names: string[] = [];
  for (const { table } of sources) for (const column of table.columns) if (!names.includes(column.name)) names.push(column.name);
  return names;
}

function withSource({ source, table }: SourceTable): Table {
  return { ...table, origin: { source: new Uint32Array(table.rows).fill(source), row: table.origin.row } };
}

/** All rows of all sources under one set of dictionaries. */
function stack(sources: readonly SourceTable[], names: readonly string[]): Table {
  const rows = sources.reduce((sum, { table }) => sum + table.rows, 0);
  const columns = names.map((name): TextColumn => {
    const dictionary = new Dictionary();
    const codes = new Uint32Array(rows);
    let at = 0;
    for (const { table } of sources) {
      const column = table.columns.find((candidate) => candidate.name === name);
      if (column !== undefined && column.kind === 'text') {
        const map = new Uint32Array(column.dictionary.size);
        for (let code = 1; code < map.length; code++) map[code] = dictionary.addBytes(column.dictionary.arena, column.dictionary.start(code), column.dictionary.end(code));
        for (let row = 0; row < table.rows; row++) codes[at + row] = map[column.codes[row] as number] as number;
      }
      at += table.rows;
    }
    return { kind: 'text', name, type: 'text', codes, dictionary };
  });
  const origin = { source: new Uint32Array(rows), row: new Uint32Array(rows) };
  let at = 0;
  for (const { source, table } of sources) {
    origin.source.fill(source, at, at + table.rows);
    origin.row.set(table.origin.row, at);
    at += table.rows;
  }
  return { rows, columns, origin };
}

function merge(sources: readonly SourceTable[], stacked: Table, keyColumns: readonly TextColumn[], keyed: boolean, watch?: (event: RowEvent, stacked: Table) => void): Combined {
  const groups = new RowGroups(stacked.rows, keyColumns);
  const unkeyed = keyed ? unkeyedRows(stacked.rows, keyColumns) : null;
  const whole = unkeyed === null ? null : new RowGroups(stacked.rows, stacked.columns as readonly TextColumn[]);
  const groupOf = (row: number) => (whole === null ? groups.groupOf(row) : unkeyed?.[row] === 1 ? 2 * whole.groupOf(row) + 1 : 2 * groups.groupOf(row));
  /** Per group: rows kept so far, in order of occurrence. */
  const kept: number[][] = [];
  const seenIn: number[] = [];
  const occurrence: number[] = [];
  const order: { row: number; blanksFrom: number }[] = [];
  const slotOf = new Map<number, number>();
  const counts: SourceCounts[] = [];
  let at = 0;
  for (const [index, { source, table }] of sources.entries()) {
    const count = { source, read: table.rows, added: 0, updated: 0, unchanged: 0 };
    for (let row = at; row < at + table.rows; row++) {
      const group = groupOf(row);
      if (seenIn[group] !== index + 1) {
        seenIn[group] = index + 1;
        occurrence[group] = 0;
      }
      const n = occurrence[group] as number;
      occurrence[group] = n + 1;
      const rows = kept[group] ?? [];
      kept[group] = rows;
      const earlier = rows[n];
      if (earlier === undefined) {
        rows.push(row);
        slotOf.set(row, order.length);
        order.push({ row, blanksFrom: -1 });
        count.added++;
        watch?.({ source, row, kind: 'new', earlier: row }, stacked);
      } else if (!keyed || unkeyed?.[row] === 1 || sameOrBlank(stacked, earlier, row)) {
        count.unchanged++;
        watch?.({ source, row, kind: 'unchanged', earlier }, stacked);
      } else {
        watch?.({ source, row, kind: 'changed', earlier }, stacked);
        const slot = slotOf.get(earlier) as number;
        order[slot] = { row, blanksFrom: earlier };
        slotOf.set(row, slot);
        rows[n] = row;
        count.updated++;
      }
    }
    counts.push(count);
    at += table.rows;
  }
  const result = gather(
    stacked,
    Uint32Array.from(order, ({ row }) => row),
  );
  if (keyed) fillBlanks(result, stacked, order);
  return { table: result, counts };
}

/**
 * Rows that their key does not tell apart: it is empty, or Excel has destroyed it and it is the key of many. Such a row is known by all
 * of its cells. `null` where there are none.
 */
function unkeyedRows(rows: number, columns: readonly TextColumn[]): Uint8Array | null {
  const marks = destroyedRows(rows, columns) ?? new Uint8Array(rows);
  for (let row = 0; row < rows; row++) if (columns.every(({ codes }) => codes[row] === 0)) marks[row] = 1;
  return marks.includes(1) ? marks : null;
}

/** Whether the later row says nothing new: each cell equal, or blank. */
function sameOrBlank(table: Table, earlier: number, later: number): boolean {
  return table.columns.every((column) => column.kind === 'text' && (column.codes[later] === 0 || column.codes[later] === column.codes[earlier]));
}

function fillBlanks(result: Table, stacked: Table, order: readonly { row: number; blanksFrom: number }[]): void {
  for (const [i, column] of result.columns.entries()) {
    const from = stacked.columns[i];
    if (column.kind !== 'text' || from === undefined || from.kind !== 'text') continue;
    for (const [row, { blanksFrom }] of order.entries()) if (blanksFrom >= 0 && column.codes[row] === 0) column.codes[row] = from.codes[blanksFrom] as number;
  }
}

/** Numbers rows by equal key cells, exactly: an open-addressing table of rows compared code by code. */
export class RowGroups {
  readonly #columns: readonly TextColumn[];
  readonly #slots: Int32Array;
  readonly #groups: Int32Array;
  #count = 0;

  constructor(rows: number, columns: readonly TextColumn[]) {
    let size = 16;
    while (size < rows * 2) size *= 2;
    this.#columns = columns;
    this.#slots = new Int32Array(size).fill(-1);
    this.#groups = new Int32Array(rows);
  }

  /** The group of a row; rows must be asked in order, each once. */
  groupOf(row: number): number {
    let hash = 0x9e3779b9;
    for (const column of this.#columns) hash = Math.imul(hash ^ (column.codes[row] as number), 0x85ebca6b) ^ (hash >>> 13);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (;;) {
      const first = this.#slots[slot] as number;
      if (first < 0) {
        this.#slots[slot] = row;
        this.#groups[row] = this.#count;
        return this.#count++;
      }
      if (this.#columns.every((column) => column.codes[first] === column.codes[row])) {
        this.#groups[row] = this.#groups[first] as number;
        return this.#groups[row] as number;
      }
      slot = (slot + 1) & mask;
    }
  }
}
