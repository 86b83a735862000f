import { defineMetric } from '../define.ts';

export const customerPrice = defineMetric({
  id: 'customer_price',
  title: { en: 'Spend per buyer', zh: '客单价' },
  definition: { en: 'Sales divided by paying buyers', zh: '销售额除以支付买家数' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'identity'],
  formula: '{sales} / {buyers}',
});
