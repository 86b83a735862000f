import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

const ABOVE = [
  '# ----------------------------------------',
  '# Traffic acquisition',
  '# Account: Luming',
  '# Property: Luming shop',
  '# ----------------------------------------',
  '#',
  '# All Users',
  '# Start date: 20250601',
  '# End date: 20250614',
];
const CHANNELS = ['Session primary channel group (Default Channel Group)', 'Sessions', 'Engaged sessions', 'Engagement rate', 'Average engagement time per session', 'Total revenue'];

/** GA4's report: `# ----` lines with the period, and two tables in one file. */
export function ga4Report(): readonly ReportFile[] {
  const rows = makePerformance(49).slice(0, 4);
  const days = makePerformance(50, 1);
  const names = ['Organic Search', 'Direct', '(not set)', '(other)'];
  const channels = rows.map(({ shows, clicks, value }, i) => ({
    [CHANNELS[0] as string]: names[i] as string,
    Sessions: String(shows),
    'Engaged sessions': String(clicks),
    'Engagement rate': '0.5214',
    'Average engagement time per session': '61.2',
    'Total revenue': String(value / 100),
  }));
  const users = days.map(({ clicks }, i) => ({ 'Nth day': String(i).padStart(4, '0'), 'Active users': String(clicks) }));
  const text = `${ABOVE.join('\n')}\n${csvOf(CHANNELS, channels)}\n# Start date: 20250601\n# End date: 20250614\n${csvOf(['Nth day', 'Active users'], users)}`;
  const file = { name: 'download.csv', bytes: utf8(text) };
  return [
    { file, template: 'ga4-channels', rows: rows.length, sums: { Sessions: sumOf(rows, 'shows'), 'Engaged sessions': sumOf(rows, 'clicks'), 'Total revenue': sumOf(rows, 'value') } },
    { file, template: 'ga4-users', rows: days.length, sums: { 'Active users': sumOf(days, 'clicks') } },
  ];
}
