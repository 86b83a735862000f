import { defineMetric } from '../define.ts';

export const refundTimed = defineMetric({
  id: 'refund_timed',
  title: { en: 'Timed refunds', zh: '退款笔数' },
  definition: { en: 'Refunds of the day whose request and refund times are both known', zh: '当日完成且申请、退款时间均已知的退款' },
  unit: 'count',
  good: 'neutral',
  rod: 'sales',
  needs: ['orders', 'returns'],
  measure: {
    view: 'refunds',
    date: 'completed_date',
    aggregate: 'count',
    where: [
      { column: 'is_credit', is: 'equal', values: [0] },
      { column: 'refund_hours', is: 'known' },
    ],
  },
});
