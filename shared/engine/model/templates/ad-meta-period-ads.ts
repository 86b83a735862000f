import { defineTemplate } from './define.ts';
import { META_BREAKDOWNS, META_MEASURES } from './meta-columns.ts';

// Without a day each row is of the period that it names: the next period is another row, the same one exported again the newer state.
export const adMetaPeriodAds = defineTemplate({
  id: 'ad-meta-period-ads',
  platform: 'own_site',
  report: { en: 'Meta ads by period, ads', zh: 'Meta 广告（按期间，广告）' },
  where: 'Ads Manager › Reports › Export table data',
  requires: ['Reporting starts', 'Reporting ends', 'Campaign name', 'Ad set name', 'Ad name', 'Impressions', 'Amount spent (USD)'],
  also: ['Link clicks', 'Reach', 'Frequency', 'Purchases', 'Results', 'Cost per results', 'Purchases conversion value', 'Purchase conversion value'],
  without: [...META_BREAKDOWNS],
  naturalKey: ['Reporting starts', 'Reporting ends', 'Campaign name', 'Ad set name', 'Ad name'],
  types: { 'Reporting starts': 'date', 'Reporting ends': 'date', ...META_MEASURES },
  timeZone: null,
  fills: [],
});
