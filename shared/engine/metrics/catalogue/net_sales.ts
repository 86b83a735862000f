import { defineMetric } from '../define.ts';

export const netSales = defineMetric({
  id: 'net_sales',
  title: { en: 'Net sales', zh: '净销售额' },
  definition: { en: 'Sales less refunds of the same days; can be below zero on a day', zh: '销售额减同日退款，单日可能为负' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders'],
  formula: '{sales} - {refunds?}',
});
