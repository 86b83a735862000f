import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8 } from './bytes.ts';

/** The columns of the public file, the blanks behind some of their names included. */
const HEADER = ['订单编号', '总金额', '买家实际支付金额', '收货地址 ', '订单创建时间', '订单付款时间 ', '退款金额'];

/** Tmall's order report cut down for analysis: what the buyer has “really paid” is what was left after refunds. */
export function tmallOrderReport(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.map((order, n) => ({
    订单编号: String(n + 1),
    总金额: yuan(order.goods),
    买家实际支付金额: order.paid === null ? '0.00' : yuan(order.goods - order.refund),
    '收货地址 ': order.place.name,
    订单创建时间: timeOf(order.placed),
    '订单付款时间 ': order.paid === null ? '' : timeOf(order.paid),
    退款金额: yuan(order.refund),
  }));
  return { name, bytes: utf8(csvOf(HEADER, rows)) };
}
