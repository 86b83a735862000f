import { defineTemplate } from './define.ts';
import { COUPONS } from './variants.ts';

// Coupons of the shop and of goods have the same columns, and nothing in a row says which: no row replaces another.
export const sycmCoupons = defineTemplate({
  id: 'sycm-coupons',
  platform: 'tmall',
  report: { en: 'Sycm coupons', zh: '生意参谋优惠券' },
  where: '生意参谋 › 营销 › 优惠券 › 下载',
  requires: ['统计日期', '领取张数', '使用张数', '支付金额'],
  also: ['支付买家数', '支付件数', '客单价'],
  variants: [COUPONS],
  naturalKey: [],
  types: { 统计日期: 'date', 领取张数: 'int', 使用张数: 'int', 支付买家数: 'int', 支付件数: 'int', 支付金额: 'money', 客单价: 'money' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
