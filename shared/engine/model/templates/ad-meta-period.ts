import { defineTemplate } from './define.ts';
import { META_BREAKDOWNS, META_MEASURES } from './meta-columns.ts';

// Without a day each row is of the period that it names: the next period is another row, the same one exported again the newer state.
export const adMetaPeriod = defineTemplate({
  id: 'ad-meta-period',
  platform: 'own_site',
  report: { en: 'Meta ads by period, campaigns', zh: 'Meta 广告（按期间，广告系列）' },
  where: 'Ads Manager › Reports › Export table data',
  requires: ['Reporting starts', 'Reporting ends', 'Campaign name', 'Impressions', 'Amount spent (USD)'],
  also: ['Link clicks', 'Reach', 'Frequency', 'Purchases', 'Results', 'Cost per results', 'Purchases conversion value', 'Purchase conversion value'],
  without: [...META_BREAKDOWNS, 'Ad set name', 'Ad name'],
  naturalKey: ['Reporting starts', 'Reporting ends', 'Campaign name'],
  types: { 'Reporting starts': 'date', 'Reporting ends': 'date', ...META_MEASURES },
  timeZone: null,
  fills: [],
});
