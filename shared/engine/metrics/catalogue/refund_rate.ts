import { defineMetric } from '../define.ts';

export const refundRate = defineMetric({
  id: 'refund_rate',
  title: { en: 'Refund rate', zh: '退款率' },
  definition: { en: 'Refunds divided by sales of the same orders', zh: '退款金额除以同批订单的销售额' },
  unit: 'ratio',
  good: 'down',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'returns'],
  matureAfterDays: 15,
  formula: '{refunds_cohort} / {sales}',
});
