import { defineTemplate } from './define.ts';

// Its period stands in the lines above it. Users of pages must not be added up.
export const ga4LandingPages = defineTemplate({
  id: 'ga4-landing-pages',
  platform: 'own_site',
  report: { en: 'GA4 landing pages', zh: 'GA4 着陆页' },
  where: 'Reports › Engagement › Landing page › Share › Download file',
  requires: ['Landing page', 'Sessions', 'Active users'],
  also: ['Landing page + query string', 'New users', 'Engaged sessions', 'Engagement rate', 'Average engagement time per session', 'Key events', 'Total revenue'],
  ofPeriod: true,
  naturalKey: ['Landing page'],
  types: {
    'Landing page': 'text',
    Sessions: 'int',
    'Active users': 'int',
    'New users': 'int',
    'Engaged sessions': 'int',
    'Engagement rate': 'ratio',
    'Average engagement time per session': 'number',
    'Key events': 'number',
    'Total revenue': 'money',
  },
  timeZone: null,
  fills: [],
});
