import { defineMetric } from '../define.ts';

export const lineSalesM = defineMetric({
  id: 'line_sales_m',
  title: { en: 'Product sales', zh: '商品销售额' },
  definition: { en: 'Sales of the order lines; adds up to sales', zh: '订单明细的销售额，合计等于销售额' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  needs: ['orders', 'lines'],
  measure: { view: 'lines', date: 'paid_date', aggregate: 'sum', of: 'line_sales' },
});
