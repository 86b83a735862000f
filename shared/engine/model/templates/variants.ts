import type { Variant } from './define.ts';

/** Visitors by their device: 生意参谋 has a sheet for each. */
export const TERMINALS: readonly Variant[] = [
  { name: 'PC', pattern: /(^|[^a-z])pc([^a-z]|$)/i },
  { name: '无线', pattern: /无线|移动端|手机|wireless|mobile/i },
];

/** Coupons of the shop and of single goods. */
export const COUPONS: readonly Variant[] = [
  { name: '店铺券', pattern: /店铺(优惠)?券/ },
  { name: '商品券', pattern: /商品(优惠)?券/ },
];

/** Whether those count who saw an ad or those who clicked on it. */
export const EFFECTS: readonly Variant[] = [
  { name: '展现效果', pattern: /展现效果/ },
  { name: '点击效果', pattern: /点击效果/ },
];

/** Whether an order counts on the day of its click or on its own. */
export const CALIBERS: readonly Variant[] = [
  { name: '点击口径', pattern: /点击(口径|时间)/ },
  { name: '下单口径', pattern: /(下单|订单)(口径|时间)/ },
];

/** For how many days after a click an order is told as its effect. */
export const WINDOWS: readonly Variant[] = [
  { name: '1天', pattern: /(^|\D)1\s*天/ },
  { name: '7天', pattern: /(^|\D)7\s*天/ },
  { name: '15天', pattern: /(^|\D)15\s*天/ },
  { name: '30天', pattern: /(^|\D)30\s*天/ },
];
