import * as XLSX from '@e965/xlsx';
import { timeOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table } from './bytes.ts';

/** Names as the WeChat shop's sheet has them; their true order is not known. */
const HEADER = [
  '订单号',
  '订单状态',
  '订单下单时间',
  '支付时间',
  '商品名称',
  '商品编码(平台)',
  'SKU编码(自定义)',
  '商品属性',
  '商品价格(单件)',
  '商品实际价格(单件)',
  '商品数量',
  '商品实际价格(总共)',
  '商品售后',
  '商品已退款金额',
  '订单运费',
  '订单实际支付金额',
  '订单实际收款金额',
  '支付方式',
  '收件人手机',
  '省',
  '市',
  '技术服务费',
];

/** The WeChat shop's order sheet: a workbook, one row a product, the order's amounts on each of them. */
export function wechatShopOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      订单号: order.id,
      订单状态: order.paid === null ? '已取消' : '已完成',
      订单下单时间: timeOf(order.placed),
      支付时间: order.paid === null ? '' : timeOf(order.paid),
      商品名称: line.product.title,
      '商品编码(平台)': `100${line.product.sku.slice(3)}88`,
      'SKU编码(自定义)': line.product.sku,
      商品属性: '默认',
      '商品价格(单件)': yuan(line.product.price),
      '商品实际价格(单件)': yuan(line.unit),
      商品数量: String(line.qty),
      '商品实际价格(总共)': yuan(line.goods),
      商品售后: line.refund > 0 ? '退款完成' : '',
      商品已退款金额: line.refund > 0 ? yuan(line.refund) : '',
      订单运费: yuan(order.shipping),
      订单实际支付金额: yuan(order.goods + order.shipping),
      订单实际收款金额: yuan(order.goods + order.shipping),
      支付方式: '微信支付',
      收件人手机: '138****0000',
      省: order.place.name,
      市: order.place.city,
      技术服务费: '0.60',
    })),
  );
  return { name, bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, rows)), '订单', 'xlsx') };
}
