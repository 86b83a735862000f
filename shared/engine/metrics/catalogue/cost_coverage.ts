import { defineMetric } from '../define.ts';

export const costCoverage = defineMetric({
  id: 'cost_coverage',
  title: { en: 'Cost coverage', zh: '成本覆盖率' },
  definition: { en: 'Share of product sales whose cost is known', zh: '成本已知的商品销售额占比' },
  unit: 'ratio',
  good: 'up',
  rod: 'sales',
  needs: ['orders', 'lines', 'costs'],
  formula: '{costed_sales} / {line_sales_m}',
});
