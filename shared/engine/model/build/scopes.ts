import type { TextColumn } from '../../table/table.ts';
import { isShopHeader } from '../../values/shop-header.ts';
import { PLATFORM_WIDE } from '../platforms.ts';
import type { MappedTable } from './context.ts';

/** Where an order number is unique. `id` numbers the scopes of one mapped table from 0. */
export interface Scope {
  readonly id: number;
  readonly platform: string;
  readonly shop: string;
}

/** Platform and shop of every row of a mapped table; rows of one platform and shop share one object. */
export function scopeOf(mapped: MappedTable): (row: number) => Scope {
  const constant = mapped.constant('platform') ?? mapped.dataset.platform ?? 'other';
  const shop = mapped.constant('shop_id') ?? mapped.dataset.shop ?? 'main';
  const column = mapped.constant('platform') === null ? mapped.column('platform') : undefined;
  if (column === undefined || column.kind !== 'text') {
    const named = shopsNamed(mapped, constant);
    if (named !== null) return scopesOfShops(named, constant, shop);
    const scope: Scope = { id: 0, platform: constant, shop };
    return () => scope;
  }
  const scopes = Array.from({ length: column.dictionary.size }, (_, id): Scope => ({ id, platform: column.dictionary.text(id) ?? constant, shop }));
  return (row) => scopes[column.codes[row] as number] as Scope;
}

/**
 * The column that says of which of several shops each row is, where nobody has said that all are of one. Only where an order number is
 * unique over the whole platform: sheets that name no shop find its orders there all the same.
 */
function shopsNamed(mapped: MappedTable, platform: string): TextColumn | null {
  if (!PLATFORM_WIDE.has(platform) || mapped.constant('shop_id') !== null || (mapped.dataset.shop ?? null) !== null) return null;
  const column = mapped.table.columns.find(({ name }) => isShopHeader(name));
  return column?.kind === 'text' && new Set(namesOf(column)).size > 2 ? column : null;
}

/** The shop of each code; blank is that of no name. */
const namesOf = ({ dictionary }: TextColumn): string[] => Array.from({ length: dictionary.size }, (_, code) => (dictionary.text(code) ?? '').trim());

function scopesOfShops(column: TextColumn, platform: string, otherwise: string): (row: number) => Scope {
  const scopes = namesOf(column).map((name, id): Scope => ({ id, platform, shop: name === '' ? otherwise : name }));
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
