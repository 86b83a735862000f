import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

const HEADER = ['Landing page', 'Sessions', 'Active users', 'Engaged sessions', 'Engagement rate', 'Key events', 'Total revenue'];

/** GA4's report of landing pages: `(not set)` for visits that began on none, the whole shop above the pages. */
export function ga4LandingPages(): ReportFile {
  const rows = makePerformance(66).slice(0, 8);
  const cells = rows.map(({ product, shows, clicks, value, buyers }, i) => ({
    'Landing page': i === 0 ? '(not set)' : `/products/${product.sku}?p=${i}`,
    Sessions: String(shows),
    'Active users': String(clicks),
    'Engaged sessions': String(clicks),
    'Engagement rate': '0.4142',
    'Key events': String(buyers),
    'Total revenue': String(value / 100),
  }));
  const above = [
    '# ----------------------------------------',
    '# Landing page',
    '# Account: Luming',
    '# Property: Luming shop',
    '# ----------------------------------------',
    '#',
    '# All Users',
    '# Start date: 20250601',
    '# End date: 20250614',
  ];
  return {
    file: { name: 'Pages_Landing.csv', bytes: utf8(`${above.join('\n')}\n${csvOf(HEADER, cells)}`) },
    template: 'ga4-landing-pages',
    rows: rows.length,
    sums: { Sessions: sumOf(rows, 'shows'), 'Active users': sumOf(rows, 'clicks'), 'Key events': sumOf(rows, 'buyers'), 'Total revenue': sumOf(rows, 'value') },
  };
}
