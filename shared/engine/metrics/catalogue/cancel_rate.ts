import { defineMetric } from '../define.ts';

export const cancelRate = defineMetric({
  id: 'cancel_rate',
  title: { en: 'Cancellation rate', zh: '取消率' },
  definition: { en: 'Placed orders that were cancelled', zh: '下单后取消的比例' },
  unit: 'ratio',
  good: 'down',
  rod: 'sales',
  needs: ['orders'],
  formula: '{cancelled_orders} / {orders_placed}',
});
