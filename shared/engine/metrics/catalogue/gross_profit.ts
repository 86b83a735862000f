import { defineMetric } from '../define.ts';

export const grossProfit = defineMetric({
  id: 'gross_profit',
  title: { en: 'Gross profit', zh: '毛利额' },
  definition: { en: 'Sales with known cost less that cost; before refunds, fees and freight', zh: '有成本销售额减成本，未扣退款、费用与运费' },
  unit: 'money',
  good: 'up',
  rod: 'sales',
  needs: ['orders', 'lines', 'costs'],
  formula: '{costed_sales} - {cogs}',
});
