import { Dictionary } from '../../table/dictionary.ts';
import { Marks } from './marks.ts';

/** The order numbers of a platform, or of a shop where each shop of the platform numbers for itself, and the order of each. */
export class OrderNumbers {
  readonly platform: string;
  /** `*` where numbers are unique over the whole platform. */
  readonly shop: string;
  readonly ids = new Dictionary();
  /** Codes of the orders that the platform split into others. */
  readonly split = new Marks();
  /** By code of `ids` the order and one; 0 where there is none. */
  #orders = new Uint32Array(0);

  constructor(platform: string, shop: string) {
    this.platform = platform;
    this.shop = shop;
  }

  /** The order of a number by its code in `ids`, or -1. */
  order(code: number): number {
    return (this.#orders[code] ?? 0) - 1;
  }

  find(id: string): number {
    return this.order(this.ids.find(id));
  }

  set(code: number, order: number): void {
    if (code >= this.#orders.length) {
      const longer = new Uint32Array(Math.max(this.ids.size, this.#orders.length * 2));
      longer.set(this.#orders);
      this.#orders = longer;
    }
    this.#orders[code] = order + 1;
  }
}
