import { type Place, PLACES, PRODUCTS, type Product } from '../sample-shop/catalogue.ts';
import { Random } from '../sample-shop/random.ts';

/** One product in an order; money in fen. */
export interface FormatLine {
  readonly id: string;
  readonly product: Product;
  readonly qty: number;
  /** Charged for one piece. */
  readonly unit: number;
  readonly goods: number;
  readonly refund: number;
}

/** One order of one platform; times in seconds since 1970 of the shop's own clock. */
export interface FormatOrder {
  readonly id: string;
  readonly buyer: number;
  readonly placed: number;
  readonly paid: number | null;
  readonly lines: readonly FormatLine[];
  readonly goods: number;
  /** Discount that the platform bears and pays to the seller. */
  readonly subsidy: number;
  readonly shipping: number;
  readonly place: Place;
  readonly refund: number;
}

export interface Habits {
  readonly seed: number;
  readonly count: number;
  readonly id: (number: number, placed: number) => string;
  /** Products in one order at most. */
  readonly lines?: number;
  readonly subsidy?: boolean;
  readonly shipping?: boolean;
  /** Refunds of whole orders only, where a platform's sheet can tell no other. */
  readonly wholeRefunds?: boolean;
}

export const FIRST_DAY = Date.UTC(2025, 5, 1) / 86_400_000;
export const DAYS = 14;
/** A day on which the exports of every platform have no row. */
export const MISSING_DAY = FIRST_DAY + 4;

/** Two weeks of orders of one platform, in the order of time, the same on every run. */
export function makeOrders({ seed, count, id, lines: most = 3, subsidy = false, shipping = false, wholeRefunds = false }: Habits): FormatOrder[] {
  const random = new Random(seed);
  const times = Array.from({ length: count }, () => {
    const day = FIRST_DAY + random.whole(0, DAYS - 1);
    return (day === MISSING_DAY ? day + 1 : day) * 86_400 + random.whole(8 * 3600, 20 * 3600);
  }).sort((a, b) => a - b);
  return times.map((placed, n) => {
    const number = id(n, placed);
    const paid = random.chance(0.9) ? placed + random.whole(10, 1800) : null;
    const isRefunded = paid !== null && random.chance(0.15);
    const products = [...new Set(Array.from({ length: random.whole(1, most) }, () => random.pick(PRODUCTS)))];
    const parts = products.map((product) => {
      const unit = Math.round(product.price * (random.chance(0.3) ? 0.9 : 1));
      return { product, unit, qty: random.whole(1, 3) };
    });
    const refundedLine = random.whole(0, parts.length - 1);
    const lines = parts.map(({ product, unit, qty }, i) => {
      const goods = unit * qty;
      return { id: `${number}${i + 1}`, product, qty, unit, goods, refund: isRefunded && (wholeRefunds || i === refundedLine) ? goods : 0 };
    });
    const goods = lines.reduce((sum, line) => sum + line.goods, 0);
    const sum = (of: 'refund' | 'goods') => lines.reduce((total, line) => total + line[of], 0);
    const borne = subsidy && random.chance(0.4) ? 500 : 0;
    return {
      id: number,
      buyer: random.whole(1, Math.ceil(count / 2)),
      placed,
      paid,
      lines,
      goods: goods - borne,
      subsidy: borne,
      shipping: shipping && goods < 9_900 ? 600 : 0,
      place: random.pick(PLACES),
      refund: sum('refund'),
    };
  });
}
