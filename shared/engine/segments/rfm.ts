import { SuanpanError } from '#contract/errors';
import type { Why } from '#contract/metrics';
import type { RfmCell, RfmRegion, RfmReply, RfmRequest } from '#contract/segments';
import type { Text } from '#contract/values';
import type { Table } from '../table/table.ts';
import { dayNumber, dayText } from '../values/dates.ts';
import { type Buyers, buyersBetween, type PaidOrders, paidOrders } from './buyers.ts';
import { CLASSES, classOf, ORDER_COUNTS, quintileBounds } from './classes.ts';
import { REGIONS, regionOf } from './regions.ts';

const DEFAULT_DAYS = 365;
/** How far back the earlier count of a region looks. */
const BEFORE_DAYS = 30;
/** Below this share of orders with a known buyer the result is warned about (metrics.md 1). */
const LOW_COVERAGE = 0.6;

/** The buyers of a window with their classes: recency 5 is the most recent, frequency and money 5 the most. */
export interface Scored {
  readonly from: number;
  readonly to: number;
  readonly buyers: Buyers;
  readonly orders: PaidOrders;
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly cuts: RfmReply['cuts'];
  /** Fewer people than classes while classes are fifths of them: nobody is placed, `r`, `f` and `m` mean nothing. */
  readonly tooFew: boolean;
}

/**
 * Scores the buyers of a window by recency, frequency and money (RFM; A. M. Hughes, "Strategic Database Marketing", 1994).
 * Recency and money (after refunds) go by quintile with equal values in one class; frequency by 1, 2, 3, 4, 5 and more orders, or by
 * quintile.
 *
 * @param table the canonical table `orders`
 * @param returns the canonical table `returns`; without it money is before refunds
 * @throws SuanpanError `no-data` without paid orders, `invalid-params` for a window that is none
 */
export function scoreBuyers(table: Table, request: RfmRequest, returns?: Table): Scored {
  const orders = paidOrders(table, returns);
  if (orders.lastDay === null)
    throw new SuanpanError({ code: 'no-data', message: { en: 'There are no paid orders yet', zh: '还没有已付款订单' }, hint: { en: 'Import an order export', zh: '请导入订单报表' } });
  return scoreWindow(orders, windowOf(orders, request), request);
}

function scoreWindow(orders: PaidOrders, { from, to }: { from: number; to: number }, request: RfmRequest): Scored {
  const buyers = buyersBetween(orders, from, to);
  const silence = buyers.lastDay.map((day) => to - day);
  const recency = request.cuts?.recency ?? quintileBounds(silence);
  const frequency = request.cuts?.frequency ?? (request.frequency === 'quintiles' ? quintileBounds(buyers.orders) : ORDER_COUNTS);
  const monetary = request.cuts?.monetary ?? quintileBounds(buyers.netSales);
  const byFifths = request.cuts?.recency === undefined || request.cuts.monetary === undefined || (request.cuts.frequency === undefined && request.frequency === 'quintiles');
  return {
    from,
    to,
    buyers,
    orders,
    r: Uint8Array.from(silence, (days) => CLASSES + 1 - classOf(days, recency)),
    f: Uint8Array.from(buyers.orders, (count) => classOf(count, frequency)),
    m: Uint8Array.from(buyers.netSales, (sales) => classOf(sales, monetary)),
    cuts: { recency, frequency, monetary },
    tooFew: byFifths && buyers.count < CLASSES,
  };
}

function windowOf(orders: PaidOrders, request: RfmRequest): { from: number; to: number } {
  const days = request.days ?? DEFAULT_DAYS;
  if (!Number.isInteger(days) || days < 1 || days > 3660) throw invalid(`the window must be 1 to 3660 days: ${days}`, `窗口须为 1 至 3660 天：${days}`);
  if (request.to !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(request.to)) throw invalid(`invalid day: ${request.to}`, `日期无效：${request.to}`);
  for (const cuts of Object.values(request.cuts ?? {})) {
    if (cuts !== undefined && (cuts.length !== CLASSES || cuts.some((cut, i) => i > 0 && cut <= (cuts[i - 1] as number))))
      throw invalid('cut points must be five ascending numbers', '分界点须为五个递增的数');
  }
  const to = request.to === undefined ? (orders.lastDay as number) : dayNumber(request.to);
  return { from: to - days + 1, to };
}

const invalid = (en: string, zh: string) => new SuanpanError({ code: 'invalid-params', message: { en, zh } });

/**
 * Customers in a 5×5 grid of recency and frequency with nine named regions, and how many each region had 30 days earlier by the
 * same rules.
 *
 * @param table the canonical table `orders`
 * @param context currency of the amounts, for whoever shows them, and the canonical table `returns`
 * @throws SuanpanError `no-data`, `invalid-params`
 */
export function rfm(table: Table, request: RfmRequest, context: { readonly currency: string; readonly returns?: Table }): RfmReply {
  const now = scoreBuyers(table, request, context.returns);
  const { buyers, orders } = now;
  const reaches = (orders.firstDay as number) <= now.from - BEFORE_DAYS;
  const then = reaches ? scoreWindow(orders, { from: now.from - BEFORE_DAYS, to: now.to - BEFORE_DAYS }, request) : null;
  const earlier = then === null || then.tooFew ? null : countRegions(then);
  const coverage = buyers.paidOrders === 0 ? 0 : buyers.identifiedOrders / buyers.paidOrders;
  const cells = cellsOf(now);
  return {
    from: dayText(now.from),
    to: dayText(now.to),
    customers: buyers.count,
    unidentifiedOrders: buyers.paidOrders - buyers.identifiedOrders,
    identityCoverage: coverage,
    cells,
    regions: regionsOf(cells, buyers.count, earlier),
    why: now.tooFew ? tooFew(buyers.count) : null,
    cuts: now.cuts,
    warnings: warningsOf(coverage, buyers, now),
    currency: context.currency,
  };
}

/** All 25 cells, recency 1 to 5 within frequency 1 to 5. */
function cellsOf({ buyers, r, f, tooFew: nobody }: Scored): RfmCell[] {
  const customers = new Uint32Array(CLASSES * CLASSES);
  const sales = new Float64Array(CLASSES * CLASSES);
  const netSales = new Float64Array(CLASSES * CLASSES);
  for (let i = 0; i < (nobody ? 0 : buyers.count); i++) {
    const cell = ((f[i] as number) - 1) * CLASSES + (r[i] as number) - 1;
    customers[cell] = (customers[cell] as number) + 1;
    sales[cell] = (sales[cell] as number) + (buyers.sales[i] as number);
    netSales[cell] = (netSales[cell] as number) + (buyers.netSales[i] as number);
  }
  return Array.from(customers, (count, cell) => {
    const [cellR, cellF] = [(cell % CLASSES) + 1, Math.floor(cell / CLASSES) + 1];
    return { r: cellR, f: cellF, region: regionOf(cellR, cellF), customers: count, sales: sales[cell] as number, netSales: netSales[cell] as number };
  });
}

function countRegions(scored: Scored): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cellsOf(scored)) counts.set(cell.region, (counts.get(cell.region) ?? 0) + cell.customers);
  return counts;
}

function regionsOf(cells: readonly RfmCell[], allCustomers: number, before: ReadonlyMap<string, number> | null): RfmRegion[] {
  const allSales = cells.reduce((sum, cell) => sum + cell.sales, 0);
  return REGIONS.map(({ id, title, advice }): RfmRegion => {
    const own = cells.filter((cell) => cell.region === id);
    const customers = own.reduce((sum, cell) => sum + cell.customers, 0);
    const sales = own.reduce((sum, cell) => sum + cell.sales, 0);
    return {
      id,
      title,
      advice,
      customers,
      share: allCustomers === 0 ? 0 : customers / allCustomers,
      sales,
      salesShare: allSales === 0 ? 0 : sales / allSales,
      netSales: own.reduce((sum, cell) => sum + (cell.netSales ?? 0), 0),
      spend: customers === 0 ? 0 : Math.round(sales / customers),
      before: before === null ? null : (before.get(id) ?? 0),
    };
  });
}

/** Whether all are in one class. */
const allEqual = (classes: Uint8Array): boolean => classes.every((one) => one === classes[0]);

function tooFew(people: number): Why {
  return {
    code: 'too-few',
    needs: [],
    message: {
      en: `Only ${people} known ${people === 1 ? 'customer' : 'customers'} in this window: five classes need at least five people. Set your own cut points, or a longer window`,
      zh: `该时间窗内仅有 ${people} 位可识别客户，五个等级至少需要五位。可自定义分界点，或延长时间窗`,
    },
  };
}

function warningsOf(coverage: number, buyers: Buyers, scored: Scored): Text[] {
  const { from, orders, tooFew: nobody } = scored;
  const warnings: Text[] = nobody && buyers.count > 0 ? [tooFew(buyers.count).message] : [];
  if (!nobody && allEqual(scored.r)) warnings.push({ en: 'All customers bought last at the same time: recency tells nobody apart', zh: '所有客户的最近购买时间相同，无法按近度区分' });
  if (!nobody && allEqual(scored.m)) warnings.push({ en: 'All customers spent the same: money tells nobody apart', zh: '所有客户的消费金额相同，无法按金额区分' });
  if (buyers.paidOrders === 0) warnings.push({ en: 'There are no paid orders in this window', zh: '该时间窗内没有已付款订单' });
  else if (buyers.identifiedOrders === 0) warnings.push({ en: 'No order names its buyer: import an order export with buyers to see segments', zh: '订单中没有买家信息：请导入含买家的订单报表' });
  else if (coverage < LOW_COVERAGE) {
    const percent = Math.floor(coverage * 100);
    warnings.push({ en: `Only ${percent}% of the orders name their buyer: the segments stand for a part of the customers`, zh: `仅 ${percent}% 的订单可识别买家：分群只代表部分客户` });
  }
  if (orders.firstDay !== null && orders.firstDay > from) {
    warnings.push({
      en: `The data begins on ${dayText(orders.firstDay)}, inside the window: orders before that day are not counted`,
      zh: `数据自 ${dayText(orders.firstDay)} 开始，晚于时间窗起点：更早的订单未计入`,
    });
  }
  return warnings;
}
