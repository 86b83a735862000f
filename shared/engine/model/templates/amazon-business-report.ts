import { defineTemplate } from './define.ts';

// It has no column of days: the period stands in the name of the file, so that rows have no key of their own.
export const amazonBusinessReport = defineTemplate({
  id: 'amazon-business-report',
  platform: 'amazon',
  report: { en: 'Amazon business report', zh: '亚马逊业务报告' },
  requires: ['(Parent) ASIN', '(Child) ASIN', 'Title', 'Sessions - Total', 'Page Views - Total', 'Units Ordered', 'Ordered Product Sales', 'Total Order Items'],
  also: [
    'SKU',
    'Sessions - Total - B2B',
    'Page Views - Total - B2B',
    'Featured Offer (Buy Box) Percentage',
    'Units Ordered - B2B',
    'Unit Session Percentage',
    'Ordered Product Sales - B2B',
    'Total Order Items - B2B',
  ],
  naturalKey: [],
  types: {
    '(Parent) ASIN': 'id',
    '(Child) ASIN': 'id',
    SKU: 'id',
    'Sessions - Total': 'int',
    'Sessions - Total - B2B': 'int',
    'Page Views - Total': 'int',
    'Page Views - Total - B2B': 'int',
    'Units Ordered': 'int',
    'Units Ordered - B2B': 'int',
    'Total Order Items': 'int',
    'Total Order Items - B2B': 'int',
    'Ordered Product Sales': 'money',
    'Ordered Product Sales - B2B': 'money',
    'Featured Offer (Buy Box) Percentage': 'ratio',
    'Unit Session Percentage': 'ratio',
  },
  timeZone: null,
  fills: [],
});
