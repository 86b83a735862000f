import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import { yuan } from '../../sample-shop/text.ts';
import type { ReportFile } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

/** Names of Shopify's own export; their full order is not verified. */
const HEADER = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Product Category',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Barcode',
  'Cost per item',
  'Status',
];

/** Shopify's products in the old wording: UTF-8, one row a variant. */
export function shopifyProducts(): ReportFile {
  const cells = PRODUCTS.map((product) => ({
    Handle: product.english.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    Title: product.english,
    'Body (HTML)': `<p>${product.english}, <b>new</b></p>`,
    Vendor: 'Luming Home',
    Type: product.category,
    Published: 'true',
    'Option1 Name': 'Title',
    'Option1 Value': 'Default Title',
    'Variant SKU': product.sku,
    'Variant Grams': '500',
    'Variant Inventory Qty': '12',
    'Variant Price': yuan(product.price),
    'Variant Barcode': `'0${690_000_000_000 + product.price}`,
    'Cost per item': yuan(product.price / 2),
    Status: 'active',
  }));
  return {
    file: { name: 'products_export_1.csv', bytes: utf8(csvOf(HEADER, cells)) },
    template: 'shopify-products',
    rows: PRODUCTS.length,
    sums: { 'Variant Price': PRODUCTS.reduce((sum, { price }) => sum + price, 0) * 100, 'Variant Inventory Qty': 12 * PRODUCTS.length },
  };
}
