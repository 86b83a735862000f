import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8 } from './bytes.ts';

/** The columns in the order of WooCommerce's own `get_export_columns`. */
const HEADER = ['Date', 'Order #', 'N. Revenue (formatted)', 'Status', 'Customer', 'Customer type', 'Product(s)', 'Items sold', 'Coupon(s)', 'Net Sales', 'Attribution'];

/** WooCommerce's orders report: UTF-8, `2× name, 1× name` in one cell. */
export function woocommerceOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.map((order) => ({
    Date: timeOf(order.placed),
    'Order #': order.id,
    'N. Revenue (formatted)': `¥${yuan(order.goods)}`,
    Status: order.paid === null ? 'cancelled' : 'completed',
    Customer: `Guest ${order.buyer}`,
    'Customer type': 'new',
    'Product(s)': order.lines.map(({ qty, product }) => `${qty}× ${product.english}`).join(', '),
    'Items sold': String(order.lines.reduce((sum, { qty }) => sum + qty, 0)),
    'Net Sales': yuan(order.goods),
    Attribution: 'Direct',
  }));
  return { name, bytes: utf8(csvOf(HEADER, rows)) };
}
