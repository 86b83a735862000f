import { defineMetric } from '../define.ts';

export const units = defineMetric({
  id: 'units',
  title: { en: 'Units sold', zh: '销售件数' },
  definition: { en: 'Pieces in paid orders, gifts left out', zh: '已付款订单的件数，不含赠品' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'lines'],
  measure: { view: 'lines', date: 'paid_date', aggregate: 'sum', of: 'qty', where: [{ column: 'is_gift', is: 'equal', values: [0] }] },
});
