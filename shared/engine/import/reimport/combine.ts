import { groupRows } from '../../table/groups.ts';
import { gather, type Table, type TextColumn } from '../../table/table.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';
import { keyColumn } from './key-columns.ts';
import { OrderCells } from './order-cells.ts';
import { spreadOrderIds } from './order-ids.ts';
import { lacksLineKey, pairLines } from './pair-lines.ts';
import type { RowKey } from './row-key.ts';
import { StatedOrders } from './stated-orders.ts';
import { type SourcePart, type SourceTable, type Stacked, stackingSources } from './stack.ts';
import { type ReadColumn, ValueCodes } from './value-codes.ts';
import { isFileDay } from '../inspect/told-days.ts';
import { VISIT, withVisits } from '../weblog/visits.ts';

/** What a source brought, compared with the sources before it. */
export interface SourceCounts {
  readonly source: number;
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Lines of files before it that are gone, as it states their orders without them. */
  readonly removed: number;
  /** Rows among these whose key stands further up in the same file already, where a file says each once. */
  readonly repeated: number;
}

/** What one row of a source did to the table; rows are those of `stacked`. */
export interface RowEvent {
  readonly source: number;
  readonly row: number;
  /** A removed row is one of a file before. */
  readonly kind: 'new' | 'changed' | 'unchanged' | 'removed';
  /** The row it stands for; itself where it is new or removed. */
  readonly earlier: number;
}

/** How sources are put on top of each other, beyond their key. */
export interface Combining {
  /** Told of every row, with all rows under one set of dictionaries. */
  readonly watch?: (event: RowEvent, stacked: Table) => void;
  /** Reads a column as its table does: cells are then compared by what they say. Without it they are compared as they are spelled. */
  readonly read?: ReadColumn;
}

export interface Combined {
  readonly table: Table;
  readonly counts: readonly SourceCounts[];
}

/**
 * Puts the sources of a dataset on top of each other.
 *
 * With a key a later row replaces an earlier one of the same key, and a blank never overwrites a value. Without one, a row is known by
 * all of its cells plus its occurrence number within its file (decisions 3), and so is one whose key is empty: equal rows inside one file
 * all stay, the same rows in an overlapping file add nothing.
 *
 * @param key used only when the files have every one of its columns, but for those that tell lines apart
 */
export function combineSources(sources: readonly SourceTable[], key: RowKey, how: Combining = {}): Combined {
  return atOnce(combiningSources([...sources], key, how));
}

/**
 * {@link combineSources} in slices.
 *
 * @param given sources, left empty where there are several; or all of them on top of each other, whose blanks are filled
 */
export function* combiningSources(given: SourceTable[] | Stacked, key: RowKey, { watch, read }: Combining = {}): Sliced<Combined> {
  const only = Array.isArray(given) && given.length === 1 && watch === undefined ? given[0] : undefined;
  if (only !== undefined) {
    const { used, keyed } = usable(
      key,
      only.table.columns.map(({ name }) => name),
    );
    if (!(keyed && key.isUnique && mayRepeat(only.table, used)))
      return { table: withSource(only), counts: [{ source: only.source, read: only.table.rows, added: only.table.rows, updated: 0, unchanged: 0, removed: 0, repeated: 0 }] };
  }
  const { table: stacked, parts: sources } = Array.isArray(given) ? yield* stackingSources(given) : given;
  yield;
  const names = stacked.columns.map(({ name }) => name);
  const { used, keyed } = usable(key, names);
  // Which visit a request belongs to depends on what else its file holds: it says nothing of the row.
  const isLog = sources.every((source) => source.isLog);
  const all = stacked.columns as readonly TextColumn[];
  const whole = isLog ? all.filter(({ name }) => name !== VISIT) : all;
  const values = new ValueCodes(read ?? null);
  const keyColumns = keyed ? used.map((name) => values.column(keyColumn(all[names.indexOf(name)] as TextColumn))) : whole.map((column) => values.column(column));
  const ids = keyed && key.orderId !== null ? all[names.indexOf(key.orderId)] : undefined;
  const telling =
    ids === undefined
      ? keyColumns
      : [
          ...keyColumns,
          spreadOrderIds(
            sources,
            stacked,
            keyColumns.filter(({ name }) => !key.ofLines.includes(name)),
            ids,
          ),
        ];
  const compared = keyed ? whole.map((column) => keyColumns[used.indexOf(column.name)] ?? column) : whole;
  const unkeyed = keyed ? unkeyedRows(sources, stacked.rows, keyColumns, key) : null;
  yield;
  const pairs = keyed && lacksLineKey(sources, key);
  const groups = withUnkeyed(pairs ? pairLines(sources, stacked, telling, key) : groupRows(telling, stacked.rows), whole, values, unkeyed);
  yield;
  const combined = yield* merge(
    sources,
    stacked,
    compared,
    groups,
    {
      keyed,
      unkeyed,
      isUnique: keyed && key.isUnique && !pairs,
      cells: keyed ? OrderCells.of(stacked, telling, key) : null,
      stated: keyed ? StatedOrders.of(stacked, telling, key) : null,
      values,
    },
    watch,
  );
  return isLog ? { ...combined, table: withVisits(combined.table) } : combined;
}

/** The columns of a key that a table of these columns has, and whether rows are told apart by them. */
function usable(key: RowKey, names: readonly string[]): { readonly used: readonly string[]; readonly keyed: boolean } {
  const used = key.columns.filter((name) => names.includes(name));
  return { used, keyed: used.some((name) => !key.ofLines.includes(name)) && key.columns.every((name) => names.includes(name) || key.ofLines.includes(name)) };
}

/** Rows that are compared at a time. */
const SLICE = 200_000;

/** Whether two rows may have the same key: not where every row has a text of its own in one of its columns. */
function mayRepeat(table: Table, names: readonly string[]): boolean {
  return !table.columns.some((column) => names.includes(column.name) && column.kind === 'text' && areDifferent(column));
}

function areDifferent({ codes, dictionary }: TextColumn): boolean {
  // Rows that were set aside have left their texts in the dictionary.
  if (dictionary.size <= codes.length) return false;
  const seen = new Uint8Array(dictionary.size);
  for (const code of codes) {
    if (code === 0 || seen[code] === 1) return false;
    seen[code] = 1;
  }
  return true;
}

function withSource({ source, table }: SourceTable): Table {
  return { ...table, origin: { source: new Uint32Array(table.rows).fill(source), row: table.origin.row } };
}

export interface RowGroups {
  /** The group of each row. */
  readonly of: Uint32Array;
  readonly count: number;
}

/** Rows that their key does not tell apart are grouped by all of their cells. */
function withUnkeyed(groups: RowGroups, columns: readonly TextColumn[], values: ValueCodes, unkeyed: Uint8Array | null): RowGroups {
  if (unkeyed === null) return groups;
  const whole = groupRows(
    columns.map((column) => values.column(column)),
    unkeyed.length,
  );
  return { of: groups.of.map((group, row) => (unkeyed[row] === 1 ? groups.count + (whole.of[row] as number) : group)), count: groups.count + whole.count };
}

/** How rows are told apart. */
interface Telling {
  readonly keyed: boolean;
  /** Rows that are known by all of their cells all the same. */
  readonly unkeyed: Uint8Array | null;
  readonly isUnique: boolean;
  readonly cells: OrderCells | null;
  readonly stated: StatedOrders | null;
  readonly values: ValueCodes;
}

/**
 * Every row of the result is a slot. A group has a slot for each of its rows inside one file, one behind the other; a later file goes
 * along them from the first.
 *
 * @param compared the columns as cells are compared: keys without their wrappers
 */
function* merge(
  sources: readonly SourcePart[],
  stacked: Table,
  compared: readonly TextColumn[],
  groups: RowGroups,
  { keyed, unkeyed, isUnique, cells, stated, values }: Telling,
  watch?: (event: RowEvent, stacked: Table) => void,
): Sliced<Combined> {
  const rowOfSlot = new Uint32Array(stacked.rows);
  /** Slots are counted from 1: 0 is none. */
  const firstSlot = new Uint32Array(groups.count);
  const nextSlot = new Uint32Array(stacked.rows + 1);
  const lastSlot = new Uint32Array(groups.count);
  const seenIn = new Uint32Array(groups.count);
  /** The file that a slot's row, or one equal to it, stood in last. */
  const touchedIn = new Uint32Array(cells === null && stated === null ? 0 : stacked.rows + 1);
  /** 1 for slots whose line is gone. */
  const gone = new Uint8Array(stated === null ? 0 : stacked.rows + 1);
  let slots = 0;
  const counts: SourceCounts[] = [];
  let at = 0;
  for (const [index, { source, rows }] of sources.entries()) {
    const count = { source, read: rows, added: 0, updated: 0, unchanged: 0, removed: 0, repeated: 0 };
    cells?.read(at, at + rows);
    stated?.read(at, at + rows);
    for (let row = at; row < at + rows; row++) {
      if (row % SLICE === 0) yield;
      const group = groups.of[row] as number;
      const again = seenIn[group] === index + 1;
      const replaces = again && isUnique && unkeyed?.[row] !== 1;
      if (replaces) count.repeated++;
      const before = again && !replaces ? (lastSlot[group] as number) : 0;
      seenIn[group] = index + 1;
      let slot = before === 0 ? (firstSlot[group] as number) : (nextSlot[before] as number);
      if (slot === 0) {
        slot = ++slots;
        rowOfSlot[slot - 1] = row;
        if (before === 0) firstSlot[group] = slot;
        else nextSlot[before] = slot;
        count.added++;
        watch?.({ source, row, kind: 'new', earlier: row }, stacked);
      } else if (gone[slot] === 1) {
        gone[slot] = 0;
        rowOfSlot[slot - 1] = row;
        count.added++;
        watch?.({ source, row, kind: 'new', earlier: row }, stacked);
      } else {
        const earlier = rowOfSlot[slot - 1] as number;
        if (!keyed || unkeyed?.[row] === 1 || sameOrBlank(compared, values, earlier, row)) {
          count.unchanged++;
          cells?.forget(earlier, row);
          watch?.({ source, row, kind: 'unchanged', earlier }, stacked);
        } else {
          watch?.({ source, row, kind: 'changed', earlier }, stacked);
          fillBlanks(stacked, earlier, row, cells);
          rowOfSlot[slot - 1] = row;
          count.updated++;
        }
      }
      lastSlot[group] = slot;
      touchedIn[slot] = index + 1;
    }
    if (touchedIn.length > 0)
      for (let slot = 1; slot <= slots; slot++) {
        const row = rowOfSlot[slot - 1] as number;
        if (touchedIn[slot] === index + 1 || gone[slot] === 1) continue;
        if (stated?.states(row) === true && unkeyed?.[row] !== 1) {
          gone[slot] = 1;
          count.removed++;
          watch?.({ source, row, kind: 'removed', earlier: row }, stacked);
        } else cells?.forget(row, null);
      }
    counts.push(count);
    at += rows;
  }
  yield;
  return { table: gather(stacked, stated === null ? rowOfSlot.subarray(0, slots) : rowOfSlot.subarray(0, slots).filter((_, i) => gone[i + 1] !== 1)), counts };
}

/**
 * Rows that their key does not tell apart: it is empty, their file lacks a column of it, or Excel has destroyed it and it is the key of
 * many. Such a row is known by all of its cells. `null` where there are none.
 */
function unkeyedRows(sources: readonly SourcePart[], rows: number, columns: readonly TextColumn[], { ofLines }: RowKey): Uint8Array | null {
  const marks = new Uint8Array(rows);
  let at = 0;
  for (const { rows: own, columns: has, destroyed } of sources) {
    for (const { name } of columns) {
      const gone = destroyed.get(name);
      for (let row = 0; gone !== undefined && row < own; row++) if (gone[row] === 1) marks[at + row] = 1;
    }
    // What is left of the key would find rows of other days, of other shops again.
    const lacks = columns.some(({ name }) => !ofLines.includes(name) && !isFileDay(name) && !has.has(name));
    if (lacks) marks.fill(1, at, at + own);
    at += own;
  }
  for (let row = 0; row < rows; row++) if (columns.every(({ codes }) => codes[row] === 0)) marks[row] = 1;
  return marks.includes(1) ? marks : null;
}

/** Whether the later row says nothing new: each cell equal, or blank. */
function sameOrBlank(columns: readonly TextColumn[], values: ValueCodes, earlier: number, later: number): boolean {
  return columns.every((column) => column.codes[later] === 0 || values.same(column, earlier, later));
}

/** A blank never overwrites a value: what the later row leaves open is as it was, unless another row of its order says it. */
function fillBlanks(table: Table, earlier: number, later: number, cells: OrderCells | null): void {
  for (const column of table.columns as readonly TextColumn[]) if (column.codes[later] === 0 && cells?.isTold(column, later) !== true) column.codes[later] = column.codes[earlier] as number;
}
