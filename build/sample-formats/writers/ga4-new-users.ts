import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8 } from './bytes.ts';

/** GA4's new users: days are numbers, which the start date in the lines above makes days of. */
export function ga4NewUsers(): ReportFile {
  const days = makePerformance(67, 1);
  const cells = days.map(({ clicks, shows }, i) => ({ 'Nth day': String(i).padStart(4, '0'), 'New users': String(clicks), 'Total users': String(shows) }));
  const above = ['# ----------------------------------------', '# User acquisition', '# Property: Luming shop', '# ----------------------------------------', '#', '# All Users'];
  return {
    file: { name: 'data-export new users.csv', bytes: utf8(`${above.join('\n')}\n# Start date: 20250601\n# End date: 20250614\n${csvOf(['Nth day', 'New users', 'Total users'], cells)}`) },
    template: 'ga4-new-users',
    rows: days.length,
    sums: { 'New users': sumOf(days, 'clicks'), 'Total users': sumOf(days, 'shows') },
  };
}
