import { defineMetric } from '../define.ts';

export const ordersPlaced = defineMetric({
  id: 'orders_placed',
  title: { en: 'Orders placed', zh: '下单数' },
  definition: { en: 'Orders placed on the day', zh: '按下单日的订单数' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  needs: ['orders'],
  measure: { view: 'orders', date: 'placed_date', aggregate: 'count' },
});
