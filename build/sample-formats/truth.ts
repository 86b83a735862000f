import type { FormatOrder } from './shop.ts';

/** What an import has to find of one platform: money in ten-thousandths, as it is stored. */
export interface PlatformTruth {
  readonly placed: number;
  readonly orders: number;
  readonly sales: number;
  readonly units: number;
  readonly refunds: number;
}

/** Adds up the paid orders of one platform. */
export function truthOf(orders: readonly FormatOrder[], refundOf: (order: FormatOrder) => number = ({ refund }) => refund): PlatformTruth {
  const paid = orders.filter((order) => order.paid !== null);
  const sum = (of: (order: FormatOrder) => number) => paid.reduce((total, order) => total + of(order), 0);
  return {
    placed: orders.length,
    orders: paid.length,
    sales: sum(({ goods, subsidy }) => goods + subsidy) * 100,
    units: sum(({ lines }) => lines.reduce((pieces, { qty }) => pieces + qty, 0)),
    refunds: sum(refundOf) * 100,
  };
}

/** The truth of a platform whose orders stand in two sheets. */
export function sumOfTruths(a: PlatformTruth, b: PlatformTruth): PlatformTruth {
  return { placed: a.placed + b.placed, orders: a.orders + b.orders, sales: a.sales + b.sales, units: a.units + b.units, refunds: a.refunds + b.refunds };
}

/** The truth of a platform that is paid in another currency, in the currency of the reports. */
export function atRate(truth: PlatformTruth, rate: number): PlatformTruth {
  return { ...truth, sales: truth.sales * rate, refunds: truth.refunds * rate };
}

/** The truths of two sets of files; platforms that are in both are added up. */
export function sumByPlatform(a: Readonly<Record<string, PlatformTruth>>, b: Readonly<Record<string, PlatformTruth>>): Record<string, PlatformTruth> {
  const sums = { ...a };
  for (const [platform, truth] of Object.entries(b)) {
    const other = sums[platform];
    sums[platform] = other === undefined ? truth : sumOfTruths(other, truth);
  }
  return sums;
}
