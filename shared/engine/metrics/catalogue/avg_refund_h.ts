import { defineMetric } from '../define.ts';

export const avgRefundH = defineMetric({
  id: 'avg_refund_h',
  title: { en: 'Time to refund', zh: '平均退款时长' },
  definition: { en: 'Mean hours from the request to the refund', zh: '从申请到退款的平均小时数' },
  unit: 'hours',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'returns'],
  notes: [{ en: 'Open cases are not in it: a backlog looks good', zh: '不含未完结的售后，积压时会显得偏低' }],
  formula: '{refund_h} / {refund_timed}',
});
