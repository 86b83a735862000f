import { defineTemplate } from './define.ts';

// Stock is kept as a table until this version has metrics of it.
export const shopifyInventory = defineTemplate({
  id: 'shopify-inventory',
  platform: 'shopify',
  report: { en: 'Shopify inventory', zh: 'Shopify 库存' },
  where: 'Shopify admin › Products › Inventory › Export',
  requires: ['Handle', 'Title', 'SKU', 'Location', 'On hand (current)', 'Available (not editable)'],
  also: ['Option1 Name', 'Option1 Value', 'HS Code', 'COO', 'Incoming (not editable)', 'Unavailable (not editable)', 'Committed (not editable)', 'On hand (new)'],
  naturalKey: ['SKU', 'Location'],
  snapshot: true,
  types: {
    SKU: 'id',
    Handle: 'id',
    'Incoming (not editable)': 'int',
    'Unavailable (not editable)': 'int',
    'Committed (not editable)': 'int',
    'Available (not editable)': 'int',
    'On hand (current)': 'int',
  },
  timeZone: null,
  fills: [],
});
