import { yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names of the report as it was; their true order is not verified. */
const HEADER = [
  'Date',
  'Portfolio name',
  'Currency',
  'Campaign Name',
  'Ad Group Name',
  'Advertised SKU',
  'Advertised ASIN',
  'Impressions',
  'Clicks',
  'Click-Thru Rate (CTR)',
  'Cost Per Click (CPC)',
  'Spend',
  '7 Day Total Sales ',
  '7 Day Total Orders (#)',
  '7 Day Advertised SKU Sales ',
  '7 Day Other SKU Sales ',
];

const MONTH = 'Jun';
/** `Jun 01, 2025`. */
const longDay = (seconds: number) => `${MONTH} ${String(new Date(seconds * 1000).getUTCDate()).padStart(2, '0')}, 2025`;

/** Amazon's old report of advertised products: `$`, days as `Jun 01, 2025`, blanks behind some names. */
export function amazonAdsSponsored(): ReportFile {
  const rows = makePerformance(60, 2);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }) => ({
    Date: longDay(day),
    'Portfolio name': '-',
    Currency: 'USD',
    'Campaign Name': 'SP auto',
    'Ad Group Name': product.english,
    'Advertised SKU': product.sku,
    'Advertised ASIN': `B0${product.sku.slice(3)}XYZ1`,
    Impressions: String(shows),
    Clicks: String(clicks),
    'Click-Thru Rate (CTR)': '4.2000%',
    'Cost Per Click (CPC)': '$1.00',
    Spend: `$${yuan(cost)}`,
    '7 Day Total Sales ': `$${yuan(value)}`,
    '7 Day Total Orders (#)': String(buyers),
    '7 Day Advertised SKU Sales ': `$${yuan(value)}`,
    '7 Day Other SKU Sales ': '$0.00',
  }));
  return {
    file: { name: 'Sponsored Products Advertised product report.csv', bytes: utf8Bom(csvOf(HEADER, cells)) },
    template: 'amazon-ads-sponsored',
    rows: rows.length,
    sums: { Spend: sumOf(rows, 'cost'), Impressions: sumOf(rows, 'shows'), '7 Day Total Sales': sumOf(rows, 'value') },
  };
}
