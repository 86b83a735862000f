import { defineMetric } from '../define.ts';

export const repeatRate = defineMetric({
  id: 'repeat_rate',
  title: { en: 'Repeat purchase rate', zh: '复购率' },
  definition: { en: 'Identified buyers with two or more paid orders in the period', zh: '期内付款两单及以上的买家占可识别买家的比例' },
  unit: 'ratio',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'identity'],
  notes: [{ en: 'Counts orders within the chosen period', zh: '按所选期间内的订单计算' }],
  formula: '{repeat_buyers} / {known_buyers}',
});
