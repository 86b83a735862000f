import { defineTemplate } from './define.ts';

// The old wording of the sheet.
export const shopifyProducts = defineTemplate({
  id: 'shopify-products',
  platform: 'shopify',
  report: { en: 'Shopify products', zh: 'Shopify 商品' },
  where: 'Shopify admin › Products › Export',
  requires: ['Handle', 'Title', 'Vendor', 'Variant SKU', 'Variant Price'],
  also: [
    'Body (HTML)',
    'Product Category',
    'Type',
    'Tags',
    'Published',
    'Option1 Name',
    'Option1 Value',
    'Variant Grams',
    'Variant Inventory Qty',
    'Variant Compare At Price',
    'Variant Barcode',
    'Cost per item',
    'Status',
  ],
  // Shops may leave the SKU empty; a handle and its options are one variant.
  naturalKey: ['Handle', 'Option1 Value', 'Option2 Value', 'Option3 Value'],
  types: {
    'Variant SKU': 'id',
    'Variant Barcode': 'id',
    Handle: 'id',
    'Variant Price': 'money',
    'Variant Compare At Price': 'money',
    'Cost per item': 'money',
    'Variant Grams': 'int',
    'Variant Inventory Qty': 'int',
    Title: 'text',
  },
  timeZone: null,
  fills: [{ entity: 'products', fields: { sku: 'Variant SKU', spu_id: 'Handle', title: 'Title', category_l1: 'Type', cost_price: 'Cost per item' } }],
});
