import { yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

/** Names of Shopify's own export; of the address only what is verified. */
const HEADER = [
  'Customer ID',
  'First Name',
  'Last Name',
  'Email',
  'Accepts Email Marketing',
  'Default Address Company',
  'Default Address Address1',
  'Default Address City',
  'Default Address Province Code',
  'Default Address Country Code',
  'Default Address Zip',
  'Default Address Phone',
  'Phone',
  'Accepts SMS Marketing',
  'Total Spent',
  'Total Orders',
  'Note',
  'Tax Exempt',
  'Tags',
];

/** Shopify's customers: UTF-8, an apostrophe before ids, phones and zips. */
export function shopifyCustomers(): ReportFile {
  const rows = makePerformance(42, 2);
  const cells = rows.map(({ value, buyers }, i) => ({
    'Customer ID': `'${7_000_000_000_000 + i}`,
    'First Name': 'Guest',
    'Last Name': String(i),
    Email: `guest${i}@example.com`,
    'Accepts Email Marketing': 'yes',
    'Default Address City': 'Hangzhou',
    'Default Address Province Code': 'ZJ',
    'Default Address Country Code': 'CN',
    'Default Address Zip': `'0${10_000 + i}`,
    Phone: `'+86138000${String(i).padStart(5, '0')}`,
    'Accepts SMS Marketing': 'no',
    'Total Spent': yuan(value),
    'Total Orders': String(buyers),
    'Tax Exempt': 'no',
  }));
  return {
    file: { name: 'customers_export.csv', bytes: utf8(csvOf(HEADER, cells)) },
    template: 'shopify-customers',
    rows: rows.length,
    sums: { 'Total Spent': sumOf(rows, 'value'), 'Total Orders': sumOf(rows, 'buyers') },
  };
}
