import type { TextColumn } from '../../table/table.ts';
import { FieldStore } from './field-store.ts';

/**
 * Orders that share a number: two shops number alike, but what the platform itself calls an order differs. Rows that do not name that (the
 * further lines of an order) belong to the order of their number that stood before them.
 */
export class SameNumbers {
  /** What the platform calls each order, where a sheet says so. */
  readonly #ids = new FieldStore('internal_id', 'id');
  /** By order and code of `#ids` the other orders of that one's number. */
  readonly #others = new Map<string, number>();

  /** Finds for the rows of one sheet the order among those of one number, given the first of them. */
  within(column: TextColumn, add: (id: string) => number): (row: number, first: number) => number {
    const codeOf = this.#ids.dictionary.codesFrom(column.dictionary);
    const last = new Map<number, number>();
    return (row, first) => {
      const code = codeOf(column.codes[row] as number);
      if (code === 0) return last.get(first) ?? first;
      if (!this.#ids.isSet(first)) this.#ids.setCode(first, code);
      if (this.#ids.code(first) === code) {
        if (last.has(first)) last.set(first, first);
        return first;
      }
      const key = `${first}:${code}`;
      const other = this.#others.get(key) ?? add(column.dictionary.text(column.codes[row] as number) as string);
      this.#others.set(key, other);
      last.set(first, other);
      return other;
    };
  }
}
