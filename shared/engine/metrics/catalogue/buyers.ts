import { defineMetric } from '../define.ts';

export const buyers = defineMetric({
  id: 'buyers',
  title: { en: 'Paying buyers', zh: '支付买家数' },
  definition: { en: 'Different people who paid; an order without identity counts as one buyer', zh: '付款的不同买家数；无身份的订单各计一位' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'identity'],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'distinct', of: 'customer_id', orElse: 'order_key' },
});
