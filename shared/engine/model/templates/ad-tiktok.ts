import { defineTemplate } from './define.ts';

export const adTiktok = defineTemplate({
  id: 'ad-tiktok',
  platform: 'own_site',
  report: { en: 'TikTok ads', zh: 'TikTok 广告' },
  where: 'TikTok Ads Manager › Reporting › Export',
  requires: ['Ad Name', 'Cost', 'Complete Payment'],
  also: ['Date', 'Impressions', 'Clicks', 'Conversions'],
  naturalKey: ['Date', 'Ad Name'],
  types: { Date: 'date', Cost: 'money', Impressions: 'int', Clicks: 'int', 'Complete Payment': 'number', Conversions: 'number' },
  timeZone: null,
  fills: [],
});
