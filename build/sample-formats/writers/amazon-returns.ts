import { dayOf, yuan } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table, tabbed, utf8 } from './bytes.ts';

/** Names of Amazon's own report; their true order is not known. */
const HEADER = [
  'Order ID',
  'Order date',
  'Return request date',
  'Return request status',
  'Amazon RMA ID',
  'Merchant RMA ID',
  'Currency code',
  'Merchant SKU',
  'ASIN',
  'Item Name',
  'Return quantity',
  'Return Reason',
  'In policy',
  'Return type',
  'Resolution',
  'Return delivery date',
  'Order Amount',
  'Order quantity',
  'Refunded Amount',
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `01-Jun-2025`. */
function namedDay(seconds: number): string {
  const [year, month, day] = dayOf(seconds).split('-') as [string, string, string];
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
}

/** Amazon's returns of orders that the seller shipped: tabs, UTF-8, months by name; a case that is not decided has no amount yet. */
export function amazonReturns(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order, n) =>
    order.lines
      .filter(({ refund }) => refund > 0 || n % 11 === 0)
      .map((line, i) => {
        const asked = (order.paid as number) + 200_000;
        const isRefunded = line.refund > 0;
        return {
          'Order ID': order.id,
          'Order date': namedDay(order.placed),
          'Return request date': namedDay(asked),
          'Return request status': isRefunded ? 'Approved' : 'Pending Approval',
          'Amazon RMA ID': `D${String(7_000 + n * 10 + i)}RRMA`,
          'Currency code': 'CNY',
          'Merchant SKU': line.product.sku,
          ASIN: `B0${line.product.sku.slice(3)}XYZ1`,
          'Item Name': line.product.english,
          'Return quantity': String(line.qty),
          'Return Reason': 'CR-UNWANTED_ITEM',
          'In policy': 'Y',
          'Return type': 'C-Returns',
          Resolution: 'StandardRefund',
          'Return delivery date': isRefunded ? namedDay(asked + 400_000) : '',
          'Order Amount': yuan(order.goods),
          'Order quantity': String(line.qty),
          'Refunded Amount': yuan(line.refund),
        };
      }),
  );
  return { name, bytes: utf8(tabbed(table(HEADER, rows))) };
}
