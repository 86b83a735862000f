import { dayOf, yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { tabbed, table, utf8 } from './bytes.ts';

/** The columns in the order of Amazon's own documentation. */
const HEADER = [
  'settlement-id',
  'settlement-start-date',
  'settlement-end-date',
  'deposit-date',
  'total-amount',
  'currency',
  'transaction-type',
  'order-id',
  'merchant-order-id',
  'adjustment-id',
  'shipment-id',
  'marketplace-name',
  'amount-type',
  'amount-description',
  'amount',
  'fulfillment-id',
  'posted-date',
  'posted-date-time',
  'order-item-code',
  'merchant-order-item-id',
  'merchant-adjustment-item-id',
  'sku',
  'quantity-purchased',
  'promotion-id',
];

const comma = (fen: number) => yuan(fen).replace('.', ',');

/** Amazon's settlement V2: tabs, a summary of the settlement as first row, decimal commas. */
export function amazonSettlement(): ReportFile {
  const rows = makePerformance(43, 2);
  const total = sumOf(rows, 'value') / 100;
  const summary = {
    'settlement-id': '19812345671',
    'settlement-start-date': '2025-06-01 00:00:00 UTC',
    'settlement-end-date': '2025-06-15 00:00:00 UTC',
    'deposit-date': '2025-06-17 00:00:00 UTC',
    'total-amount': comma(total),
    currency: 'EUR',
  };
  const cells = rows.map(({ day, product, value }, i) => ({
    'settlement-id': '19812345671',
    'transaction-type': 'Order',
    'order-id': `302-${1_000_000 + i}-7654321`,
    'marketplace-name': 'Amazon.de',
    'amount-type': 'ItemPrice',
    'amount-description': 'Principal',
    amount: comma(value),
    'posted-date': dayOf(day),
    'posted-date-time': `${dayOf(day)} 10:00:00 UTC`,
    'order-item-code': String(44_000_000_000_000 + i),
    sku: product.sku,
    'quantity-purchased': '1',
  }));
  return {
    file: { name: '50023020250.txt', bytes: utf8(tabbed(table(HEADER, [summary, ...cells]))) },
    template: 'amazon-settlement',
    rows: rows.length + 1,
    sums: { amount: sumOf(rows, 'value'), 'total-amount': sumOf(rows, 'value') },
  };
}
