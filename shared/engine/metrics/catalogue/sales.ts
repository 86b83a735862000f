import { defineMetric } from '../define.ts';

export const sales = defineMetric({
  id: 'sales',
  title: { en: 'Sales', zh: '销售额' },
  definition: { en: 'Paid orders, goods after discounts, before refunds, on the day of payment', zh: '按付款日，已付款订单的货款（扣除优惠，未扣退款）' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders'],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'sum', of: 'sales_amount' },
});
