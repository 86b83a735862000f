import { defineMetric } from '../define.ts';

export const cogs = defineMetric({
  id: 'cogs',
  title: { en: 'Cost of goods', zh: '销售成本' },
  definition: { en: 'Pieces times unit cost; lines without cost are left out', zh: '件数乘单位成本，缺成本的明细不计' },
  unit: 'money',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'lines', 'costs'],
  measure: { view: 'lines', date: 'paid_date', aggregate: 'sum', of: 'qty', times: 'cost' },
});
