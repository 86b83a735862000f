import type { Order } from '../shop.ts';
import { csv, timeOf, yuan } from '../text.ts';
import { gbk } from './bytes.ts';
import type { WrittenFile } from './written-file.ts';

/** JD's order export: GBK, amounts repeated on every line of an order. */
export function jdOrders(month: string, orders: readonly Order[], exportedAt: number): WrittenFile {
  const header = [
    '订单号',
    '商品ID',
    '商品名称',
    '订购数量',
    '支付方式',
    '下单时间',
    '京东价',
    '订单金额',
    '运费金额',
    '应付金额',
    '订单状态',
    '订单来源',
    '下单帐号',
    '客户姓名',
    '客户地址',
    '联系电话',
    '付款确认时间',
    '订单完成时间',
    '货号',
  ];
  const rows = orders.flatMap((order) => {
    const paid = order.paidAfter === null ? null : order.placed + order.paidAfter;
    const done = paid !== null && paid + 6 * 86_400 < exportedAt ? paid + 6 * 86_400 : null;
    const status = paid === null ? '已取消' : done !== null ? '完成' : '等待确认收货';
    return order.lines.map((line) => [
      order.id,
      `1000${line.product.sku.slice(3)}77`,
      line.product.title,
      String(line.qty),
      '在线支付',
      timeOf(order.placed),
      yuan(line.product.price),
      yuan(order.goods),
      yuan(order.shipping),
      yuan(order.goods + order.shipping),
      status,
      fromApp(order) ? 'APP' : '微信',
      `jd_${order.buyer.toString(36)}${order.buyer % 7}`,
      '*先生',
      jdAddress(order),
      '139****0000',
      paid === null ? '' : timeOf(paid),
      done === null ? '' : timeOf(done),
      line.product.sku,
    ]);
  });
  return { name: `京东订单_${month}.csv`, bytes: gbk(csv([header, ...rows])) };
}

/** JD writes the whole address into one cell, the province without 省 and a city of its own only once, with a comma before the house. */
function jdAddress({ place, buyer }: Order): string {
  const province = place.province.replace(/省$/, '');
  return `${province}${place.city === place.name ? '' : place.city}${place.street}${buyer % 200}号,${(buyer % 9) + 1}幢`;
}

const fromApp = (order: Order) => (order.placed >> 3) % 5 !== 0;
