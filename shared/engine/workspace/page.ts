import type { TablePage } from '#contract/datasets';
import { type Column, gather, type NumberColumn, type Table } from '../table/table.ts';
import { localText } from '../values/dates.ts';
import { maskedCell, type PersonalColumns } from './personal-columns.ts';

/** Which columns hold personal data, and whether it is shown. */
export interface People {
  readonly personal: PersonalColumns;
  readonly reveal: boolean;
  /** The zone in which times are to be shown; absent: UTC, as they are stored. */
  readonly offsetOf?: (utcInstant: string) => number;
}

/** A page of a table as it crosses the wire, personal data masked unless it is to be shown; `order`: its rows as they are looked at. */
export function pageOf(table: Table, offset: number, limit: number, fileOf: (source: number) => string | null, people: People, order: Uint32Array | null = null): TablePage {
  const from = Math.min(offset, table.rows);
  const to = Math.min(table.rows, from + limit);
  return pageOfRows(table, order?.subarray(from, to) ?? Uint32Array.from({ length: to - from }, (_, i) => from + i), { total: table.rows, offset: from }, fileOf, people);
}

/** The rows of a table at `indexes` as a page of a longer list of rows. */
export function pageOfRows(table: Table, indexes: Uint32Array, place: Pick<TablePage, 'total' | 'offset'>, fileOf: (source: number) => string | null, people: People): TablePage {
  const page = gather(table, indexes);
  return {
    ...place,
    columns: page.columns.map((column) => ({
      name: column.name,
      type: column.type,
      values: column.kind === 'number' ? shownNumbers(column, people) : Array.from(column.codes, (code) => shownText(column.dictionary.text(code), column, people)),
      ...(people.personal.get(column.name) === 'masked' && { personal: true }),
    })),
    origin: { file: Array.from(page.origin.source, fileOf), row: Array.from(page.origin.row, (row) => (row === 0 ? null : row)), source: Array.from(page.origin.source) },
  };
}

/** A text as it is shown: times by the clock of the shop, people masked. */
export function shownText(text: string | null, { name, type }: Column, { personal, reveal, offsetOf }: People): string | null {
  if (text !== null && type === 'instant' && offsetOf !== undefined) return localText(text, offsetOf);
  return reveal ? text : (maskedCell(text, type, personal.get(name)) as string | null);
}

/** Numbers are shown as they are, but in columns of people. */
function shownNumbers({ name, type, values }: NumberColumn, { personal, reveal }: People): Float64Array | (string | null)[] {
  if (reveal || type === 'bool' || personal.get(name) !== 'masked') return values;
  return Array.from(values, (value) => (Number.isNaN(value) ? null : String(maskedCell(value, type, 'masked'))));
}

const keyOf = (table: Table, row: number) => (table.origin.source[row] as number) * 4_294_967_296 + (table.origin.row[row] as number);

/** Rows in which some cell changed, before and after side by side. Columns only one side has are left out. */
export function changedRows(before: Table, after: Table): { before: Table; after: Table } {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < before.rows; row++) rowOf.set(keyOf(before, row), row);
  const pairs = after.columns.flatMap((column) => {
    const old = before.columns.find((candidate) => candidate.name === column.name);
    return old === undefined || old === column ? [] : [[old, column] as const];
  });
  const changedBefore: number[] = [];
  const changedAfter: number[] = [];
  for (let row = 0; row < after.rows; row++) {
    const old = rowOf.get(keyOf(after, row));
    if (old === undefined) continue;
    const changed = pairs.some(([a, b]) => {
      if (a.kind === 'number' && b.kind === 'number') return !Object.is(a.values[old], b.values[row]);
      if (a.kind === 'text' && b.kind === 'text') return a.dictionary.text(a.codes[old] as number) !== b.dictionary.text(b.codes[row] as number);
      return true;
    });
    if (!changed) continue;
    changedBefore.push(old);
    changedAfter.push(row);
  }
  return { before: gather(before, Uint32Array.from(changedBefore)), after: gather(after, Uint32Array.from(changedAfter)) };
}
