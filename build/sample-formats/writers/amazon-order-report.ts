import { timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table, tabbed, windows1252 } from './bytes.ts';

/** The columns in the order of Amazon's own documentation. */
const HEADER = [
  'order-id',
  'order-item-id',
  'purchase-date',
  'payments-date',
  'buyer-email',
  'buyer-name',
  'buyer-phone-number',
  'sku',
  'product-name',
  'quantity-purchased',
  'currency',
  'item-price',
  'item-tax',
  'shipping-price',
  'shipping-tax',
  'ship-service-level',
  'recipient-name',
  'ship-address-1',
  'ship-city',
  'ship-state',
  'ship-postal-code',
  'ship-country',
];

/** `2025-06-01T04:10:00+00:00`, from the shop's clock. */
const iso = (seconds: number) => `${timeOf(seconds - 8 * 3600).replace(' ', 'T')}+00:00`;

/** Amazon's report of orders that the seller ships: tabs, Windows-1252, one row an item, paid ones only, e-mails that are relays. */
export function amazonOrderReport(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order, n) =>
    order.lines.map((line, i) => ({
      'order-id': order.id,
      'order-item-id': String(44_100_000_000_000 + n * 10 + i),
      'purchase-date': iso(order.placed),
      'payments-date': iso(order.paid as number),
      'buyer-email': `b${order.buyer}x7q2@marketplace.amazon.cn`,
      'buyer-name': 'Zoë L.',
      'buyer-phone-number': '+86 138 0000 0000',
      sku: line.product.sku,
      'product-name': `${line.product.english} – décor`,
      'quantity-purchased': String(line.qty),
      currency: 'CNY',
      'item-price': yuan(line.goods),
      'item-tax': '0.00',
      'shipping-price': '0.00',
      'shipping-tax': '0.00',
      'ship-service-level': 'Standard',
      'recipient-name': 'Zoë L.',
      'ship-address-1': '1 Wensan Rd',
      'ship-city': 'Hangzhou',
      'ship-state': 'Zhejiang',
      'ship-postal-code': '001234',
      'ship-country': 'CN',
    })),
  );
  return { name, bytes: windows1252(tabbed(table(HEADER, rows))) };
}
