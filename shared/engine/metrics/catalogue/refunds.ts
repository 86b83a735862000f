import { defineMetric } from '../define.ts';

export const refunds = defineMetric({
  id: 'refunds',
  title: { en: 'Refunds', zh: '退款金额' },
  definition: { en: 'Refunded money on the day of the refund', zh: '按退款完成日的退款金额' },
  unit: 'money',
  good: 'down',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'returns'],
  measure: { view: 'refunds', date: 'completed_date', aggregate: 'sum', of: 'refund_amount' },
});
