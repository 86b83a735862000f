import { defineTemplate } from './define.ts';

export const adGoogle = defineTemplate({
  id: 'ad-google',
  platform: 'own_site',
  report: { en: 'Google Ads', zh: 'Google Ads 报表' },
  where: 'Google Ads › Campaigns › Download',
  requires: ['Day', 'Campaign', 'Cost', 'Impr.', 'Clicks'],
  also: ['Currency code', 'Conversions', 'Conv. value', 'Search impr. share'],
  naturalKey: ['Day', 'Campaign'],
  types: { Day: 'date', Cost: 'money', 'Conv. value': 'money', 'Search impr. share': 'ratio', 'Impr.': 'int', Clicks: 'int', Conversions: 'number' },
  timeZone: null,
  fills: [],
});
