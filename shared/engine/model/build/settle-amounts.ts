import { roundHalfEven } from '../../values/numbers.ts';
import type { FieldStore } from './field-store.ts';
import type { LineIndex } from './lines.ts';
import type { OrderIndex } from './order-index.ts';
import type { Shops } from './shops.ts';

/**
 * Makes lines and orders agree: an order without an amount is the sum of its lines; an order with one has it spread over its lines
 * by their weights, the remainder on the largest, so that lines always add up to the order's goods. Sales are the goods with the
 * platform's subsidy, or all that was paid where the shop counts so.
 */
export function settleAmounts(orders: OrderIndex, lines: LineIndex, shops: Shops): void {
  const field = (name: string) => orders.store.field(name);
  const [goods, paid, shipping, tax, subsidy, sales] = ['goods_amount', 'paid_amount', 'shipping_fee', 'tax_amount', 'platform_subsidy', 'sales_amount'].map(field) as [
    FieldStore,
    FieldStore,
    FieldStore,
    FieldStore,
    FieldStore,
    FieldStore,
  ];
  const basisOf = shops.byOrder(orders, (platform, shop) => shops.basis(platform, shop));
  const { weights } = lines;
  const lineSales = lines.store.field('line_sales');
  const { starts, sorted } = linesByOrder(orders.store.rows, lines);
  for (let order = 0; order < orders.store.rows; order++) {
    const own = { lines: sorted, from: starts[order] as number, to: starts[order + 1] as number };
    let sum = 0;
    for (let i = own.from; i < own.to; i++) sum += weights[sorted[i] as number] as number;
    if (!goods.isSet(order)) {
      if (own.to > own.from) goods.setNumber(order, roundHalfEven(sum));
      else if (paid.isSet(order)) goods.setNumber(order, paid.number(order) - zero(shipping.number(order)) - zero(tax.number(order)));
    }
    if (!paid.isSet(order) && goods.isSet(order)) paid.setNumber(order, goods.number(order) + zero(shipping.number(order)) + zero(tax.number(order)));
    if (!goods.isSet(order)) continue;
    const total = goods.number(order) + zero(subsidy.number(order));
    sales.setNumber(order, basisOf(order) === 'paid' && paid.isSet(order) ? paid.number(order) : total);
    spread(total, own, sum, lineSales, weights);
  }
}

/** The lines that carry a weight, sorted by order: those of order n lie between `starts[n]` and `starts[n + 1]`. */
function linesByOrder(orders: number, { orders: orderOf, weights }: LineIndex): { readonly starts: Uint32Array; readonly sorted: Uint32Array } {
  const starts = new Uint32Array(orders + 1);
  const weighs = (line: number) => !Number.isNaN(weights[line]);
  for (let line = 0; line < orderOf.length; line++) if (weighs(line)) starts[(orderOf[line] as number) + 1] = (starts[(orderOf[line] as number) + 1] as number) + 1;
  for (let order = 0; order < orders; order++) starts[order + 1] = (starts[order + 1] as number) + (starts[order] as number);
  const sorted = new Uint32Array(starts[orders] as number);
  const next = starts.slice();
  for (let line = 0; line < orderOf.length; line++) {
    if (!weighs(line)) continue;
    const order = orderOf[line] as number;
    sorted[next[order] as number] = line;
    next[order] = (next[order] as number) + 1;
  }
  return { starts, sorted };
}

const zero = (value: number) => (Number.isNaN(value) ? 0 : value);

/** Lines of one order, between two places of a list. */
interface OwnLines {
  readonly lines: Uint32Array;
  readonly from: number;
  readonly to: number;
}

function spread(total: number, own: OwnLines, sum: number, sales: FieldStore, weights: Float64Array): void {
  const count = own.to - own.from;
  if (count === 0) return;
  // Where the lines already add up nothing is spread: a fraction of the last unit goes to the largest.
  const adds = Math.abs(sum - total) < 1;
  let rest = total;
  let largest = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = own.from; i < own.to; i++) {
    const line = own.lines[i] as number;
    const weight = weights[line] as number;
    const share = roundHalfEven(adds ? weight : sum === 0 ? total / count : (total * weight) / sum);
    sales.setNumber(line, share);
    rest -= share;
    if (share > most) {
      most = share;
      largest = line;
    }
  }
  if (rest !== 0) sales.setNumber(largest, most + rest);
}
