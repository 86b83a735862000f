import { yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { tabbed, table, utf16 } from './bytes.ts';

/** Verified names but for Campaign; their order is the user's own. */
const HEADER = ['Campaign', 'Currency code', 'Cost', 'Impr.', 'Clicks', 'Conv. value'];

/** Google Ads' report without a day: the period stands in the second title row only. */
export function googleAdsPeriod(): ReportFile {
  const rows = makePerformance(65).slice(0, 5);
  const cells = rows.map(({ product, shows, clicks, cost, value }, i) => ({
    Campaign: `${product.english} ${i + 1}`,
    'Currency code': 'USD',
    Cost: yuan(cost),
    'Impr.': String(shows),
    Clicks: String(clicks),
    'Conv. value': yuan(value),
  }));
  const total = {
    Campaign: 'Total: Account',
    'Currency code': 'USD',
    Cost: yuan(sumOf(rows, 'cost') / 100),
    'Impr.': String(sumOf(rows, 'shows')),
    Clicks: String(sumOf(rows, 'clicks')),
    'Conv. value': yuan(sumOf(rows, 'value') / 100),
  };
  return {
    file: { name: 'Campaign report by period.csv', bytes: utf16(`Campaign report\r\nJune 1, 2025 - June 14, 2025\r\n${tabbed(table(HEADER, [...cells, total]))}`) },
    template: 'ad-google-period',
    rows: rows.length,
    sums: { Cost: sumOf(rows, 'cost'), 'Impr.': sumOf(rows, 'shows'), Clicks: sumOf(rows, 'clicks'), 'Conv. value': sumOf(rows, 'value') },
  };
}
