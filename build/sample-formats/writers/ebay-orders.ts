import { yuan, yuanGrouped } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table, utf8Bom } from './bytes.ts';

/** The columns of eBay's orders report. */
const HEADER = [
  'Sales Record Number',
  'Order Number',
  'Buyer Username',
  'Buyer Name',
  'Buyer Email',
  'Ship To City',
  'Ship To State',
  'Ship To Zip',
  'Ship To Country',
  'Item Number',
  'Item Title',
  'Custom Label',
  'Quantity',
  'Sold For',
  'Shipping And Handling',
  'Seller Collected Tax',
  'eBay Collected Tax',
  'Total Price',
  'Payment Method',
  'Sale Date',
  'Paid On Date',
  'Ship By Date',
  'Shipped On Date',
  'Tracking Number',
  'Transaction ID',
  'Variation Details',
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jun-07-25`. */
export function shortDay(seconds: number): string {
  const date = new Date(seconds * 1000);
  return `${MONTHS[date.getUTCMonth()]}-${String(date.getUTCDate()).padStart(2, '0')}-${String(date.getUTCFullYear()).slice(2)}`;
}

/** eBay's orders report: a line of commas first, an empty quoted row after the header, an order of several goods with a row of its own. */
export function ebayOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order, n): Readonly<Record<string, string>>[] => {
    const own = {
      'Sales Record Number': String(n + 101),
      'Order Number': order.id,
      'Buyer Username': `eb_${order.buyer}`,
      'Ship To City': 'Hangzhou',
      'Ship To State': 'Zhejiang',
      'Ship To Zip': '310000',
      'Ship To Country': 'China',
      'Shipping And Handling': `$${yuan(order.shipping)}`,
      'Total Price': `$${yuanGrouped(order.goods + order.shipping)}`,
      'Payment Method': 'Other',
      'Sale Date': shortDay(order.placed),
      'Paid On Date': order.paid === null ? '' : shortDay(order.paid),
    };
    const items = order.lines.map((line) => ({
      'Sales Record Number': String(n + 101),
      'Order Number': order.id,
      'Buyer Username': `eb_${order.buyer}`,
      'Item Number': `2560${line.product.sku.slice(3)}1234`,
      'Item Title': line.product.english,
      'Custom Label': line.product.sku,
      Quantity: String(line.qty),
      'Sold For': `$${yuan(line.unit)}`,
      'Sale Date': shortDay(order.placed),
      'Paid On Date': order.paid === null ? '' : shortDay(order.paid),
      'Transaction ID': line.id.replaceAll('-', ''),
    }));
    if (items.length === 1) return [{ ...own, ...items[0] }];
    return [{ ...own, Quantity: String(order.lines.reduce((sum, { qty }) => sum + qty, 0)) }, ...items];
  });
  const quoted = table(HEADER, rows).map((row) => row.map((text) => `"${text}"`).join(','));
  const blank = HEADER.map(() => '""').join(',');
  const lines = [','.repeat(HEADER.length - 1), quoted[0] as string, blank, ...quoted.slice(1), blank, `${orders.length},record(s) downloaded,`];
  return { name, bytes: utf8Bom(`${lines.join('\r\n')}\r\n`) };
}
