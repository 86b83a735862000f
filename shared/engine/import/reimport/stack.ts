import { destroyedRows } from '../../table/destroyed-ids.ts';
import { Dictionary } from '../../table/dictionary.ts';
import type { Column, Table, TextColumn } from '../../table/table.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';

export interface SourceTable {
  /** Number of the source in the workspace. */
  readonly source: number;
  readonly table: Table;
  /** A log of a web server: what it says of visits was worked out of this file alone. */
  readonly isLog?: boolean;
}

/** All rows of all sources under one set of dictionaries, and whose they are. */
export interface Stacked {
  readonly table: Table;
  /** One file behind the other. */
  readonly parts: readonly SourcePart[];
}

/** The rows of one source among those of all. */
export interface SourcePart {
  readonly source: number;
  readonly rows: number;
  readonly isLog: boolean;
  /** The columns that its file has. */
  readonly columns: ReadonlySet<string>;
  /** By column the rows, counted from its first, whose code Excel has destroyed: of one file many are, of all files together few. */
  readonly destroyed: ReadonlyMap<string, Uint8Array>;
}

/** Texts that are looked up at a time. */
const SLICE = 100_000;

/** The columns of all sources, each in the place where it stands first. */
export function columnOrder(sources: readonly SourceTable[]): string[] {
  const names: string[] = [];
  for (const { table } of sources) for (const column of table.columns) if (!names.includes(column.name)) names.push(column.name);
  return names;
}

/** {@link stackingSources} at once; the sources stay with the caller. */
export const stackSources = (sources: readonly SourceTable[]): Stacked => atOnce(stackingSources([...sources]));

/**
 * Puts the rows of all sources on top of each other, column by column.
 *
 * @param sources left empty: each column of theirs is let go of as soon as it is taken, as all of them and the stack would need twice the room
 */
export function* stackingSources(sources: SourceTable[]): Sliced<Stacked> {
  const names = columnOrder(sources);
  const rows = sources.reduce((sum, { table }) => sum + table.rows, 0);
  const origin = stackOrigins(sources, rows);
  const files = sources.splice(0).map(({ source, table, isLog }) => ({
    source,
    rows: table.rows,
    isLog: isLog === true,
    columns: new Set(table.columns.map(({ name }) => name)),
    destroyed: new Map<string, Uint8Array>(),
    left: new Map<string, Column>(table.columns.map((column) => [column.name, column])),
  }));
  const columns: TextColumn[] = [];
  for (const name of names) {
    for (const { rows: own, left, destroyed } of files) {
      const column = left.get(name);
      const marks = column?.kind === 'text' ? destroyedRows(own, [column]) : null;
      if (marks !== null) destroyed.set(name, marks);
    }
    columns.push(
      yield* stackColumn(
        files.map(({ left, rows: own }) => ({ column: left.get(name), rows: own })),
        name,
        rows,
      ),
    );
    for (const { left } of files) left.delete(name);
    yield;
  }
  return { table: { rows, columns, origin }, parts: files.map(({ left: _, ...part }) => part) };
}

function* stackColumn(parts: readonly { readonly column: Column | undefined; readonly rows: number }[], name: string, rows: number): Sliced<TextColumn> {
  let dictionary: Dictionary | null = null;
  const codes = new Uint32Array(rows);
  let at = 0;
  for (const { column, rows: own } of parts) {
    if (column?.kind === 'text' && dictionary === null) {
      // The texts of the first source keep their codes.
      dictionary = column.dictionary.continued();
      codes.set(column.codes, at);
    } else if (column?.kind === 'text' && dictionary !== null) {
      const map = new Uint32Array(column.dictionary.size);
      for (let code = 1; code < map.length; code++) {
        map[code] = dictionary.addBytes(column.dictionary.arena, column.dictionary.start(code), column.dictionary.end(code));
        if (code % SLICE === 0) yield;
      }
      for (let row = 0; row < own; row++) codes[at + row] = map[column.codes[row] as number] as number;
    }
    at += own;
  }
  dictionary?.settle();
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
