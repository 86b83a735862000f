import { defineMetric } from '../define.ts';

export const orders = defineMetric({
  id: 'orders',
  title: { en: 'Paid orders', zh: '支付订单数' },
  definition: { en: 'Orders paid on the day', zh: '按付款日，已付款订单数' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders'],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'count' },
});
