import { dayOf, yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Verified names; their order is the user's own. */
const headerOf = (currency: string) => [
  'Campaign name',
  'Ad set name',
  'Ad name',
  'Day',
  'Impressions',
  'Link clicks',
  `Amount spent (${currency})`,
  'Purchases',
  'Purchases conversion value',
  'Reporting starts',
  'Reporting ends',
];

/** Meta's ads of an account in that currency: UTF-8 with a mark, the currency in a header, a total without names first, one row for each ad and day. */
export function metaAds(currency: 'USD' | 'EUR'): ReportFile {
  const rows = makePerformance(currency === 'USD' ? 47 : 48, 2);
  const spent = `Amount spent (${currency})`;
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }) => ({
    'Campaign name': 'Prospecting',
    'Ad set name': 'Broad',
    'Ad name': product.english,
    Day: dayOf(day),
    Impressions: String(shows),
    'Link clicks': String(clicks),
    [spent]: yuan(cost),
    Purchases: String(buyers),
    'Purchases conversion value': yuan(value),
    'Reporting starts': '2025-06-01',
    'Reporting ends': '2025-06-14',
  }));
  const total = {
    Impressions: String(sumOf(rows, 'shows')),
    'Link clicks': String(sumOf(rows, 'clicks')),
    [spent]: yuan(sumOf(rows, 'cost') / 100),
    Purchases: String(sumOf(rows, 'buyers')),
    'Purchases conversion value': yuan(sumOf(rows, 'value') / 100),
    'Reporting starts': '2025-06-01',
    'Reporting ends': '2025-06-14',
  };
  return {
    file: { name: `Luming-${currency === 'USD' ? '' : 'Europe-'}Ads-Jun-1-2025-Jun-14-2025.csv`, bytes: utf8Bom(csvOf(headerOf(currency), [total, ...cells])) },
    template: 'ad-meta',
    rows: rows.length,
    sums: { Impressions: sumOf(rows, 'shows'), 'Link clicks': sumOf(rows, 'clicks'), [spent]: sumOf(rows, 'cost'), 'Purchases conversion value': sumOf(rows, 'value') },
  };
}
