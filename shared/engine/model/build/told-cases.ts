import { isLive } from '../status.ts';
import type { ReturnIndex } from './returns.ts';

/** A row that tells no case of its own, nor more about one that is known. */
export const TOLD = -2;

/**
 * The after-sales cases that platforms told, for sheets that repeat them under numbers of their own: an ERP's, and those of lines that state
 * what was refunded. Each case is found once.
 */
export class ToldCases {
  readonly #returns: ReturnIndex;
  readonly #open = new Map<number, number[]>();
  readonly #orders = new Set<number>();
  /** By order what is stated to be refunded beyond what its cases tell. */
  readonly #rest = new Map<number, number>();

  private constructor(returns: ReturnIndex, indices: readonly number[]) {
    this.#returns = returns;
    for (const index of indices) {
      const order = returns.orders[index] as number;
      if (order < 0) continue;
      this.#orders.add(order);
      const open = this.#open.get(order);
      if (open === undefined) this.#open.set(order, [index]);
      else open.push(index);
    }
  }

  static all(returns: ReturnIndex): ToldCases {
    return new ToldCases(returns, [...returns.orders.keys()]);
  }

  /** The first cases, as many as said, without those that were rejected or withdrawn. */
  static live(returns: ReturnIndex, cases: number): ToldCases {
    const states = returns.store.field('status');
    return new ToldCases(
      returns,
      [...returns.orders.keys()].filter((index) => index < cases && isLive(states.text(index))),
    );
  }

  /** Says that an amount of an order was refunded, before any case of the order is looked for. */
  state(order: number, amount: number): void {
    if (!this.#orders.has(order)) return;
    const amounts = this.#returns.store.field('refund_amount');
    const told = () => (this.#open.get(order) ?? []).reduce((sum, index) => sum + (amounts.isSet(index) ? amounts.number(index) : 0), 0);
    this.#rest.set(order, (this.#rest.get(order) ?? -told()) + amount);
  }

  /**
   * The case that a row is about: of the same number, else of the same order and amount (before all, for the same product),
   * else of the same product.
   *
   * @param amount 1/10,000 of the shop's currency; NaN where none is stated
   * @returns its row; `TOLD` for a refund of an order whose refunds the platform has told otherwise, unless more was stated than those:
   *   counted again it would be there twice; -1 when the row is a case of its own
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
    if (found < 0) return amount > 0 && !this.#isBeyond(order, amount) ? TOLD : -1;
    return open.splice(found, 1)[0] as number;
  }

  #isBeyond(order: number, amount: number): boolean {
    const rest = this.#rest.get(order) ?? 0;
    if (rest < amount) return false;
    this.#rest.set(order, rest - amount);
    return true;
  }
}
