import { defineTemplate } from './define.ts';

// Kept as a table: its customers are those of the orders, whose e-mail joins them.
export const shopifyCustomers = defineTemplate({
  id: 'shopify-customers',
  platform: 'shopify',
  report: { en: 'Shopify customers', zh: 'Shopify 客户' },
  where: 'Shopify admin › Customers › Export',
  requires: ['Customer ID', 'First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Total Spent', 'Total Orders'],
  also: [
    'Default Address Company',
    'Default Address Address1',
    'Default Address Address2',
    'Default Address City',
    'Default Address Province Code',
    'Default Address Country Code',
    'Default Address Zip',
    'Default Address Phone',
    'Phone',
    'Accepts SMS Marketing',
    'Note',
    'Tax Exempt',
    'Tags',
  ],
  naturalKey: ['Customer ID'],
  types: { 'Customer ID': 'id', 'Default Address Zip': 'id', 'Default Address Phone': 'id', Phone: 'id', 'Total Spent': 'money', 'Total Orders': 'int' },
  timeZone: null,
  fills: [],
});
