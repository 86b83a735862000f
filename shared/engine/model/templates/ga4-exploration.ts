import { defineTemplate } from './define.ts';

// A free form has the dimensions and measures its maker chose; these are common. Users of dimensions must not be added up.
export const ga4Exploration = defineTemplate({
  id: 'ga4-exploration',
  platform: 'own_site',
  report: { en: 'GA4 exploration', zh: 'GA4 探索' },
  where: 'Explore › Export data › CSV',
  requires: ['Session source / medium', 'Active users', 'Sessions'],
  also: ['Device category', 'Country', 'Date', 'Landing page + query string', 'New users', 'Engaged sessions', 'Event count', 'Key events', 'Total revenue'],
  ofPeriod: true,
  naturalKey: ['Session source / medium'],
  splitBy: ['Date', 'Device category', 'Country', 'Landing page + query string'],
  types: { Date: 'date', 'Active users': 'int', Sessions: 'int', 'New users': 'int', 'Engaged sessions': 'int', 'Event count': 'int', 'Key events': 'number', 'Total revenue': 'money' },
  timeZone: null,
  fills: [],
});
