import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf } from './bytes.ts';

/** Names as 聚水潭's cost sheet has them; their true order is not known. */
const HEADER = [
  '内部订单号',
  '线上订单号',
  '原始线上订单号',
  '店铺名称',
  '平台站点',
  '下单时间',
  '付款日期',
  '发货日期',
  '状态',
  '商品编码',
  '款式编码',
  '商品名称',
  '颜色及规格',
  '数量',
  '商品单价',
  '商品金额',
  '成本价',
  '已付金额',
  '总成本',
];

/**
 * 聚水潭's cost sheet of orders, those of platforms without a sheet of their own among them: ids as `="…"`, GBK, `总成本` added by the user.
 *
 * @param firstNumber the ERP's own number of the first order
 */
export function jushuitanOrders(name: string, orders: readonly FormatOrder[], site: string, firstNumber: number, skuOf: (sku: string) => string): WrittenFile {
  const rows = orders.flatMap((order, n) =>
    order.lines.map((line) => ({
      内部订单号: `="${firstNumber + n}"`,
      线上订单号: `="${order.id}"`,
      原始线上订单号: `="${order.id}"`,
      店铺名称: '鹿鸣家居',
      平台站点: site,
      下单时间: timeOf(order.placed),
      付款日期: order.paid === null ? '' : timeOf(order.paid),
      发货日期: order.paid === null ? '' : timeOf(order.paid + 40_000),
      状态: order.paid === null ? (n % 2 === 0 ? '取消' : '已取消') : '已发货',
      商品编码: `="${skuOf(line.product.sku)}"`,
      款式编码: `="${skuOf(line.product.sku)}"`,
      商品名称: line.product.title,
      颜色及规格: '默认',
      数量: String(line.qty),
      商品单价: yuan(line.unit),
      商品金额: yuan(line.goods),
      成本价: yuan(Math.round(line.product.price * 0.4)),
      已付金额: yuan(order.goods + order.shipping),
      总成本: yuan(Math.round(line.product.price * 0.4) * line.qty),
    })),
  );
  return { name, bytes: gbk(csvOf(HEADER, rows)) };
}
