import { defineMetric } from '../define.ts';

export const payRate = defineMetric({
  id: 'pay_rate',
  title: { en: 'Payment success', zh: '下单支付率' },
  definition: { en: 'Placed orders that are paid by now', zh: '下单后已付款的比例' },
  unit: 'ratio',
  good: 'up',
  rod: 'sales',
  needs: ['orders'],
  matureAfterDays: 1,
  formula: '{paid_of_placed} / {orders_placed}',
});
