import { defineTemplate } from './define.ts';
import { META_MEASURES } from './meta-columns.ts';

// The currency stands in a header; accounts in other currencies are known by their columns.
export const adMeta = defineTemplate({
  id: 'ad-meta',
  platform: 'own_site',
  report: { en: 'Meta ads', zh: 'Meta 广告' },
  where: 'Ads Manager › Reports › Export table data',
  requires: ['Campaign name', 'Day', 'Impressions', 'Link clicks', 'Amount spent (USD)'],
  also: ['Ad set name', 'Ad name', 'Reporting starts', 'Reporting ends', 'Purchases', 'Results', 'Purchases conversion value', 'Purchase conversion value'],
  naturalKey: ['Day', 'Campaign name', 'Ad set name', 'Ad name'],
  types: { Day: 'date', 'Reporting starts': 'date', 'Reporting ends': 'date', ...META_MEASURES },
  timeZone: null,
  fills: [],
});
