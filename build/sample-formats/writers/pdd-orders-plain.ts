import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as public importers read them; their true order is not known. */
const HEADER = [
  '订单号',
  '订单状态',
  '商品',
  '商品id',
  '商品规格',
  '商品数量(件)',
  '商品总价(元)',
  '店铺优惠折扣(元)',
  '平台优惠折扣(元)',
  '用户实付金额(元)',
  '商家实收金额(元)',
  '发货时间',
  '售后状态',
];

/** Pinduoduo's sheet with few columns: no time of order or payment, a tab before every id. */
export function pddOrdersPlain(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      订单号: `\t${order.id}`,
      订单状态: order.paid === null ? '已取消' : order.refund > 0 ? '已发货，退款成功' : '已发货，待签收',
      商品: line.product.title,
      商品id: `\t7000${line.product.sku.slice(3)}55`,
      商品规格: '默认',
      '商品数量(件)': String(line.qty),
      '商品总价(元)': yuan(line.goods),
      '店铺优惠折扣(元)': '0.00',
      '平台优惠折扣(元)': yuan(order.subsidy),
      '用户实付金额(元)': yuan(order.goods),
      '商家实收金额(元)': yuan(order.goods + order.subsidy),
      发货时间: order.paid === null ? '' : timeOf(order.paid + 40_000),
      售后状态: order.refund > 0 ? '退款成功' : '无售后或售后取消',
    })),
  );
  return { name, bytes: utf8Bom(csvOf(HEADER, rows)) };
}
