import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as 抖店's after-sales sheet has them; their true order is not known. */
const HEADER = [
  '售后单号',
  '订单号',
  '商品单号',
  '商品ID',
  '商家编码',
  '售后类型',
  '售后状态',
  '退商品金额(元)',
  '退运费金额(元)',
  '售后申请时间',
  '商家退款时间',
  '售后完结时间',
  '售后原因',
  '用户售后说明',
  '纠纷责任方',
];

/**
 * 抖店's after-sales sheet: UTF-8 with a mark, a tab after every id.
 *
 * @param destroyed how many rows more have an order number that Excel turned into `1.93E+18`
 */
export function douyinReturns(name: string, orders: readonly FormatOrder[], destroyed: number): WrittenFile {
  const row = (id: string, order: string, line: string, sku: string, amount: number, asked: number) => ({
    售后单号: `${id}\t`,
    订单号: order,
    商品单号: `${line}\t`,
    商家编码: `="${sku}"`,
    售后类型: '仅退款',
    售后状态: '退款成功',
    '退商品金额(元)': yuan(amount),
    '退运费金额(元)': '--',
    售后申请时间: timeOf(asked),
    商家退款时间: timeOf(asked + 3600),
    售后完结时间: timeOf(asked + 3600),
    售后原因: '七天无理由',
    用户售后说明: '-',
    纠纷责任方: '-',
  });
  const rows = orders.flatMap((order) =>
    order.lines.filter(({ refund }) => refund > 0).map((line) => row(`14${line.id.slice(2)}`, `${order.id}\t`, line.id, line.product.sku.slice(3), line.refund, (order.paid as number) + 7200)),
  );
  const lost = Array.from({ length: destroyed }, (_, i) => row(`1499999999999999${i}`, '1.93E+18', `69999999999999999${i}`, '0001', 1000, (orders[0] as FormatOrder).placed + 86_400));
  return { name, bytes: utf8Bom(csvOf(HEADER, [...rows, ...lost])) };
}
