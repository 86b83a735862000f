import { defineTemplate } from './define.ts';
import { META_BREAKDOWNS, META_MEASURES } from './meta-columns.ts';

// Without a day each row is of the period that it names: the next period is another row, the same one exported again the newer state.
export const adMetaPeriodAdSets = defineTemplate({
  id: 'ad-meta-period-ad-sets',
  platform: 'own_site',
  report: { en: 'Meta ads by period, ad sets', zh: 'Meta 广告（按期间，广告组）' },
  where: 'Ads Manager › Reports › Export table data',
  requires: ['Reporting starts', 'Reporting ends', 'Campaign name', 'Ad set name', 'Impressions', 'Amount spent (USD)'],
  also: ['Link clicks', 'Reach', 'Frequency', 'Purchases', 'Results', 'Cost per results', 'Purchases conversion value', 'Purchase conversion value'],
  without: [...META_BREAKDOWNS, 'Ad name'],
  naturalKey: ['Reporting starts', 'Reporting ends', 'Campaign name', 'Ad set name'],
  types: { 'Reporting starts': 'date', 'Reporting ends': 'date', ...META_MEASURES },
  timeZone: null,
  fills: [],
});
