import type { Order } from '../shop.ts';

/** The state an order has in an export made at `now`. */
export function tmallStatus(order: Order, now: number): { status: string; paid: number | null; done: number | null; reason: string } {
  const paid = order.paidAfter === null ? null : order.placed + order.paidAfter;
  if (paid === null || paid > now)
    return now - order.placed < 86_400 ? { status: '等待买家付款', paid: null, done: null, reason: '' } : { status: '交易关闭', paid: null, done: null, reason: '买家未付款' };
  if (order.refund !== null && order.refund.amount === order.goods && paid + order.refund.askedAfter + order.refund.doneAfter < now) return { status: '交易关闭', paid, done: null, reason: '退款' };
  const done = paid + 7 * 86_400;
  if (done < now) return { status: '交易成功', paid, done, reason: '' };
  return { status: now - paid < 86_400 ? '买家已付款，等待卖家发货' : '卖家已发货，等待买家确认', paid, done: null, reason: '' };
}
