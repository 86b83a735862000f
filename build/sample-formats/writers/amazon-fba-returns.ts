import { timeOf } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table, tabbed, utf8 } from './bytes.ts';

/** The columns in the order of Amazon's own documentation. */
const HEADER = [
  'return-date',
  'order-id',
  'sku',
  'asin',
  'fnsku',
  'product-name',
  'quantity',
  'fulfillment-center-id',
  'detailed-disposition',
  'reason',
  'status',
  'license-plate-number',
  'customer-comments',
];

/** Amazon's FBA customer returns: tabs, UTF-8; what came back, not what was refunded. */
export function amazonFbaReturns(orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order) =>
    order.lines
      .filter(({ refund }) => refund > 0)
      .map((line, i) => ({
        'return-date': `${timeOf((order.paid as number) + 200_000).replace(' ', 'T')}+00:00`,
        'order-id': order.id,
        sku: line.product.sku,
        asin: `B0${line.product.sku.slice(3)}XYZ1`,
        fnsku: `X00${line.product.sku.slice(3)}ABC`,
        'product-name': line.product.english,
        quantity: String(line.qty),
        'fulfillment-center-id': 'PEK3',
        'detailed-disposition': 'SELLABLE',
        reason: 'UNWANTED_ITEM',
        status: 'Unit returned to inventory',
        'license-plate-number': `LPN${order.id.replaceAll('-', '')}${i}`,
      })),
  );
  return { name: '50022020250.txt', bytes: utf8(tabbed(table(HEADER, rows))) };
}
