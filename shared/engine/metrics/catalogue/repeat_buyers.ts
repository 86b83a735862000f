import { defineMetric } from '../define.ts';

export const repeatBuyers = defineMetric({
  id: 'repeat_buyers',
  title: { en: 'Repeat buyers', zh: '复购买家数' },
  definition: { en: 'Identified buyers with two or more paid orders in the period', zh: '期内付款两单及以上的可识别买家' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  needs: ['orders', 'identity'],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'repeat', of: 'customer_id', where: [{ column: 'customer_id', is: 'known' }] },
});
