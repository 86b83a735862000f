import type { ReturnIndex } from './returns.ts';

/** A row of an ERP that tells no case of its own, nor more about one that is known. */
export const TOLD = -2;

/**
 * The after-sales cases that platforms told, for the sheets of an ERP, which repeat them under its own numbers. Each case is found once.
 */
export class ToldCases {
  readonly #returns: ReturnIndex;
  readonly #open = new Map<number, number[]>();
  readonly #orders = new Set<number>();

  constructor(returns: ReturnIndex) {
    this.#returns = returns;
    for (const [index, order] of returns.orders.entries()) {
      if (order < 0) continue;
      this.#orders.add(order);
      const open = this.#open.get(order);
      if (open === undefined) this.#open.set(order, [index]);
      else open.push(index);
    }
  }

  /**
   * The case that a row of an ERP is about: of the same number, else of the same order and amount (before all, for the same product),
   * else of the same product.
   *
   * @param amount 1/10,000 of the shop's currency; NaN where none is stated
   * @returns its row; `TOLD` for a refund of an order whose refunds the platform has told otherwise: counted again it would be
   *   there twice; -1 when the row is a case of its own
   */
  find(order: number, returnId: string | null, sku: string | null, amount: number): number {
    if (!this.#orders.has(order)) return -1;
    const { store } = this.#returns;
    const skus = store.field('sku');
    const open = this.#open.get(order) ?? [];
    const isSame = (index: number) => returnId !== null && store.field('return_id').text(index) === returnId && (sku === null || !skus.isSet(index) || skus.text(index) === sku);
    const isProduct = (index: number) => sku !== null && skus.text(index) === sku;
    const isAmount = (index: number) => store.field('refund_amount').number(index) === amount;
    const found = [isSame, (index: number) => isProduct(index) && isAmount(index), isAmount, isProduct].map((test) => open.findIndex(test)).find((at) => at >= 0) ?? -1;
    if (found < 0) return amount > 0 ? TOLD : -1;
    return open.splice(found, 1)[0] as number;
  }
}
