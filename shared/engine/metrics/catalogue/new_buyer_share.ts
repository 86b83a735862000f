import { defineMetric } from '../define.ts';

export const newBuyerShare = defineMetric({
  id: 'new_buyer_share',
  title: { en: 'New buyer share', zh: '新客占比' },
  definition: { en: 'New buyers among the paying buyers', zh: '新客占支付买家的比例' },
  unit: 'ratio',
  good: 'neutral',
  rod: 'sales',
  needs: ['orders', 'identity'],
  historyDays: 90,
  formula: '{new_buyers} / {buyers}',
});
