import { defineMetric } from '../define.ts';

export const returnOrders = defineMetric({
  id: 'return_orders',
  title: { en: 'Returned orders', zh: '退货订单数' },
  definition: { en: 'Orders with returned or exchanged goods, on the day the order was paid; refund only is no return', zh: '有退换货的订单数，按订单付款日；仅退款不计' },
  unit: 'count',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'returned_goods'],
  matureAfterDays: 15,
  measure: { view: 'refunds', date: 'paid_date', aggregate: 'distinct', of: 'order_key', where: [{ column: 'kind', is: 'one-of', values: ['return_refund', 'exchange'] }] },
});
