import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as Youzan's sheet of goods has them; their true order is not known. */
const HEADER = ['订单号', '订单创建时间', '商品名称', '商品类目', '商品规格', '规格编码', '商品编码', '商品单价', '商品数量', '商品退款状态', '商品已退款金额', '订单商品状态'];

/** Youzan's sheet of goods: one row a product of an order. */
export function youzanItems(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      订单号: order.id,
      订单创建时间: timeOf(order.placed),
      商品名称: line.product.title,
      商品类目: line.product.category,
      商品规格: '默认',
      规格编码: line.product.sku,
      商品编码: `P${line.product.sku}`,
      商品单价: yuan(line.unit),
      商品数量: String(line.qty),
      商品退款状态: line.refund > 0 ? '退款成功' : '',
      商品已退款金额: yuan(line.refund),
      订单商品状态: order.paid === null ? '已关闭' : '交易完成',
    })),
  );
  return { name, bytes: utf8Bom(csvOf(HEADER, rows)) };
}
