import { timeOf, yuanGrouped } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as 抖店's sheet has them; their true order is not known. */
const HEADER = [
  '主订单编号',
  '子订单编号',
  '选购商品',
  '商品规格',
  '商品数量',
  '商品ID',
  '商家编码',
  '商品单价',
  '订单应付金额',
  '平台实际承担优惠金额',
  '商家实际承担优惠金额',
  '订单提交时间',
  '支付完成时间',
  '订单完成时间',
  '订单状态',
  '取消原因',
  '售后状态',
  '支付方式',
  '流量来源',
  '达人昵称',
  '收件人手机号',
  '省',
  '市',
];

const FULL_WIDTH = ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];

/** 抖店's order sheet: UTF-8 with a mark, a tab after every id, thousands commas, `-` for nothing, a row and amounts for each sub-order. */
export function douyinOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order, n) =>
    order.lines.map((line) => ({
      主订单编号: `${order.id}\t`,
      子订单编号: `${line.id}\t`,
      选购商品: line.product.title,
      商品规格: '-',
      // Typed over by hand in a Chinese input method.
      商品数量: n % 10 === 3 ? (FULL_WIDTH[line.qty] as string) : String(line.qty),
      商品ID: `35${line.product.sku.slice(3)}00077\t`,
      // A code of its own with a leading zero, kept by the wrapper.
      商家编码: `="${line.product.sku.slice(3)}"`,
      商品单价: yuanGrouped(line.unit),
      订单应付金额: yuanGrouped(line.goods),
      平台实际承担优惠金额: '-',
      商家实际承担优惠金额: '-',
      订单提交时间: timeOf(order.placed),
      支付完成时间: order.paid === null ? '-' : timeOf(order.paid),
      订单完成时间: '-',
      订单状态: order.paid === null ? '已关闭' : '已完成',
      取消原因: order.paid === null ? '用户未付款' : '-',
      售后状态: line.refund > 0 ? '退款成功' : '-',
      支付方式: '支付宝',
      流量来源: n % 3 === 0 ? '直播' : '商品卡',
      达人昵称: '-',
      收件人手机号: '1*********8',
      省: order.place.name,
      市: order.place.city,
    })),
  );
  return { name, bytes: utf8Bom(csvOf(HEADER, rows)) };
}
