import { defineTemplate } from './define.ts';

// Headers: woocommerce/woocommerce, class-wc-product-csv-exporter.php; they are translated with the language of the site.
// Sheets made for its importer lack the ID and whatever else may be left out; nobody else says “Published” beside “Regular price”.
export const woocommerceProducts = defineTemplate({
  id: 'woocommerce-products',
  platform: 'woocommerce',
  report: { en: 'WooCommerce products', zh: 'WooCommerce 商品' },
  where: 'WooCommerce › Products › Export',
  requires: ['Type', 'SKU', 'Name', 'Published', 'Regular price'],
  also: ['ID', 'Categories', 'Is featured?', 'Visibility in catalog', 'GTIN, UPC, EAN, or ISBN', 'Sale price', 'Stock', 'In stock?', 'Weight (kg)', 'Tags', 'Parent', 'Cost of goods'],
  naturalKey: ['ID'],
  types: {
    ID: 'id',
    SKU: 'id',
    'GTIN, UPC, EAN, or ISBN': 'id',
    Parent: 'id',
    'Regular price': 'money',
    'Sale price': 'money',
    'Cost of goods': 'money',
    Stock: 'int',
    'Weight (kg)': 'number',
    Name: 'text',
  },
  timeZone: null,
  fills: [{ entity: 'products', fields: { sku: 'SKU', spu_id: 'Parent', title: 'Name', category_l1: 'Categories', cost_price: 'Cost of goods' } }],
});
