import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf } from './bytes.ts';

/** Names and order as a public schema of the order report has them, the columns that stay empty left out. */
const HEADER = [
  '订单编号',
  '买家会员名',
  '买家支付宝账号',
  '买家应付货款',
  '买家应付邮费',
  '买家支付积分',
  '总金额',
  '返点积分',
  '买家实际支付金额',
  '订单状态',
  '收货人姓名',
  '收货地址',
  '联系手机',
  '订单创建时间',
  '订单付款时间',
  '宝贝标题',
  '宝贝种类',
  '物流单号',
  '物流公司',
  '宝贝总数量',
  '店铺Id',
  '店铺名称',
  '订单关闭原因',
  '是否手机订单',
  '退款金额',
  '确认收货时间',
  '打款商家金额',
];

/**
 * Taobao's order report (`ExportOrderList`): GBK, `="…"` around order numbers, `'` before phones, 元 behind what was paid out to the seller.
 * Orders of more than three months ago are in a file of their own with the same columns.
 */
export function taobaoOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.map((order) => {
    const paid = order.goods + order.shipping;
    const pieces = order.lines.reduce((sum, { qty }) => sum + qty, 0);
    return {
      订单编号: `="${order.id}"`,
      买家会员名: `tb${order.buyer}_88`,
      买家应付货款: yuan(order.goods),
      买家应付邮费: yuan(order.shipping),
      买家支付积分: '0',
      总金额: yuan(order.lines.reduce((sum, { product, qty }) => sum + product.price * qty, 0)),
      返点积分: '0',
      买家实际支付金额: order.paid === null ? '0.00' : yuan(paid),
      订单状态: order.paid === null ? '交易关闭' : order.refund >= order.goods && order.refund > 0 ? '交易关闭' : '交易成功',
      收货人姓名: '陆*',
      收货地址: `${order.place.province} ${order.place.city} ${order.place.street} 1 号`,
      联系手机: `'138****${String(order.buyer).padStart(4, '0')}`,
      订单创建时间: timeOf(order.placed),
      订单付款时间: order.paid === null ? '' : timeOf(order.paid),
      宝贝标题: order.lines.map(({ product }) => product.title).join('，'),
      宝贝种类: String(order.lines.length),
      物流单号: order.paid === null ? '' : `No:YT${order.id.slice(-10)}`,
      物流公司: order.paid === null ? '' : '圆通速递',
      宝贝总数量: String(pieces),
      店铺Id: '0',
      店铺名称: '鹿鸣家居旗舰店',
      订单关闭原因: order.paid === null ? '买家未付款' : '订单未关闭',
      是否手机订单: '手机订单',
      退款金额: yuan(order.refund),
      确认收货时间: order.paid === null ? '' : timeOf(order.paid + 500_000),
      打款商家金额: order.paid === null ? '0.00元' : `${yuan(paid - order.refund)}元`,
    };
  });
  return { name, bytes: gbk(csvOf(HEADER, rows)) };
}
