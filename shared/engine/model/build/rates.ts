import type { FxRate } from '#contract/model';
import { roundHalfEven } from '../../values/numbers.ts';
import type { BuildReport } from './context.ts';
import type { OrderIndex } from './order-index.ts';
import type { Shops } from './shops.ts';

/** Orders that wait for a rate. */
export interface MissingRate {
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  readonly orders: number;
}

/** Exchange rates into the reporting currency. */
export class Rates {
  readonly reporting: string;
  readonly #byCurrency = new Map<string, FxRate[]>();

  constructor(reporting: string, rates: readonly FxRate[]) {
    this.reporting = reporting;
    for (const rate of [...rates].sort((a, b) => (a.date < b.date ? -1 : 1))) this.#byCurrency.set(rate.currency, [...(this.#byCurrency.get(rate.currency) ?? []), rate]);
  }

  /**
   * The rate of a business day: the latest on or before it.
   *
   * @param currency `null`: unknown, counted as the reporting currency
   * @returns `null` when there is none: an amount is never taken one to one by default
   */
  on(currency: string | null, day: string | null): number | null {
    // A workspace without a currency of its own compares nothing.
    if (currency === null || currency === this.reporting || this.reporting === 'XXX') return 1;
    return this.#byCurrency.get(currency)?.findLast((rate) => day !== null && rate.date <= day)?.rate ?? null;
  }
}

const MONEY = ['goods_amount', 'platform_subsidy', 'seller_discount', 'shipping_fee', 'tax_amount', 'paid_amount', 'refund_amount'] as const;

/** Money in another currency, at a rate; derived money rounds half-even at the fourth place. */
export const converted = (value: number, rate: number): number => (rate === 1 ? value : roundHalfEven(value * rate));

/**
 * Brings the amounts of every order into the reporting currency, at the rate of its paid day, else of the day it was placed. An order
 * whose rate is missing is held back.
 */
export function settleCurrency(orders: OrderIndex, shops: Shops, rates: Rates, report: BuildReport): MissingRate[] {
  const { store } = orders;
  const field = (name: string) => store.field(name);
  const missing = new Map<string, { from: string; to: string; orders: number }>();
  const heldBack = new Map<string, number>();
  for (let order = 0; order < store.rows; order++) {
    const said = field('currency').text(order)?.trim().toUpperCase() ?? null;
    const currency = said !== null && /^[A-Z]{3}$/.test(said) ? said : (shops.currency(field('platform').text(order) ?? '', field('shop_id').text(order) ?? '') ?? orders.sheetCurrency(order));
    if (currency !== null) field('currency').setText(order, currency);
    const day = field('paid_date').text(order) ?? field('placed_date').text(order);
    const rate = rates.on(currency, day);
    if (rate === null) {
      orders.holdBack(order);
      heldBack.set(orders.datasetOf(order), (heldBack.get(orders.datasetOf(order)) ?? 0) + 1);
      const before = missing.get(currency as string);
      const own = day ?? '';
      missing.set(
        currency as string,
        before === undefined ? { from: own, to: own, orders: 1 } : { from: own < before.from ? own : before.from, to: own > before.to ? own : before.to, orders: before.orders + 1 },
      );
      continue;
    }
    field('fx_rate').setNumber(order, rate);
    if (rate === 1) continue;
    for (const name of MONEY) if (field(name).isSet(order)) field(name).setNumber(order, converted(field(name).number(order), rate));
  }
  const currencies = [...missing.keys()].join(', ');
  for (const [dataset, count] of heldBack) report.holdBack(dataset, 'orders', count, `no exchange rate for ${currencies} on their day`, `缺少 ${currencies} 当日的汇率`);
  return [...missing].map(([currency, found]) => ({ currency, ...found }));
}
