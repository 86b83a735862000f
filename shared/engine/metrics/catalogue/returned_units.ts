import { defineMetric } from '../define.ts';

export const returnedUnits = defineMetric({
  id: 'returned_units',
  title: { en: 'Returned units', zh: '退货件数' },
  definition: { en: 'Pieces returned or exchanged, on the day the order was paid', zh: '退换货件数，按订单付款日' },
  unit: 'count',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'returned_goods', 'returned_pieces'],
  matureAfterDays: 15,
  measure: { view: 'refunds', date: 'paid_date', aggregate: 'sum', of: 'qty', where: [{ column: 'kind', is: 'one-of', values: ['return_refund', 'exchange'] }] },
});
