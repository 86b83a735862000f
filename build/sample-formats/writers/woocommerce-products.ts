import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import { yuan } from '../../sample-shop/text.ts';
import type { ReportFile } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

/** Names of WooCommerce's exporter; of its columns those that a plain product fills. */
const HEADER = [
  'ID',
  'Type',
  'SKU',
  'GTIN, UPC, EAN, or ISBN',
  'Name',
  'Published',
  'In stock?',
  'Stock',
  'Weight (kg)',
  'Sale price',
  'Regular price',
  'Categories',
  'Tags',
  'Parent',
  'Cost of goods',
];

/** WooCommerce's products: UTF-8. */
export function woocommerceProducts(): ReportFile {
  const cells = PRODUCTS.map((product, i) => ({
    ID: String(i + 11),
    Type: 'simple',
    SKU: product.sku,
    Name: product.english,
    Published: '1',
    'In stock?': '1',
    Stock: '7',
    'Weight (kg)': '0.5',
    'Regular price': yuan(product.price),
    Categories: `Home > ${product.category}`,
    'Cost of goods': yuan(product.price / 2),
  }));
  return {
    file: { name: 'wc-product-export-15-6-2025-1749974400000.csv', bytes: utf8(csvOf(HEADER, cells)) },
    template: 'woocommerce-products',
    rows: PRODUCTS.length,
    sums: { 'Regular price': PRODUCTS.reduce((sum, { price }) => sum + price, 0) * 100, Stock: 7 * PRODUCTS.length },
  };
}
