import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf } from './bytes.ts';

/** Names as a public schema has them, 订单编号 for the order as older layouts say. */
const HEADER = [
  '订单编号',
  '标题',
  '价格',
  '购买数量',
  '外部系统编号',
  '商品属性',
  '套餐信息',
  '备注',
  '订单状态',
  '商家编码',
  '买家应付货款',
  '买家实际支付金额',
  '退款状态',
  '退款金额',
  '订单创建时间',
  '订单付款时间',
  '子订单编号',
];

/** The columns since main and sub orders have numbers of their own. */
const MAIN_HEADER = ['子订单编号', '主订单编号', ...HEADER.slice(1, -1)];

/** Taobao's 宝贝报表: a row for each product, `价格` is the list price, `无退款申请` where nothing was asked back. */
export function taobaoItems(name: string, orders: readonly FormatOrder[]): WrittenFile {
  return { name, bytes: gbk(csvOf(HEADER, rowsOf(orders, '订单编号'))) };
}

/** The same sheet in its present layout, which calls the order 主订单编号. */
export function taobaoItemsMain(name: string, orders: readonly FormatOrder[]): WrittenFile {
  return { name, bytes: gbk(csvOf(MAIN_HEADER, rowsOf(orders, '主订单编号'))) };
}

function rowsOf(orders: readonly FormatOrder[], orderColumn: string) {
  return orders.flatMap((order) =>
    order.lines.map((line) => ({
      [orderColumn]: `="${order.id}"`,
      标题: line.product.title,
      价格: yuan(line.product.price),
      购买数量: String(line.qty),
      外部系统编号: line.product.sku,
      商品属性: '颜色分类：默认',
      订单状态: order.paid === null ? '交易关闭' : '交易成功',
      商家编码: line.product.sku,
      买家应付货款: yuan(line.goods),
      买家实际支付金额: order.paid === null ? '0.00' : yuan(line.goods),
      退款状态: line.refund > 0 ? '退款成功' : '没有申请退款',
      退款金额: line.refund > 0 ? yuan(line.refund) : '无退款申请',
      订单创建时间: timeOf(order.placed),
      订单付款时间: order.paid === null ? '' : timeOf(order.paid),
      子订单编号: `="${line.id}"`,
    })),
  );
}
