import type { PlainTable } from '../../ports.ts';
import { Dictionary } from '../../table/dictionary.ts';
import type { TextColumn } from '../../table/table.ts';
import type { ParsedTable } from '../parsed.ts';
import type { TypedRows } from './typed-rows.ts';

/** Collected rows as arrays that can be sent to another process. */
export function packTable(collected: TypedRows, name: string): PlainTable {
  const { rows, columns } = collected.build();
  return {
    name,
    rows,
    columns: columns.map((column) => {
      const { codes, dictionary } = column as TextColumn;
      return { name: column.name, codes, ...dictionary.pack() };
    }),
  };
}

/** A table out of another process, as importers give it; nothing of it is copied. */
export function parsedTable({ name, rows, columns }: PlainTable): ParsedTable {
  return {
    name,
    dialect: null,
    preamble: [],
    headerRows: 0,
    footer: [],
    blankRows: 0,
    totalRows: rows,
    table: {
      rows,
      columns: columns.map(({ name: column, codes, bytes, ends }): TextColumn => {
        const dictionary = bytes.length === 0 ? new Dictionary() : Dictionary.standingOn(bytes, ends);
        return { kind: 'text', name: column, type: 'text', codes, dictionary };
      }),
      origin: { source: new Uint32Array(rows), row: Uint32Array.from({ length: rows }, (_, row) => row + 1) },
    },
    setAside: [],
    findings: [],
    reasons: { encoding: null, delimiter: null, header: { row: 0, names: columns.length, known: 0 }, footer: null },
  };
}
