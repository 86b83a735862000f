import { defineMetric } from '../define.ts';

export const costedSales = defineMetric({
  id: 'costed_sales',
  title: { en: 'Sales with known cost', zh: '有成本销售额' },
  definition: { en: 'Sales of the lines whose cost is known', zh: '成本已知的明细销售额' },
  unit: 'money',
  good: 'neutral',
  rod: 'sales',
  needs: ['orders', 'lines', 'costs'],
  measure: { view: 'lines', date: 'paid_date', aggregate: 'sum', of: 'line_sales', where: [{ column: 'cost', is: 'known' }] },
});
