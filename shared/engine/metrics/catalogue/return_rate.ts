import { defineMetric } from '../define.ts';

export const returnRate = defineMetric({
  id: 'return_rate',
  title: { en: 'Return rate', zh: '退货率' },
  definition: { en: 'Orders with returned goods, of the orders paid on these days', zh: '有退换货的订单占同批订单的比例' },
  unit: 'ratio',
  good: 'down',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'returned_goods'],
  matureAfterDays: 15,
  formula: '{return_orders} / {orders}',
});
