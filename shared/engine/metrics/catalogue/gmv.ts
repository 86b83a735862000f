import { defineMetric } from '../define.ts';

export const gmv = defineMetric({
  id: 'gmv',
  title: { en: 'GMV placed', zh: '下单金额' },
  definition: { en: 'All orders placed, also unpaid and cancelled ones, on the day of the order', zh: '按下单日，全部下单金额，含未付款与已取消' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  needs: ['orders'],
  measure: { view: 'orders', date: 'placed_date', aggregate: 'sum', of: 'sales_amount' },
});
