import { defineMetric } from '../define.ts';

export const unitsPerOrder = defineMetric({
  id: 'units_per_order',
  title: { en: 'Units per order', zh: '连带率' },
  definition: { en: 'Units sold divided by paid orders', zh: '销售件数除以支付订单数' },
  unit: 'multiple',
  good: 'up',
  rod: 'sales',
  needs: ['orders', 'lines'],
  formula: '{units} / {orders}',
});
