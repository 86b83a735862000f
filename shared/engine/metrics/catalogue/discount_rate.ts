import { defineMetric } from '../define.ts';

export const discountRate = defineMetric({
  id: 'discount_rate',
  title: { en: 'Discount rate', zh: '折扣率' },
  definition: { en: 'Seller discounts divided by sales before them', zh: '商家优惠除以优惠前销售额' },
  unit: 'ratio',
  good: 'neutral',
  rod: 'sales',
  needs: ['orders', 'discounts'],
  formula: '{discounts} / ({sales} + {discounts})',
});
