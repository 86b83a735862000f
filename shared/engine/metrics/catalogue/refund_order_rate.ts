import { defineMetric } from '../define.ts';

export const refundOrderRate = defineMetric({
  id: 'refund_order_rate',
  title: { en: 'Refund rate by orders', zh: '退款订单率' },
  definition: { en: 'Orders with a refund, of the orders paid on these days', zh: '有退款的订单占同批订单的比例' },
  unit: 'ratio',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'returns'],
  matureAfterDays: 15,
  formula: '{refund_orders} / {orders}',
});
