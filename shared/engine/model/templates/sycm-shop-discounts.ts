import { defineTemplate } from './define.ts';

// 支付父定单 is written so by the platform itself; some exports say 支付父订单数.
export const sycmShopDiscounts = defineTemplate({
  id: 'sycm-shop-discounts',
  platform: 'tmall',
  report: { en: 'Sycm shop discounts', zh: '生意参谋店铺宝' },
  where: '生意参谋 › 营销 › 店铺宝 › 下载',
  requires: ['统计日期', '支付金额', '支付买家数', '支付件数', '客单价', '人均支付件数'],
  also: ['支付父定单', '支付父订单数'],
  naturalKey: ['统计日期'],
  types: { 统计日期: 'date', 支付金额: 'money', 客单价: 'money', 支付买家数: 'int', 支付件数: 'int', 支付父定单: 'int', 支付父订单数: 'int', 人均支付件数: 'number' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
