import { defineMetric } from '../define.ts';

export const newSales = defineMetric({
  id: 'new_sales',
  title: { en: 'Sales from first orders', zh: '新客销售额' },
  definition: { en: 'Sales of orders that are the first of their buyer', zh: '买家首单的销售额' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  needs: ['orders', 'identity'],
  historyDays: 90,
  measure: { view: 'paid', date: 'paid_date', aggregate: 'sum', of: 'sales_amount', where: [{ column: 'buyer_seq', is: 'equal', values: [1] }] },
});
