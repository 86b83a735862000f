import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

const above = (tab: string) => [
  '# ----------------------------------------',
  `# ${tab}`,
  '# Account: Luming',
  '# Property: Luming shop',
  '# 20250601-20250614',
  '# ----------------------------------------',
];
const SOURCES = ['Session source / medium', 'Device category', 'Active users', 'Sessions', 'Total revenue'];
const EVENTS = ['Event name', 'Event count', 'Total users'];

/** GA4's explorations: one block of `#` lines for each tab, the grand total straight below the header, named behind its last column. */
export function ga4Exploration(): readonly ReportFile[] {
  const rows = makePerformance(64).slice(0, 6);
  const events = makePerformance(65).slice(0, 4);
  const names = ['google / organic', '(direct) / (none)', '(not set)'];
  const sources = rows.map(({ shows, clicks, value }, i) => ({
    'Session source / medium': names[i % 3] as string,
    'Device category': i < 3 ? 'mobile' : 'desktop',
    'Active users': String(clicks),
    Sessions: String(shows),
    'Total revenue': String(value / 100),
  }));
  const total = `,,${sumOf(rows, 'clicks')},${sumOf(rows, 'shows')},${sumOf(rows, 'value') / 10_000},Grand total\r\n`;
  const counted = events.map(({ shows, clicks }, i) => ({
    'Event name': ['page_view', 'add_to_cart', 'purchase', '(other)'][i] as string,
    'Event count': String(shows),
    'Total users': String(clicks),
  }));
  const text = `${above('Free form 1').join('\n')}\n${csvOf(SOURCES, sources).replace('\r\n', `\r\n${total}`)}\n${above('Free form 2').join('\n')}\n${csvOf(EVENTS, counted)}`;
  const file = { name: 'Untitled exploration.csv', bytes: utf8(text) };
  return [
    { file, template: 'ga4-exploration', rows: rows.length, sums: { Sessions: sumOf(rows, 'shows'), 'Active users': sumOf(rows, 'clicks'), 'Total revenue': sumOf(rows, 'value') } },
    { file, template: 'ga4-events', rows: events.length, sums: { 'Event count': sumOf(events, 'shows'), 'Total users': sumOf(events, 'clicks') } },
  ];
}
