import type { Random } from '../random.ts';
import type { Order } from '../shop.ts';
import { cell, slashTime, timeOf, yuan } from '../text.ts';
import { gbk } from './bytes.ts';
import { tmallStatus } from './tmall-status.ts';
import type { Dirt, WrittenFile } from './written-file.ts';

const TMALL_HEADER = [
  '订单编号',
  '买家会员名',
  '买家应付货款',
  '买家应付邮费',
  '总金额',
  '买家实际支付金额',
  '天猫卡券抵扣',
  '订单状态',
  '订单创建时间',
  '订单付款时间',
  '确认收货时间',
  '收货地址',
  '联系手机',
  '宝贝总数量',
  '订单备注',
  '店铺名称',
  '订单关闭原因',
];

/**
 * Tmall's order export of one month: GBK, two title rows, ids as `="…"`, the last days of the month before once more in their newer
 * state, and from November on a total row.
 */
export function tmallOrders(month: string, orders: readonly Order[], overlap: readonly Order[], exportedAt: number, random: Random, dirt: Dirt, lost: Set<Order>): WrittenFile {
  const rows = [...overlap, ...orders].map((order, i) => {
    const { status, paid, done, reason } = tmallStatus(order, exportedAt);
    const isNew = i >= overlap.length;
    const created = isNew && random.chance(0.0012);
    const remark = random.chance(0.05) ? random.pick(['请尽快发货', '送人，不要放价格', '周末送货', '发顺丰　谢谢']) : '';
    const list = order.lines.reduce((sum, line) => sum + line.product.price * line.qty, 0);
    if (created) {
      // A day that is not in the calendar: the cell is refused, the row stays, the order has no creation date.
      dirt.refused++;
    }
    const row = [
      `="${order.id}"`,
      `tb${order.buyer}_${(order.buyer * 7919) % 9973}`,
      yuan(order.goods),
      yuan(order.shipping),
      yuan(list),
      paid === null ? '0.00' : yuan(order.goods + order.shipping),
      order.subsidy === 0 ? '' : yuan(order.subsidy),
      status,
      created ? '2025/2/30 10:22' : slashTime(order.placed),
      paid === null ? '' : timeOf(paid),
      done === null ? '' : timeOf(done),
      `${order.place.province} ${order.place.city} ${order.place.street} ${order.buyer % 200} 号`,
      `'138****${String(order.buyer % 10_000).padStart(4, '0')}`,
      String(order.lines.reduce((sum, line) => sum + line.qty, 0)),
      remark,
      '鹿鸣家居旗舰店',
      reason,
    ];
    let line = row.map(cell).join(',');
    if (isNew && random.chance(0.0008)) {
      // A comma in the remark that nobody quoted: one field too many.
      line = [...row.slice(0, 14), '不要打电话,放门口', ...row.slice(15)].join(',');
      dirt.setAside++;
      lost.add(order);
    }
    return line;
  });
  dirt.repeatedRows += overlap.length;
  const title = ['店铺订单明细导出', `导出时间：${timeOf(exportedAt)}　店铺：鹿鸣家居旗舰店`];
  return { name: `天猫订单_${month}.csv`, bytes: gbk(`${[...title, TMALL_HEADER.join(','), ...rows].join('\r\n')}\r\n`) };
}
