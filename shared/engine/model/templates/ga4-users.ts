import { defineTemplate } from './define.ts';

// Days are counted from the start date in the lines above it.
export const ga4Users = defineTemplate({
  id: 'ga4-users',
  platform: 'own_site',
  report: { en: 'GA4 users by day', zh: 'GA4 每日用户' },
  where: 'Reports › User acquisition › Share › Download file',
  requires: ['Nth day', 'Active users'],
  also: ['New users', 'Users'],
  countedDays: 'Nth day',
  naturalKey: ['Nth day'],
  types: { 'Nth day': 'text', 'Active users': 'int', 'New users': 'int', Users: 'int' },
  timeZone: null,
  fills: [],
});
