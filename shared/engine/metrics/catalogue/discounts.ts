import { defineMetric } from '../define.ts';

export const discounts = defineMetric({
  id: 'discounts',
  title: { en: 'Seller discounts', zh: '商家优惠' },
  definition: { en: 'Discounts the seller carries; those of the platform are left out', zh: '商家承担的优惠，不含平台补贴' },
  unit: 'money',
  good: 'neutral',
  rod: 'sales',
  needs: ['orders', 'discounts'],
  measure: { view: 'paid', date: 'paid_date', aggregate: 'sum', of: 'seller_discount' },
});
