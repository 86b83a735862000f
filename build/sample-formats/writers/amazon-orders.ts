import { dayOf, timeOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { cp932, table, tabbed, windows1252 } from './bytes.ts';

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

/** A country's shop: Windows there has a code page of its own. Yen have no decimals: a fen is a yen. */
const SITES = {
  cn: { channel: 'Amazon.cn', currency: 'CNY', country: 'CN', title: (english: string) => `${english} – décor`, amount: yuan, encode: windows1252 },
  jp: { channel: 'Amazon.co.jp', currency: 'JPY', country: 'JP', title: (english: string) => `リネン寝具セット ${english}`, amount: String, encode: cp932 },
} as const;

/** Amazon's flat file of all orders: tabs, Windows-1252 or in Japan cp932, one row an item with its amounts, no payment date. */
export function amazonOrders(orders: readonly FormatOrder[], site: keyof typeof SITES = 'cn'): WrittenFile {
  const { channel, currency, country, title, amount, encode } = SITES[site];
  const rows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      'amazon-order-id': order.id,
      'merchant-order-id': order.id,
      'purchase-date': iso(order.placed),
      'last-updated-date': iso(order.placed + 90_000),
      'order-status': order.paid === null ? 'Cancelled' : 'Shipped',
      'fulfillment-channel': 'Amazon',
      'sales-channel': channel,
      'ship-service-level': 'Expedited',
      'product-name': title(line.product.english),
      sku: line.product.sku,
      asin: `B0${line.product.sku.slice(3)}XYZ1`,
      'item-status': order.paid === null ? 'Cancelled' : 'Shipped',
      quantity: String(line.qty),
      currency,
      'item-price': amount(line.goods),
      'ship-city': 'Hangzhou',
      'ship-state': 'Zhejiang',
      'ship-postal-code': '001234',
      'ship-country': country,
    })),
  );
  return { name: `${[...dayOf((orders[0] as FormatOrder).placed)].filter((c) => c !== '-').join('')}020250${site === 'cn' ? '' : `_${site}`}.txt`, bytes: encode(tabbed(table(HEADER, rows))) };
}
