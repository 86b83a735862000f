import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf } from './bytes.ts';

/** Names as JD's sheet has them; their true order is not known. */
const HEADER = [
  '订单号',
  '商品ID',
  '商品名称',
  '订购数量',
  '支付方式',
  '下单时间',
  '京东价',
  '订单金额',
  '结算金额',
  '余额支付',
  '应付金额',
  '订单状态',
  '订单类型',
  '下单帐号',
  '客户姓名',
  '客户地址',
  '联系电话',
  '商家备注',
  '运费金额',
  '付款确认时间',
  '订单来源',
  '货号',
];

/** An order that JD split: each of its goods is an order of its own, and none of the parts pays the freight but the first. */
export const jdParts = (order: FormatOrder): FormatOrder[] =>
  order.lines.map((line, i) => ({ ...order, id: `${order.id.slice(0, -2)}${90 + i}`, lines: [line], goods: line.goods, shipping: i === 0 ? order.shipping : 0, refund: line.refund }));

/**
 * JD's orders: GB2312, amounts of the order on every line, addresses with commas. An order that was split stays in the sheet, deleted, and
 * its parts name it in the seller's note.
 *
 * @param split orders that were split
 */
export function jdOrders(name: string, orders: readonly FormatOrder[], split: ReadonlySet<FormatOrder>): WrittenFile {
  const rowsOf = (order: FormatOrder, status: string, note: string) =>
    order.lines.map((line) => ({
      订单号: order.id,
      商品ID: `1000${line.product.sku.slice(3)}77`,
      商品名称: line.product.title,
      订购数量: String(line.qty),
      支付方式: '在线支付',
      下单时间: timeOf(order.placed),
      京东价: yuan(line.product.price),
      订单金额: yuan(order.goods),
      结算金额: yuan(order.goods),
      余额支付: '0.00',
      应付金额: yuan(order.goods + order.shipping),
      订单状态: status,
      订单类型: 'SOP',
      下单帐号: `jd_${order.buyer}`,
      客户姓名: '*先生',
      客户地址: `${order.place.province}${order.place.city},${order.place.street}1号`,
      联系电话: '139****0000',
      商家备注: note,
      运费金额: yuan(order.shipping),
      付款确认时间: order.paid === null ? '' : timeOf(order.paid),
      订单来源: 'APP',
      货号: line.product.sku,
    }));
  const rows = orders.flatMap((order) => {
    if (order.paid === null) return rowsOf(order, '(删除)等待付款', '');
    if (!split.has(order)) return rowsOf(order, '等待出库', '');
    return [...rowsOf(order, '(删除)等待出库', ''), ...jdParts(order).flatMap((part) => rowsOf(part, '等待出库', `由订单${order.id}拆分`))];
  });
  return { name, bytes: gbk(csvOf(HEADER, rows)) };
}
