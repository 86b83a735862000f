import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as Pinduoduo's sheet has them; their true order is not known. */
export const PDD_HEADER = [
  '商品',
  '订单号',
  '订单状态',
  '商品总价(元)',
  '店铺优惠折扣(元)',
  '平台优惠折扣(元)',
  '多多支付立减金额(元)',
  '邮费(元)',
  '用户实付金额(元)',
  '商家实收金额(元)',
  '商品数量(件)',
  '拼单成功时间',
  '支付时间',
  '发货时间',
  '确认收货时间',
  '商品id',
  '商品规格',
  '样式ID',
  '商家编码-规格维度',
  '快递单号',
  '快递公司',
  '省',
  '市',
  '售后状态',
];

/**
 * Pinduoduo's order sheet: UTF-8 with a mark, a tab before every id, units in the headers, one row an order, no buyer.
 *
 * @param isFinal whether parcels sent so far have arrived by the time of the export
 * @param header other names or another order of the columns
 */
export function pddOrders(name: string, orders: readonly FormatOrder[], isFinal: (order: FormatOrder) => boolean, header: readonly string[] = PDD_HEADER): WrittenFile {
  const rows = orders.map((order) => {
    const [line] = order.lines;
    if (line === undefined) throw new Error(`order ${order.id} has no product`);
    const { paid } = order;
    const state = paid === null ? '已取消' : order.refund > 0 ? '已发货，退款成功' : isFinal(order) ? '已收货' : '待发货';
    return {
      商品: line.product.title,
      订单号: `\t${order.id}`,
      订单状态: state,
      '商品总价(元)': yuan(line.goods),
      '店铺优惠折扣(元)': '0.00',
      '平台优惠折扣(元)': yuan(order.subsidy),
      '多多支付立减金额(元)': '0.00',
      '邮费(元)': yuan(order.shipping),
      '用户实付金额(元)': yuan(order.goods + order.shipping),
      '商家实收金额(元)': yuan(order.goods + order.shipping + order.subsidy),
      '商品数量(件)': String(line.qty),
      拼单成功时间: timeOf(order.placed),
      订单成交时间: timeOf(order.placed),
      支付时间: paid === null ? '' : timeOf(paid),
      发货时间: paid !== null && isFinal(order) ? timeOf(paid + 40_000) : '',
      确认收货时间: paid !== null && isFinal(order) && order.refund === 0 ? timeOf(paid + 90_000) : '',
      商品id: `\t7000${line.product.sku.slice(3)}55`,
      商品规格: '默认',
      样式ID: `\t8000${line.product.sku.slice(3)}66`,
      '商家编码-规格维度': line.product.sku,
      省: order.place.name,
      市: order.place.city,
      售后状态: order.refund > 0 ? '退款成功' : '无售后或售后取消',
    };
  });
  return { name, bytes: utf8Bom(csvOf(header, rows)) };
}
