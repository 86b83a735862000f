import type { Order } from '../shop.ts';
import { csv, yuan, yuanGrouped } from '../text.ts';
import { gbk } from './bytes.ts';
import { tmallStatus } from './tmall-status.ts';
import type { WrittenFile } from './written-file.ts';

/** Tmall's item export: one row a product in an order, GBK. */
export function tmallItems(month: string, orders: readonly Order[], exportedAt: number): WrittenFile {
  const header = ['订单编号', '子订单编号', '标题', '价格', '购买数量', '商家编码', '商品类目', '商品属性', '订单状态', '买家应付货款', '退款状态', '退款金额'];
  const rows = orders.flatMap((order) => {
    const { status } = tmallStatus(order, exportedAt);
    return order.lines.map((line, i) => [
      `="${order.id}"`,
      `="${order.id}${i + 1}"`,
      line.product.title,
      yuan(line.product.price),
      String(line.qty),
      line.product.sku,
      line.product.category,
      '颜色:默认',
      status,
      yuanGrouped(line.goods),
      order.refund?.line === i ? '退款成功' : '没有申请退款',
      order.refund?.line === i ? yuan(order.refund.amount) : '无退款申请',
    ]);
  });
  return { name: `天猫宝贝_${month}.csv`, bytes: gbk(csv([header, ...rows])) };
}
