import { defineMetric } from '../define.ts';

export const refundH = defineMetric({
  id: 'refund_h',
  title: { en: 'Refund hours', zh: '退款时长合计' },
  definition: { en: 'Hours from the request to the refund, added up over the refunds of the day', zh: '当日完成的退款，从申请到退款的时长合计' },
  unit: 'hours',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'returns'],
  measure: { view: 'refunds', date: 'completed_date', aggregate: 'sum', of: 'refund_hours', where: [{ column: 'is_credit', is: 'equal', values: [0] }] },
});
