import { dayOf, timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table, tabbed, windows1252 } from './bytes.ts';

/** The columns in the order of Amazon's own documentation. */
const HEADER = [
  'amazon-order-id',
  'merchant-order-id',
  'purchase-date',
  'last-updated-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'order-channel',
  'ship-service-level',
  'product-name',
  'sku',
  'asin',
  'item-status',
  'quantity',
  'currency',
  'item-price',
  'item-tax',
  'shipping-price',
  'shipping-tax',
  'gift-wrap-price',
  'gift-wrap-tax',
  'item-promotion-discount',
  'ship-promotion-discount',
  'ship-city',
  'ship-state',
  'ship-postal-code',
  'ship-country',
  'promotion-ids',
];

/** `2025-06-01T04:10:00+00:00`, from the shop's clock. */
const iso = (seconds: number) => `${timeOf(seconds - 8 * 3600).replace(' ', 'T')}+00:00`;

/** Amazon's flat file of all orders: tabs, Windows-1252, one row an item with its amounts, no payment date. */
export function amazonOrders(orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      'amazon-order-id': order.id,
      'merchant-order-id': order.id,
      'purchase-date': iso(order.placed),
      'last-updated-date': iso(order.placed + 90_000),
      'order-status': order.paid === null ? 'Cancelled' : 'Shipped',
      'fulfillment-channel': 'Amazon',
      'sales-channel': 'Amazon.cn',
      'ship-service-level': 'Expedited',
      'product-name': `${line.product.english} – décor`,
      sku: line.product.sku,
      asin: `B0${line.product.sku.slice(3)}XYZ1`,
      'item-status': order.paid === null ? 'Cancelled' : 'Shipped',
      quantity: String(line.qty),
      currency: 'CNY',
      'item-price': yuan(line.goods),
      'ship-city': 'Hangzhou',
      'ship-state': 'Zhejiang',
      'ship-postal-code': '001234',
      'ship-country': 'CN',
    })),
  );
  return { name: `${[...dayOf((orders[0] as FormatOrder).placed)].filter((c) => c !== '-').join('')}020250.txt`, bytes: windows1252(tabbed(table(HEADER, rows))) };
}
