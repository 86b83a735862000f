import type { Order } from '../shop.ts';
import { csv, timeOf, yuan } from '../text.ts';
import type { WrittenFile } from './written-file.ts';

/** Shopify's order export: UTF-8, order fields on the first line of an order only, times with their offset. */
export function shopifyOrders(month: string, orders: readonly Order[]): WrittenFile {
  const header = [
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Fulfilled at',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Discount Code',
    'Discount Amount',
    'Shipping Method',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Shipping City',
    'Shipping Zip',
    'Shipping Province',
    'Shipping Country',
    'Payment Method',
    'Refunded Amount',
    'Source',
  ];
  const rows = orders.flatMap((order) => {
    const paid = order.paidAfter === null ? null : order.placed + order.paidAfter;
    return order.lines.map((line, i) => {
      const own = [line.qty, line.product.english, yuan(line.product.price), line.product.sku].map(String);
      if (i > 0) return [order.id, `guest${order.buyer}@example.com`, '', '', '', '', '', '', '', '', '', '', '', '', '', ...own, '', '', '', '', '', '', ''];
      const list = order.lines.reduce((sum, item) => sum + item.product.price * item.qty, 0);
      const time = (seconds: number) => `${timeOf(seconds)} +0800`;
      return [
        order.id,
        `guest${order.buyer}@example.com`,
        paid === null ? 'pending' : 'paid',
        paid === null ? '' : time(paid),
        paid === null ? '' : 'fulfilled',
        paid === null ? '' : time(paid + 90_000),
        'CNY',
        yuan(order.goods),
        yuan(order.shipping),
        '0.00',
        yuan(order.goods + order.shipping),
        list > order.goods ? 'HELLO' : '',
        yuan(list - order.goods),
        'Standard',
        time(order.placed),
        ...own,
        order.place.city,
        `'0${10_000 + (order.buyer % 9000)}`,
        order.place.code,
        'CN',
        'Alipay',
        '',
        'web',
      ];
    });
  });
  return { name: `shopify_orders_export_${month}.csv`, bytes: new TextEncoder().encode(csv([header, ...rows])) };
}
