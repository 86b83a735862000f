import { dayOf, yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { tabbed, table, utf16 } from './bytes.ts';

/** Verified names, Day and Campaign from general knowledge; their order is the user's own. */
const HEADER = ['Day', 'Campaign', 'Currency code', 'Cost', 'Impr.', 'Clicks', 'Conversions', 'Conv. value', 'Search impr. share'];

/** Google Ads' report as “Excel .csv”: UTF-16 with tabs, two title rows, ` --`, a total row. */
export function googleAds(): ReportFile {
  const rows = makePerformance(46, 2);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }, i) => ({
    Day: dayOf(day),
    Campaign: product.english,
    'Currency code': 'USD',
    Cost: yuan(cost),
    'Impr.': String(shows),
    Clicks: String(clicks),
    Conversions: i % 4 === 0 ? ' --' : `${buyers}.00`,
    'Conv. value': yuan(value),
    'Search impr. share': i % 3 === 0 ? '< 10%' : '12.50%',
  }));
  const total = {
    Day: 'Total: Account',
    Campaign: ' --',
    'Currency code': 'USD',
    Cost: yuan(sumOf(rows, 'cost') / 100),
    'Impr.': String(sumOf(rows, 'shows')),
    Clicks: String(sumOf(rows, 'clicks')),
    'Conv. value': yuan(sumOf(rows, 'value') / 100),
  };
  return {
    file: { name: 'Campaign report.csv', bytes: utf16(`Campaign report\r\nJune 1, 2025 - June 14, 2025\r\n${tabbed(table(HEADER, [...cells, total]))}`) },
    template: 'ad-google',
    rows: rows.length,
    sums: { Cost: sumOf(rows, 'cost'), 'Impr.': sumOf(rows, 'shows'), Clicks: sumOf(rows, 'clicks'), 'Conv. value': sumOf(rows, 'value') },
  };
}
