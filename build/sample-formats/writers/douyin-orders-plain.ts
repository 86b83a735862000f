import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as public importers read them. */
const HEADER = ['主订单编号', '选购商品', '货号', '商品ID', '商品数量', '商品金额', '订单提交时间', '支付完成时间', '订单状态', '取消原因', '售后状态'];

/** 抖店's sheet without numbers for the parts of an order: 商品金额 is the price of one piece, `-` where nothing is asked back. */
export function douyinOrdersPlain(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      主订单编号: `\t${order.id}`,
      选购商品: line.product.title,
      货号: line.product.sku,
      商品ID: `\t3600${line.product.sku.slice(3)}77`,
      商品数量: String(line.qty),
      商品金额: yuan(line.unit),
      订单提交时间: timeOf(order.placed),
      支付完成时间: order.paid === null ? '' : timeOf(order.paid),
      订单状态: order.paid === null ? '已关闭' : '已完成',
      取消原因: order.paid === null ? '超时未支付' : '-',
      售后状态: '-',
    })),
  );
  return { name, bytes: utf8Bom(csvOf(HEADER, rows)) };
}
