import { defineTemplate } from './define.ts';

// Days are counted from the start date in the lines above it. Users of days must not be added up.
export const ga4NewUsers = defineTemplate({
  id: 'ga4-new-users',
  platform: 'own_site',
  report: { en: 'GA4 new users by day', zh: 'GA4 每日新用户' },
  where: 'Reports › User acquisition › Share › Download file',
  requires: ['Nth day', 'New users'],
  also: ['Total users', 'Active users', 'Returning users', 'Users'],
  countedDays: 'Nth day',
  naturalKey: ['Nth day'],
  types: { 'Nth day': 'text', 'New users': 'int', 'Total users': 'int', 'Active users': 'int', 'Returning users': 'int', Users: 'int' },
  timeZone: null,
  fills: [],
});
