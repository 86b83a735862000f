import { defineTemplate } from './define.ts';

// Standard report and exploration have the same columns. Users of events must not be added up.
export const ga4Events = defineTemplate({
  id: 'ga4-events',
  platform: 'own_site',
  report: { en: 'GA4 events', zh: 'GA4 事件' },
  where: 'Reports › Engagement › Events › Share › Download file',
  requires: ['Event name', 'Event count'],
  also: ['Total users', 'Active users', 'Event count per active user', 'Total revenue'],
  ofPeriod: true,
  naturalKey: ['Event name'],
  types: { 'Event name': 'text', 'Event count': 'int', 'Total users': 'int', 'Active users': 'int', 'Event count per active user': 'number', 'Total revenue': 'money' },
  timeZone: null,
  fills: [],
});
