import { type MappedTable, textAt } from './context.ts';
import { scopeOf } from './scopes.ts';

/** What a platform calls a product, and one of its variants. */
const aliasOf = (platform: string, product: string, variant: string | null): string => JSON.stringify([platform, product, variant]);

/**
 * The merchant codes of lines that name only what their platform calls the product: other lines of that product hold both. A product with
 * several codes is known by its variant, and by its own number where that does not tell either.
 */
export class Aliases {
  readonly #sheets: readonly MappedTable[];
  /** By alias the one merchant code, `null` where there are several. Read with the first line that lacks its code. */
  #codes: Map<string, string | null> | null = null;

  constructor(sheets: readonly MappedTable[]) {
    this.#sheets = sheets;
  }

  /** For a row without a merchant code what its product is known by; `null` where the row names no product of its platform. */
  within(sheet: MappedTable): (row: number) => string | null {
    const products = sheet.column('platform_product_id');
    if (products === undefined) return () => null;
    const variants = sheet.column('variant');
    const scope = scopeOf(sheet);
    return (row) => {
      const product = textAt(products, row);
      if (product === null) return null;
      this.#codes ??= readCodes(this.#sheets);
      const { platform } = scope(row);
      return this.#codes.get(aliasOf(platform, product, textAt(variants, row))) ?? this.#codes.get(aliasOf(platform, product, null)) ?? `?${platform}:${product}`;
    };
  }
}

function readCodes(sheets: readonly MappedTable[]): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  const add = (alias: string, sku: string) => codes.set(alias, codes.has(alias) && codes.get(alias) !== sku ? null : sku);
  for (const sheet of sheets) {
    const [products, skus, variants] = [sheet.column('platform_product_id'), sheet.column('sku'), sheet.column('variant')];
    if (products === undefined || skus === undefined) continue;
    const scope = scopeOf(sheet);
    for (let row = 0; row < sheet.table.rows; row++) {
      const [product, sku, variant] = [textAt(products, row), textAt(skus, row), textAt(variants, row)];
      if (product === null || sku === null) continue;
      const { platform } = scope(row);
      add(aliasOf(platform, product, null), sku);
      if (variant !== null) add(aliasOf(platform, product, variant), sku);
    }
  }
  return codes;
}
