import type { Table } from '../../table/table.ts';
import { instantText } from '../../values/dates.ts';
import { columnNames, TableBuilder } from '../builder.ts';
import { toHex } from '../../values/hex.ts';

/** Collects rows of a file that names its columns and holds values instead of texts: Parquet, Arrow, SQLite. */
export class TypedRows {
  readonly #names: readonly string[];
  readonly #builder: TableBuilder;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#builder = new TableBuilder(names.length);
  }

  get rows(): number {
    return this.#builder.count;
  }

  /** @param cells texts, `''` for missing */
  add(cells: readonly string[]): void {
    this.#builder.startRow(this.#builder.count + 1);
    for (let column = 0; column < cells.length; column++) this.#builder.setText(column, cells[column] as string);
  }

  build(): Table {
    return this.#builder.build(columnNames(this.#names, this.#names.length));
  }
}

/** A value as text: whole numbers with every digit, times in ISO form, bytes as hex, lists and records as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return toHex(value);
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner instanceof Map ? Object.fromEntries(inner) : inner)) ?? '';
}

/** Milliseconds since 1970 as `YYYY-MM-DD HH:MM:SS`, with a fraction where there is one. */
export function millisText(millis: number): string {
  const seconds = Math.floor(millis / 1000);
  const rest = Math.floor(millis - seconds * 1000);
  return rest === 0 ? instantText(seconds) : `${instantText(seconds)}.${String(rest).padStart(3, '0')}`;
}
