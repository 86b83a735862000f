import { yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

const HEADER = [
  '(Parent) ASIN',
  '(Child) ASIN',
  'Title',
  'SKU',
  'Sessions - Total',
  'Sessions - Total - B2B',
  'Page Views - Total',
  'Page Views - Total - B2B',
  'Featured Offer (Buy Box) Percentage',
  'Units Ordered',
  'Units Ordered - B2B',
  'Unit Session Percentage',
  'Ordered Product Sales',
  'Ordered Product Sales - B2B',
  'Total Order Items',
  'Total Order Items - B2B',
];

/** Amazon's business report: UTF-8 with a mark, `$` and thousands commas, twins for B2B, the period only in the name of the file. */
export function amazonBusinessReport(): ReportFile {
  const rows = makePerformance(44).slice(0, 4);
  const cells = rows.map(({ product, clicks, shows, buyers, value }) => ({
    '(Parent) ASIN': `B0${product.sku.slice(3)}XYZ0`,
    '(Child) ASIN': `B0${product.sku.slice(3)}XYZ1`,
    Title: product.english,
    SKU: product.sku,
    'Sessions - Total': clicks.toLocaleString('en-US'),
    'Sessions - Total - B2B': '0',
    'Page Views - Total': shows.toLocaleString('en-US'),
    'Page Views - Total - B2B': '0',
    'Featured Offer (Buy Box) Percentage': '98.50%',
    'Units Ordered': String(buyers),
    'Units Ordered - B2B': '0',
    'Unit Session Percentage': '4.25%',
    'Ordered Product Sales': `$${yuanGrouped(value)}`,
    'Ordered Product Sales - B2B': '$0.00',
    'Total Order Items': String(buyers),
    'Total Order Items - B2B': '0',
  }));
  return {
    file: { name: 'BusinessReport-15-06-25.csv', bytes: utf8Bom(csvOf(HEADER, cells)) },
    template: 'amazon-business-report',
    rows: rows.length,
    sums: { 'Page Views - Total': sumOf(rows, 'shows'), 'Units Ordered': sumOf(rows, 'buyers'), 'Ordered Product Sales': sumOf(rows, 'value') },
  };
}
