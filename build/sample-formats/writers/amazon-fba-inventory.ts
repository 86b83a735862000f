import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import { yuan } from '../../sample-shop/text.ts';
import type { ReportFile } from '../reports.ts';
import { tabbed, table, utf8 } from './bytes.ts';

/** The columns of Amazon's FBA inventory; their full order is not verified. */
const HEADER = [
  'sku',
  'fnsku',
  'asin',
  'product-name',
  'condition',
  'your-price',
  'mfn-listing-exists',
  'mfn-fulfillable-quantity',
  'afn-listing-exists',
  'afn-warehouse-quantity',
  'afn-fulfillable-quantity',
  'afn-unsellable-quantity',
  'afn-reserved-quantity',
  'afn-total-quantity',
  'per-unit-volume',
  'afn-inbound-working-quantity',
  'afn-inbound-shipped-quantity',
  'afn-inbound-receiving-quantity',
];

/** Amazon's FBA inventory: tabs, UTF-8. */
export function amazonFbaInventory(): ReportFile {
  const cells = PRODUCTS.map((product) => ({
    sku: product.sku,
    fnsku: `X00${product.sku.slice(3)}ABC`,
    asin: `B0${product.sku.slice(3)}XYZ1`,
    'product-name': product.english,
    condition: 'New',
    'your-price': yuan(product.price),
    'mfn-listing-exists': 'No',
    'afn-listing-exists': 'Yes',
    'afn-warehouse-quantity': '9',
    'afn-fulfillable-quantity': '8',
    'afn-unsellable-quantity': '1',
    'afn-reserved-quantity': '0',
    'afn-total-quantity': '9',
  }));
  return {
    file: { name: '50024020250.txt', bytes: utf8(tabbed(table(HEADER, cells))) },
    template: 'amazon-fba-inventory',
    rows: PRODUCTS.length,
    sums: { 'afn-total-quantity': 9 * PRODUCTS.length, 'your-price': PRODUCTS.reduce((sum, { price }) => sum + price, 0) * 100 },
  };
}
