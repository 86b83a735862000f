import { yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = [
  'Date range',
  'Campaign name',
  'Ad group name',
  'Advertised product ID',
  'Advertised product SKU',
  'Budget currency',
  'Impressions',
  'Clicks',
  'Total cost',
  'Purchases',
  'Sales',
  'Purchases (new to brand)',
];

/** Amazon's ads in the unified report: ids as `="123"`, the period in a text. */
export function amazonAds(): ReportFile {
  const rows = makePerformance(45).slice(0, 4);
  const cells = rows.map(({ product, shows, clicks, cost, value, buyers }) => ({
    'Date range': 'Jun 01, 2025 - Jun 14, 2025',
    'Campaign name': 'SP auto',
    'Ad group name': product.english,
    'Advertised product ID': `="0${product.sku.slice(3)}77"`,
    'Advertised product SKU': product.sku,
    'Budget currency': 'USD',
    Impressions: String(shows),
    Clicks: String(clicks),
    'Total cost': `$${yuan(cost)}`,
    Purchases: String(buyers),
    Sales: `$${yuan(value)}`,
    'Purchases (new to brand)': '1',
  }));
  return {
    file: { name: 'Sponsored_Products_Jun_1_2025_Jun_14_2025.csv', bytes: utf8Bom(csvOf(HEADER, cells)) },
    template: 'amazon-ads',
    rows: rows.length,
    sums: { Impressions: sumOf(rows, 'shows'), Clicks: sumOf(rows, 'clicks'), 'Total cost': sumOf(rows, 'cost'), Sales: sumOf(rows, 'value') },
  };
}
