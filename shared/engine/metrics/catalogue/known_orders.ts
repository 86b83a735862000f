import { defineMetric } from '../define.ts';

export const knownOrders = defineMetric({
  id: 'known_orders',
  title: { en: 'Orders with identity', zh: '可识别订单' },
  definition: { en: 'Paid orders whose buyer is known', zh: '能识别买家的已付款订单' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  needs: ['orders'],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'count', where: [{ column: 'customer_id', is: 'known' }] },
});
