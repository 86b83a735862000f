import type { Table } from '../../table/table.ts';
import { columnNames, TableBuilder } from '../builder.ts';

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
