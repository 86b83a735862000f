import { timeOf, yuan, yuanGrouped } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as Youzan's sheet has them; their true order is not known. */
const HEADER = [
  '订单号',
  '归属店铺',
  '订单状态',
  '订单创建时间',
  '买家付款时间',
  '付款方式',
  '全部商品名称',
  '商品金额合计',
  '运费',
  '店铺优惠合计',
  '订单实付金额',
  '订单实收金额',
  '收货人省份',
  '收货人城市',
  '收货人/提货人',
  '收货人手机号/提货人手机号',
  '买家昵称',
  '买家手机号',
  '分销员',
  '订单退款状态',
  '订单已退款金额',
  '优惠券码名称',
];

/** Youzan's order sheet: one row an order, the goods joined in one cell, amounts with `¥` and thousands commas; the phone of the buyer and that of whoever receives the goods. */
export function youzanOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.map((order) => ({
    订单号: order.id,
    归属店铺: '鹿鸣家居',
    订单状态: order.paid === null ? '已关闭' : '交易完成',
    订单创建时间: timeOf(order.placed),
    买家付款时间: order.paid === null ? '' : timeOf(order.paid),
    付款方式: '微信支付',
    全部商品名称: order.lines.map(({ product, qty }) => `${product.title}(${qty}件)`).join(';'),
    商品金额合计: `¥${yuanGrouped(order.goods)}`,
    运费: yuan(order.shipping),
    店铺优惠合计: '0.00',
    订单实付金额: `¥${yuanGrouped(order.goods + order.shipping)}`,
    订单实收金额: `¥${yuanGrouped(order.goods + order.shipping)}`,
    收货人省份: order.place.name,
    收货人城市: order.place.city,
    '收货人/提货人': '陆**',
    '收货人手机号/提货人手机号': `1590000${String(order.placed % 10_000).padStart(4, '0')}`,
    买家昵称: `yz${order.buyer}`,
    买家手机号: `1380000${String(order.buyer).padStart(4, '0')}`,
    订单退款状态: order.refund > 0 ? '退款成功' : '',
    订单已退款金额: yuan(order.refund),
  }));
  return { name, bytes: utf8Bom(csvOf(HEADER, rows)) };
}
