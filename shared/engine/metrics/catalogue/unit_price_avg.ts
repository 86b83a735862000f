import { defineMetric } from '../define.ts';

export const unitPriceAvg = defineMetric({
  id: 'unit_price_avg',
  title: { en: 'Average unit price', zh: '件单价' },
  definition: { en: 'Product sales divided by units', zh: '商品销售额除以件数' },
  unit: 'money',
  good: 'neutral',
  rod: 'sales',
  needs: ['orders', 'lines'],
  formula: '{line_sales_m} / {units}',
});
