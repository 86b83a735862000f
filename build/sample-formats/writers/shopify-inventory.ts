import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import type { ReportFile } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

/** Names of Shopify's own export; their full order is not verified. */
const HEADER = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'HS Code',
  'COO',
  'Location',
  'Incoming (not editable)',
  'Unavailable (not editable)',
  'Committed (not editable)',
  'Available (not editable)',
  'On hand (current)',
];

/** Shopify's inventory: UTF-8, a row for each place, `not stocked` where a place has none. */
export function shopifyInventory(): ReportFile {
  const stock = PRODUCTS.map(({ price }) => price % 40);
  const cells = PRODUCTS.flatMap((product, i) => {
    const own = { Handle: product.sku.toLowerCase(), Title: product.english, 'Option1 Name': 'Title', 'Option1 Value': 'Default Title', SKU: product.sku };
    const counts = {
      'Incoming (not editable)': '0',
      'Unavailable (not editable)': '0',
      'Committed (not editable)': '0',
      'Available (not editable)': String(stock[i]),
      'On hand (current)': String(stock[i]),
    };
    const none = Object.fromEntries(Object.keys(counts).map((name) => [name, 'not stocked']));
    return [
      { ...own, Location: 'Hangzhou', ...counts },
      { ...own, Location: 'Shop', ...none },
    ];
  });
  return {
    file: { name: 'inventory_export_1.csv', bytes: utf8(csvOf(HEADER, cells)) },
    template: 'shopify-inventory',
    rows: cells.length,
    sums: { 'On hand (current)': stock.reduce((sum, n) => sum + n, 0) },
  };
}
