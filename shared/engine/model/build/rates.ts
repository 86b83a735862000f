import type { FxRate } from '#contract/model';
import { roundHalfEven } from '../../values/numbers.ts';
import type { BuildReport } from './context.ts';
import type { FieldStore } from './field-store.ts';
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
    return this.always(currency) ?? this.#byCurrency.get(currency as string)?.findLast((rate) => day !== null && rate.date <= day)?.rate ?? null;
  }

  /** The rate that holds on every day; `null` where the day matters. */
  always(currency: string | null): number | null {
    // A workspace without a currency of its own compares nothing.
    return currency === null || currency === this.reporting || this.reporting === 'XXX' ? 1 : null;
  }
}

const MONEY = ['goods_amount', 'platform_subsidy', 'seller_discount', 'shipping_fee', 'tax_amount', 'paid_amount', 'refund_amount'] as const;

/** Money in another currency, at a rate; derived money rounds half-even at the fourth place. */
export const converted = (value: number, rate: number): number => (rate === 1 ? value : roundHalfEven(value * rate));

/** For a code of the field the currency that its text names, each worked out once; `null` where it names none. */
function currencyCodes(field: FieldStore): (code: number) => string | null {
  const known: (string | null | undefined)[] = [];
  return (code) => {
    let currency = known[code];
    if (currency === undefined) {
      const said = field.dictionary.text(code)?.trim().toUpperCase() ?? '';
      currency = /^[A-Z]{3}$/.test(said) ? said : null;
      known[code] = currency;
    }
    return currency;
  };
}

/**
 * Brings the amounts of every order into the reporting currency, at the rate of its paid day, else of the day it was placed. An order
 * whose rate is missing is held back.
 */
export function settleCurrency(orders: OrderIndex, shops: Shops, rates: Rates, report: BuildReport): MissingRate[] {
  const { store } = orders;
  const field = (name: string) => store.field(name);
  const [currencies, rateField, paidDays, placedDays] = [field('currency'), field('fx_rate'), field('paid_date'), field('placed_date')];
  const money = MONEY.map(field);
  const ofShop = shops.byOrder(orders, (platform, shop) => shops.currency(platform, shop));
  const saidBy = currencyCodes(currencies);
  const codes = new Map<string, number>();
  const codeOf = (currency: string) => {
    const known = codes.get(currency) ?? currencies.dictionary.add(currency);
    codes.set(currency, known);
    return known;
  };
  const missing = new Map<string, { from: string; to: string; orders: number }>();
  const heldBack = new Map<string, number>();
  for (let order = 0; order < store.rows; order++) {
    const currency = saidBy(currencies.code(order)) ?? ofShop(order) ?? orders.sheetCurrency(order);
    if (currency !== null) currencies.setCode(order, codeOf(currency));
    let rate = rates.always(currency);
    if (rate === null) {
      const day = paidDays.text(order) ?? placedDays.text(order);
      rate = rates.on(currency, day);
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
    }
    rateField.setNumber(order, rate);
    if (rate === 1) continue;
    for (const amount of money) if (amount.isSet(order)) amount.setNumber(order, converted(amount.number(order), rate));
  }
  const names = [...missing.keys()].join(', ');
  for (const [dataset, count] of heldBack) report.holdBack(dataset, 'orders', count, `no exchange rate for ${names} on their day`, `缺少 ${names} 当日的汇率`);
  return [...missing].map(([currency, found]) => ({ currency, ...found }));
}
