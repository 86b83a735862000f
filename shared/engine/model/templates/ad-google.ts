import { defineTemplate } from './define.ts';
import { GOOGLE_BREAKDOWNS, GOOGLE_MEASURES } from './google-columns.ts';

export const adGoogle = defineTemplate({
  id: 'ad-google',
  platform: 'own_site',
  report: { en: 'Google Ads', zh: 'Google Ads 报表' },
  where: 'Google Ads › Campaigns › Download',
  requires: ['Day', 'Campaign', 'Cost', 'Impr.', 'Clicks'],
  also: ['Currency code', 'Conversions', 'Conv. value', 'Search impr. share'],
  naturalKey: ['Day', 'Campaign'],
  splitBy: GOOGLE_BREAKDOWNS,
  types: { Day: 'date', ...GOOGLE_MEASURES },
  timeZone: null,
  fills: [],
});
