import { defineMetric } from '../define.ts';

export const returningSalesShare = defineMetric({
  id: 'returning_sales_share',
  title: { en: 'Returning sales share', zh: '老客销售占比' },
  definition: { en: 'Sales that are not from first orders; orders without identity fall here', zh: '非首单的销售额占比；无身份订单计入此项' },
  unit: 'ratio',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'identity'],
  historyDays: 90,
  formula: '1 - {new_sales} / {sales}',
});
