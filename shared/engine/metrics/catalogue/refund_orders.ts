import { defineMetric } from '../define.ts';

export const refundOrders = defineMetric({
  id: 'refund_orders',
  title: { en: 'Refunded orders', zh: '退款订单数' },
  definition: { en: 'Orders with a refund, on the day the order was paid', zh: '有退款的订单数，按订单付款日' },
  unit: 'count',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'returns'],
  matureAfterDays: 15,
  measure: { view: 'refunds', date: 'paid_date', aggregate: 'distinct', of: 'order_key' },
});
