import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf, utf8 } from './bytes.ts';

/** The columns of the public file. */
const HEADER = ['Name', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Created at', 'Billing City', 'Billing Zip', 'Billing Province', 'Billing Country'];

/** Shopify's orders with most columns taken out: no goods, no state; times with their offset, `'` before postal codes. */
export function shopifyOrderTotals(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.map((order) => ({
    Name: order.id,
    Subtotal: yuan(order.goods),
    Shipping: yuan(order.shipping),
    Taxes: '0.00',
    Total: yuan(order.goods + order.shipping),
    'Created at': `${timeOf(order.placed)} +0800`,
    'Billing City': order.place.city,
    'Billing Zip': `'0${10_000 + order.buyer}`,
    'Billing Province': order.place.code,
    'Billing Country': 'CN',
  }));
  return { name, bytes: utf8(csvOf(HEADER, rows)) };
}
