import { defineTemplate } from './define.ts';
import { GOOGLE_BREAKDOWNS, GOOGLE_MEASURES, GOOGLE_TIMES } from './google-columns.ts';

// Without a day its period stands in the title above it.
export const adGooglePeriod = defineTemplate({
  id: 'ad-google-period',
  platform: 'own_site',
  report: { en: 'Google Ads by period', zh: 'Google Ads 报表（按期间）' },
  where: 'Google Ads › Campaigns › Download',
  requires: ['Campaign', 'Cost', 'Impr.', 'Clicks'],
  also: ['Campaign status', 'Budget', 'Currency code', 'Campaign type', 'CTR', 'Avg. CPC', 'Conversions', 'Conv. value', 'Search impr. share'],
  without: GOOGLE_TIMES,
  ofPeriod: true,
  naturalKey: ['Campaign'],
  splitBy: GOOGLE_BREAKDOWNS,
  types: { ...GOOGLE_MEASURES, Budget: 'money', 'Avg. CPC': 'money', CTR: 'ratio' },
  timeZone: null,
  fills: [],
});
