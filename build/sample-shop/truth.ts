import type { Dirt } from './writers/written-file.ts';
import { LAST_DAY, type Order } from './shop.ts';
import { dayOf } from './text.ts';

export interface MonthTruth {
  sales: number;
  orders: number;
  units: number;
  refunds: number;
}

/** What an import of the exports has to find, in fen and pieces. Orders whose only row was set aside are not in it. */
export interface Truth {
  readonly months: Readonly<Record<string, MonthTruth>>;
  readonly channels: Readonly<Record<string, { sales: number; orders: number }>>;
  /** By the official name of the province the parcel went to, over all channels. */
  readonly provinces: Readonly<Record<string, { sales: number; orders: number }>>;
  readonly total: MonthTruth & { readonly buyers: number; readonly placed: number };
  readonly dirt: Dirt;
}

export function truthOf(orders: readonly Order[], lost: ReadonlySet<Order>, dirt: Dirt): Truth {
  const months: Record<string, MonthTruth> = {};
  const channels: Record<string, { sales: number; orders: number }> = {};
  const provinces: Record<string, { sales: number; orders: number }> = {};
  const total = { sales: 0, orders: 0, units: 0, refunds: 0 };
  const buyers = new Set<string>();
  const monthOf = (seconds: number): MonthTruth => {
    const name = dayOf(seconds).slice(0, 7);
    months[name] ??= { sales: 0, orders: 0, units: 0, refunds: 0 };
    return months[name];
  };
  let placed = 0;
  for (const order of orders) {
    if (lost.has(order)) continue;
    placed++;
    if (order.paidAfter === null) continue;
    const paid = order.placed + order.paidAfter;
    // Paid in July: after the nine months, and for Tmall after the last export.
    if (paid >= (LAST_DAY + 1) * 86_400) continue;
    const sales = order.goods + order.subsidy;
    const units = order.lines.reduce((sum, line) => sum + line.qty, 0);
    channels[order.channel] ??= { sales: 0, orders: 0 };
    for (const bucket of [monthOf(paid), total]) {
      bucket.sales += sales;
      bucket.orders++;
      bucket.units += units;
    }
    provinces[order.place.name] ??= { sales: 0, orders: 0 };
    for (const part of [channels[order.channel], provinces[order.place.name]] as { sales: number; orders: number }[]) {
      part.sales += sales;
      part.orders++;
    }
    buyers.add(`${order.channel}:${order.buyer}`);
    if (order.refund !== null) {
      const done = paid + order.refund.askedAfter + order.refund.doneAfter;
      if (done < (LAST_DAY + 1) * 86_400) {
        monthOf(done).refunds += order.refund.amount;
        total.refunds += order.refund.amount;
      }
    }
  }
  return { months, channels, provinces, total: { ...total, buyers: buyers.size, placed }, dirt };
}
