import { defineMetric } from '../define.ts';

export const cancelledOrders = defineMetric({
  id: 'cancelled_orders',
  title: { en: 'Cancelled orders', zh: '取消订单数' },
  definition: { en: 'Orders placed on the day and cancelled before payment', zh: '当日下单、付款前取消的订单' },
  unit: 'count',
  good: 'down',
  rod: 'sales',
  needs: ['orders'],
  measure: { view: 'orders', date: 'placed_date', aggregate: 'count', where: [{ column: 'order_status', is: 'equal', values: ['cancelled'] }] },
});
