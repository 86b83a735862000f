import type { TextColumn } from '../../table/table.ts';
import type { MappedTable } from './context.ts';

/** Where an order number is unique. `id` numbers the scopes of one mapped table from 0. */
export interface Scope {
  readonly id: number;
  readonly platform: string;
  readonly shop: string;
}

/** Platform and shop of every row of a mapped table; rows of one platform share one object. */
export function scopeOf(mapped: MappedTable): (row: number) => Scope {
  const constant = mapped.constant('platform') ?? mapped.dataset.platform ?? 'other';
  const shop = mapped.constant('shop_id') ?? mapped.dataset.shop ?? 'main';
  const column = mapped.constant('platform') === null ? mapped.column('platform') : undefined;
  if (column === undefined || column.kind !== 'text') {
    const scope: Scope = { id: 0, platform: constant, shop };
    return () => scope;
  }
  const scopes = Array.from({ length: column.dictionary.size }, (_, id): Scope => ({ id, platform: column.dictionary.text(id) ?? constant, shop }));
  return (row) => scopes[column.codes[row] as number] as Scope;
}

const UNKNOWN = -2;

/**
 * Remembers a number for each different text of a column within each scope: a text is worked on once, not once a row.
 *
 * @param inScope gives for a scope the number of a text by its code, which is not 0
 */
export function byScopeAndCode(column: TextColumn, scope: (row: number) => Scope, inScope: (scope: Scope) => (code: number) => number): (row: number) => number {
  const known: { readonly numbers: Int32Array; readonly compute: (code: number) => number }[] = [];
  return (row) => {
    const code = column.codes[row] as number;
    if (code === 0) return -1;
    const own = scope(row);
    let found = known[own.id];
    if (found === undefined) {
      found = { numbers: new Int32Array(column.dictionary.size).fill(UNKNOWN), compute: inScope(own) };
      known[own.id] = found;
    }
    const { numbers } = found;
    if (numbers[code] === UNKNOWN) numbers[code] = found.compute(code);
    return numbers[code] as number;
  };
}
