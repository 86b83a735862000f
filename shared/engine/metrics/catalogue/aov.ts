import { defineMetric } from '../define.ts';

export const aov = defineMetric({
  id: 'aov',
  title: { en: 'Average order value', zh: '笔单价' },
  definition: { en: 'Sales divided by paid orders', zh: '销售额除以支付订单数' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders'],
  formula: '{sales} / {orders}',
});
