import { defineMetric } from '../define.ts';

export const identityCoverage = defineMetric({
  id: 'identity_coverage',
  title: { en: 'Identity coverage', zh: '身份可识别率' },
  definition: { en: 'Paid orders whose buyer is known', zh: '能识别买家的已付款订单占比' },
  unit: 'ratio',
  good: 'up',
  rod: 'sales',
  needs: ['orders'],
  formula: '{known_orders} / {orders}',
});
