import { defineMetric } from '../define.ts';

export const refundsCohort = defineMetric({
  id: 'refunds_cohort',
  title: { en: 'Refunds by order day', zh: '订单口径退款额' },
  definition: { en: 'Refunded money on the day the order was paid', zh: '按订单付款日的退款金额' },
  unit: 'money',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'returns'],
  matureAfterDays: 15,
  measure: { view: 'refunds', date: 'paid_date', aggregate: 'sum', of: 'refund_amount' },
});
