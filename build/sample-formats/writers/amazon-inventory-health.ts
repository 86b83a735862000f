import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import { yuan } from '../../sample-shop/text.ts';
import type { ReportFile } from '../reports.ts';
import { tabbed, table, utf8 } from './bytes.ts';

/** The columns of Amazon's inventory health as public importers read them; their full order is not verified. */
const HEADER = [
  'snapshot-date',
  'sku',
  'fnsku',
  'asin',
  'product-name',
  'condition',
  'available',
  'pending-removal-quantity',
  'inv-age-0-to-90-days',
  'inv-age-91-to-180-days',
  'inv-age-181-to-270-days',
  'inv-age-271-to-365-days',
  'inv-age-365-plus-days',
  'currency',
  'units-shipped-t7',
  'units-shipped-t30',
  'units-shipped-t60',
  'units-shipped-t90',
  'alert',
  'sell-through',
  'storage-type',
  'days-of-supply',
  'estimated-storage-cost-next-month',
];
const STORAGE_COST = 125;

/** Amazon's inventory health: tabs, UTF-8, one day's snapshot with the ages of the stock. */
export function amazonInventoryHealth(): ReportFile {
  const cells = PRODUCTS.map((product, n) => ({
    'snapshot-date': '2025-06-14',
    sku: product.sku,
    fnsku: `X00${product.sku.slice(3)}ABC`,
    asin: `B0${product.sku.slice(3)}XYZ1`,
    'product-name': product.english,
    condition: 'New',
    available: String(20 + n),
    'pending-removal-quantity': '0',
    'inv-age-0-to-90-days': String(15 + n),
    'inv-age-91-to-180-days': '5',
    'inv-age-181-to-270-days': '0',
    'inv-age-271-to-365-days': '0',
    'inv-age-365-plus-days': '0',
    currency: 'USD',
    'units-shipped-t7': '3',
    'units-shipped-t30': '12',
    'units-shipped-t60': '20',
    'units-shipped-t90': '31',
    alert: n % 7 === 0 ? 'Low Traffic' : '',
    'sell-through': '1.55',
    'storage-type': 'Standard',
    'days-of-supply': n % 11 === 0 ? '' : '50',
    'estimated-storage-cost-next-month': yuan(STORAGE_COST),
  }));
  return {
    file: { name: '50026020250.txt', bytes: utf8(tabbed(table(HEADER, cells))) },
    template: 'amazon-inventory-health',
    rows: PRODUCTS.length,
    sums: {
      available: PRODUCTS.reduce((sum, _, n) => sum + 20 + n, 0),
      'units-shipped-t30': 12 * PRODUCTS.length,
      'estimated-storage-cost-next-month': STORAGE_COST * PRODUCTS.length * 100,
    },
  };
}
