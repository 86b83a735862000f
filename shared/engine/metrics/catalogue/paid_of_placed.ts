import { defineMetric } from '../define.ts';

export const paidOfPlaced = defineMetric({
  id: 'paid_of_placed',
  title: { en: 'Placed orders paid so far', zh: '下单已支付数' },
  definition: { en: 'Orders placed on the day that are paid by now', zh: '当日下单且目前已付款的订单' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  needs: ['orders'],
  matureAfterDays: 1,
  measure: { view: 'orders', date: 'placed_date', aggregate: 'sum', of: 'is_paid' },
});
