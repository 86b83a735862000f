import * as XLSX from '@e965/xlsx';
import { dayOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Ad Name, Cost and Complete Payment are verified, the others from general knowledge; the order is not known. */
const HEADER = ['Ad Name', 'Date', 'Cost', 'Impressions', 'Clicks', 'Complete Payment'];

/** TikTok's ads: a workbook, a total row at the end. */
export function tiktokAds(): ReportFile {
  const rows = makePerformance(48, 2);
  const cells = rows.map(({ day, product, shows, clicks, cost, buyers }) => ({
    'Ad Name': product.english,
    Date: dayOf(day),
    Cost: yuan(cost),
    Impressions: String(shows),
    Clicks: String(clicks),
    'Complete Payment': String(buyers),
  }));
  const total = {
    'Ad Name': `Total of ${rows.length} results`,
    Date: '-',
    Cost: yuan(sumOf(rows, 'cost') / 100),
    Impressions: String(sumOf(rows, 'shows')),
    Clicks: String(sumOf(rows, 'clicks')),
    'Complete Payment': String(sumOf(rows, 'buyers')),
  };
  return {
    file: { name: 'Ad Report 20250615.xlsx', bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, [...cells, total])), 'Data', 'xlsx') },
    template: 'ad-tiktok',
    rows: rows.length,
    sums: { Cost: sumOf(rows, 'cost'), Impressions: sumOf(rows, 'shows'), Clicks: sumOf(rows, 'clicks'), 'Complete Payment': sumOf(rows, 'buyers') },
  };
}
