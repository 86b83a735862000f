import { defineTemplate } from './define.ts';

// Its period stands in the lines above it.
export const ga4Channels = defineTemplate({
  id: 'ga4-channels',
  platform: 'own_site',
  report: { en: 'GA4 channels', zh: 'GA4 渠道' },
  where: 'Reports › Traffic acquisition › Share › Download file',
  requires: ['Session primary channel group (Default Channel Group)', 'Sessions', 'Engaged sessions'],
  also: ['Active users', 'Users', 'Engagement rate', 'Average engagement time per session', 'Key events', 'Total revenue', 'Event count'],
  ofPeriod: true,
  naturalKey: ['Session primary channel group (Default Channel Group)'],
  types: {
    Sessions: 'int',
    'Engaged sessions': 'int',
    'Active users': 'int',
    Users: 'int',
    'Event count': 'int',
    'Engagement rate': 'ratio',
    'Average engagement time per session': 'number',
    'Key events': 'number',
    'Total revenue': 'money',
  },
  timeZone: null,
  fills: [],
});
