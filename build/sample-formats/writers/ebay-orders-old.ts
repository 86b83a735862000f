import iconv from 'iconv-lite';
import { csv, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table } from './bytes.ts';
import { shortDay } from './ebay-orders.ts';

/** The columns as a public writer of that file lists them. */
const HEADER =
  'Sales Record Number,User Id,Buyer Fullname,Buyer Phone Number,Buyer Email,Buyer Address 1,Buyer Address 2,Buyer City,Buyer State,Buyer Zip,Buyer Country,Item Number,Item Title,Custom Label,Quantity,Sale Price,Shipping and Handling,US Tax,Insurance,Cash on delivery fee,Total Price,Payment Method,Sale Date,Checkout Date,Paid on Date,Shipped on Date,Feedback left,Feedback received,Notes to yourself,PayPal Transaction ID,Shipping Service,Cash on delivery option,Transaction ID,Order ID,Variation Details'.split(
    ',',
  );

/** eBay's sales records in the old layout: UTF-16, `$`, an order of several goods with a row of its own above theirs. */
export function ebayOrdersOld(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order, n): Readonly<Record<string, string>>[] => {
    const paid = order.paid === null ? '' : shortDay(order.paid);
    const dates = { 'Sale Date': shortDay(order.placed), 'Checkout Date': paid, 'Paid on Date': paid, 'Order ID': order.id, 'Sales Record Number': String(n + 501), 'User Id': `old_${order.buyer}` };
    const own = {
      ...dates,
      'Buyer City': 'Hangzhou',
      'Buyer State': 'Zhejiang',
      'Buyer Country': 'China',
      'Shipping and Handling': `$${yuan(order.shipping)}`,
      'US Tax': '$0.00',
      'Total Price': `$${yuan(order.goods + order.shipping)}`,
      'Payment Method': 'PayPal',
    };
    const items = order.lines.map((line) => ({
      ...dates,
      'Item Number': `1100${line.product.sku.slice(3)}22`,
      'Item Title': line.product.english,
      'Custom Label': line.product.sku,
      Quantity: String(line.qty),
      'Sale Price': `$${yuan(line.unit)}`,
      'Transaction ID': line.id,
    }));
    return items.length === 1 ? [{ ...own, ...items[0] }] : [{ ...own, Quantity: String(order.lines.reduce((sum, { qty }) => sum + qty, 0)) }, ...items];
  });
  return { name, bytes: new Uint8Array(iconv.encode(csv(table(HEADER, rows)), 'utf-16le', { addBOM: true })) };
}
