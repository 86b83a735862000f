import { defineMetric } from '../define.ts';

export const knownBuyers = defineMetric({
  id: 'known_buyers',
  title: { en: 'Identified buyers', zh: '可识别买家数' },
  definition: { en: 'Different identified people who paid', zh: '付款的不同可识别买家数' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  needs: ['orders', 'identity'],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'distinct', of: 'customer_id', where: [{ column: 'customer_id', is: 'known' }] },
});
