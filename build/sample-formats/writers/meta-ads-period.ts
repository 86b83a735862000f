import { yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Template → the columns that name a row, the last one another in every row. */
const LEVELS = {
  'ad-meta-period': ['Campaign name'],
  'ad-meta-period-ad-sets': ['Campaign name', 'Ad set name'],
  'ad-meta-period-ads': ['Campaign name', 'Ad set name', 'Ad name'],
} as const;
const FIGURES = ['Impressions', 'Link clicks', 'Amount spent (USD)'];

/** Meta's ads without a day: UTF-8 with a mark, a row for each campaign, ad set or ad, of the period that it names. */
export function metaAdsPeriod(template: keyof typeof LEVELS, seed: number): ReportFile {
  const rows = makePerformance(seed, 2);
  const levels = LEVELS[template];
  const products = [...new Set(rows.map(({ product }) => product))];
  const cells = products.map((product) => {
    const own = rows.filter((row) => row.product === product);
    const total = (of: 'shows' | 'clicks' | 'cost') => own.reduce((sum, row) => sum + row[of], 0);
    return {
      'Reporting starts': '2025-06-01',
      'Reporting ends': '2025-06-14',
      'Campaign name': 'Prospecting',
      'Ad set name': 'Broad',
      [levels.at(-1) as string]: product.english,
      Impressions: String(total('shows')),
      'Link clicks': String(total('clicks')),
      'Amount spent (USD)': yuan(total('cost')),
    };
  });
  return {
    file: {
      name: `Luming-${levels.join('-').replaceAll(' ', '-')}-Jun-1-2025-Jun-14-2025.csv`,
      bytes: utf8Bom(csvOf(['Reporting starts', 'Reporting ends', ...levels, ...FIGURES], cells)),
    },
    template,
    rows: products.length,
    sums: { Impressions: sumOf(rows, 'shows'), 'Link clicks': sumOf(rows, 'clicks'), 'Amount spent (USD)': sumOf(rows, 'cost') },
  };
}
