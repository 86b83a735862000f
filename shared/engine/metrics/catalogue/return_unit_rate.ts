import { defineMetric } from '../define.ts';

export const returnUnitRate = defineMetric({
  id: 'return_unit_rate',
  title: { en: 'Returned units rate', zh: '件退货率' },
  definition: { en: 'Pieces returned, of the pieces sold on these days', zh: '退货件数占同批销售件数的比例' },
  unit: 'ratio',
  good: 'down',
  rod: 'sales',
  needs: ['orders', 'lines', 'returned_goods', 'returned_pieces'],
  matureAfterDays: 15,
  formula: '{returned_units} / {units}',
});
