import type { LineIndex } from './lines.ts';

/**
 * The lines that sheets before this one told of its orders. Two reports of a platform tell of the same line, the one by a number, the
 * other by its product: it must not count twice.
 */
export class KnownLines {
  readonly #lines: LineIndex;
  /** Lines of each order that no row of this sheet was found to be. */
  readonly #left = new Map<number, number[]>();
  /** How many lines of an order there were before, and how many rows of it there are. */
  readonly #before: Uint32Array;
  readonly #rows: Uint32Array;

  private constructor(lines: LineIndex, orders: number, located: Int32Array) {
    this.#lines = lines;
    this.#rows = new Uint32Array(orders);
    for (const order of located) if (order >= 0) this.#rows[order] = (this.#rows[order] as number) + 1;
    this.#before = new Uint32Array(orders);
    for (const [line, order] of lines.orders.entries()) {
      if (order >= orders || this.#rows[order] === 0) continue;
      this.#before[order] = (this.#before[order] as number) + 1;
      const left = this.#left.get(order);
      if (left === undefined) this.#left.set(order, [line]);
      else left.push(line);
    }
  }

  /**
   * `null` where no order of the sheet has lines yet.
   *
   * @param located the order of each row of the sheet, -1 where a row is no line
   */
  static before(lines: LineIndex, orders: number, located: Int32Array): KnownLines | null {
    if (lines.store.rows === 0) return null;
    const known = new KnownLines(lines, orders, located);
    return known.#left.size === 0 ? null : known;
  }

  /** Takes note of a line that was found by its key. */
  use(order: number, line: number): void {
    const left = this.#left.get(order);
    const at = left?.indexOf(line) ?? -1;
    if (at >= 0) left?.splice(at, 1);
  }

  /**
   * The line of an order that a row is under another key, -1 where there is none: one of its product where either says no number of its
   * line, or the only line where both sheets have one and either does not name the product by a code of the merchant's.
   */
  find(order: number, { sku, isAlias, hasId, pieces }: { readonly sku: number; readonly isAlias: boolean; readonly hasId: boolean; readonly pieces: number }): number {
    const left = this.#left.get(order) ?? [];
    const { store } = this.#lines;
    const [skus, ids, quantities] = [store.field('sku'), store.field('platform_line_id'), store.field('qty')];
    const same = left.find((line) => skus.code(line) === sku && (ids.code(line) !== 0) !== hasId);
    if (same !== undefined) return same;
    const [only] = left;
    if (only === undefined || this.#before[order] !== 1 || this.#rows[order] !== 1) return -1;
    const isOther = (hasId && ids.code(only) !== 0) || !(isAlias || this.#lines.aliased.has(only)) || quantities.number(only) !== pieces;
    return isOther ? -1 : only;
  }
}
