import { Dictionary } from '../../table/dictionary.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';

export interface SourceTable {
  /** Number of the source in the workspace. */
  readonly source: number;
  readonly table: Table;
  /** A log of a web server: what it says of visits was worked out of this file alone. */
  readonly isLog?: boolean;
}

/** The columns of all sources, each in the place where it stands first. */
export function columnOrder(sources: readonly SourceTable[]): string[] {
  const names: string[] = [];
  for (const { table } of sources) for (const column of table.columns) if (!names.includes(column.name)) names.push(column.name);
  return names;
}

/** What was stacked last, as long as its last table is in memory: an import finds keys in it, then combines it. */
const stackedBefore = new WeakMap<Table, { readonly key: string; readonly stacked: Table }>();

/** All rows of all sources under one set of dictionaries. */
export const stackSources = (sources: readonly SourceTable[], names: readonly string[]): Table => atOnce(stackingSources(sources, names));

/** {@link stackSources} in slices. */
export function* stackingSources(sources: readonly SourceTable[], names: readonly string[]): Sliced<Table> {
  const last = sources.at(-1)?.table;
  const key = JSON.stringify([sources.map(({ source, table }) => [source, table.columns.map(({ name }) => name)]), names]);
  const before = last === undefined ? undefined : stackedBefore.get(last);
  if (before?.key === key) return before.stacked;
  const rows = sources.reduce((sum, { table }) => sum + table.rows, 0);
  const columns: TextColumn[] = [];
  for (const name of names) {
    columns.push(stackColumn(sources, name, rows));
    yield;
  }
  const stacked = { rows, columns, origin: stackOrigins(sources, rows) };
  if (last !== undefined) stackedBefore.set(last, { key, stacked });
  return stacked;
}

function stackColumn(sources: readonly SourceTable[], name: string, rows: number): TextColumn {
  let dictionary: Dictionary | null = null;
  const codes = new Uint32Array(rows);
  let at = 0;
  for (const { table } of sources) {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (column?.kind === 'text' && dictionary === null) {
      // The texts of the first source keep their codes.
      dictionary = column.dictionary.continued();
      codes.set(column.codes, at);
    } else if (column?.kind === 'text' && dictionary !== null) {
      const map = new Uint32Array(column.dictionary.size);
      for (let code = 1; code < map.length; code++) map[code] = dictionary.addBytes(column.dictionary.arena, column.dictionary.start(code), column.dictionary.end(code));
      for (let row = 0; row < table.rows; row++) codes[at + row] = map[column.codes[row] as number] as number;
    }
    at += table.rows;
  }
  return { kind: 'text', name, type: 'text', codes, dictionary: dictionary ?? new Dictionary() };
}

function stackOrigins(sources: readonly SourceTable[], rows: number): Table['origin'] {
  const origin = { source: new Uint32Array(rows), row: new Uint32Array(rows) };
  let at = 0;
  for (const { source, table } of sources) {
    origin.source.fill(source, at, at + table.rows);
    origin.row.set(table.origin.row, at);
    at += table.rows;
  }
  return origin;
}
