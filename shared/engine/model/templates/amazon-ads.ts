import { defineTemplate } from './define.ts';

export const amazonAds = defineTemplate({
  id: 'amazon-ads',
  platform: 'amazon',
  report: { en: 'Amazon ads', zh: '亚马逊广告报告' },
  where: 'Advertising console › Reports',
  requires: ['Date range', 'Campaign name', 'Impressions', 'Clicks', 'Total cost', 'Purchases', 'Sales'],
  also: ['Ad group name', 'Advertised product ID', 'Advertised product SKU', 'Budget currency', 'Purchases (new to brand)', 'Sales (promoted)'],
  naturalKey: ['Date range', 'Campaign name', 'Ad group name', 'Advertised product ID'],
  types: {
    'Date range': 'text',
    'Advertised product ID': 'id',
    'Advertised product SKU': 'id',
    Impressions: 'int',
    Clicks: 'int',
    Purchases: 'int',
    'Purchases (new to brand)': 'int',
    'Total cost': 'money',
    Sales: 'money',
    'Sales (promoted)': 'money',
  },
  timeZone: null,
  fills: [],
});
