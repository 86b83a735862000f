import { defineMetric } from '../define.ts';

export const grossMargin = defineMetric({
  id: 'gross_margin',
  title: { en: 'Gross margin', zh: '毛利率' },
  definition: { en: 'Gross profit divided by sales with known cost', zh: '毛利额除以有成本销售额' },
  unit: 'ratio',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'lines', 'costs'],
  guard: {
    metric: 'cost_coverage',
    least: 0.7,
    message: { en: 'Costs are known for less than 70% of product sales', zh: '成本已知的商品销售额不足 70%' },
  },
  formula: '({costed_sales} - {cogs}) / {costed_sales}',
});
