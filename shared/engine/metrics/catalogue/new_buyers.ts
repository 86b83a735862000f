import { defineMetric } from '../define.ts';

export const newBuyers = defineMetric({
  id: 'new_buyers',
  title: { en: 'New buyers', zh: '新客数' },
  definition: { en: 'Buyers whose first order in the data was paid on the day', zh: '首单（数据内）在当日付款的买家' },
  unit: 'count',
  good: 'up',
  rod: 'sales',
  onBoard: true,
  needs: ['orders', 'identity'],
  historyDays: 90,
  notes: [{ en: 'First order in the data, not in life', zh: '以导入数据内的首单为准' }],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'count', where: [{ column: 'buyer_seq', is: 'equal', values: [1] }] },
});
