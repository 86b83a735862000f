import { PRODUCTS, type Product } from '../../sample-shop/catalogue.ts';
import { yuan } from '../../sample-shop/text.ts';
import type { ReportFile } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

/** Names and order as public writers of Shopify's new wording have them. */
const HEADER = [
  'Title',
  'URL handle',
  'Description',
  'Vendor',
  'Product category',
  'Type',
  'Tags',
  'Published on online store',
  'Status',
  'SKU',
  'Barcode',
  'Option1 name',
  'Option1 value',
  'Price',
  'Compare-at price',
  'Cost per item',
  'Charge tax',
  'Inventory tracker',
  'Inventory quantity',
  'Continue selling when out of stock',
  'Weight value (grams)',
  'Requires shipping',
  'Fulfillment service',
  'Product image URL',
  'Image position',
];

const QUANTITY = 12;

/** Shopify's products in the new wording: UTF-8, one row a variant, what all variants share only on the first, further pictures in rows of their own. */
export function shopifyProductsNew(): ReportFile {
  const listings = new Map<string, Product[]>();
  for (const product of PRODUCTS) {
    const name = product.english.split(', ')[0] as string;
    listings.set(name, [...(listings.get(name) ?? []), product]);
  }
  const cells = [...listings].flatMap(([name, variants]) => {
    const handle = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const picture = (n: number) => ({ 'Product image URL': `https://cdn.shopify.com/s/files/1/0001/${handle}-${n}.jpg`, 'Image position': String(n) });
    const [first] = variants as [Product, ...Product[]];
    const shared = {
      Description: `<p>${first.english}, <b>new</b></p>`,
      Vendor: 'Luming Home',
      Type: first.category,
      'Published on online store': 'TRUE',
      Status: 'Active',
    };
    const rows = variants.map((product, i) => ({
      ...(i === 0 ? { Title: name, ...shared, ...picture(1) } : {}),
      'URL handle': handle,
      SKU: product.sku,
      Barcode: `'0${690_000_000_000 + product.price}`,
      'Option1 name': variants.length > 1 ? 'Colour' : 'Title',
      'Option1 value': variants.length > 1 ? (product.english.split(', ')[1] as string) : 'Default Title',
      Price: yuan(product.price),
      'Cost per item': yuan(product.price / 2),
      'Charge tax': 'TRUE',
      'Inventory tracker': 'shopify',
      'Inventory quantity': String(QUANTITY),
      'Continue selling when out of stock': 'DENY',
      'Weight value (grams)': '500',
      'Requires shipping': 'TRUE',
      'Fulfillment service': 'manual',
    }));
    return first.price > 30_000 ? [...rows, { 'URL handle': handle, ...picture(2) }] : rows;
  });
  return {
    file: { name: 'products_export_1 (1).csv', bytes: utf8(csvOf(HEADER, cells)) },
    template: 'shopify-products-new',
    rows: cells.length,
    sums: { Price: PRODUCTS.reduce((sum, { price }) => sum + price, 0) * 100, 'Inventory quantity': QUANTITY * PRODUCTS.length },
  };
}
