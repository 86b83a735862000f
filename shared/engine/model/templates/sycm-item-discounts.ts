import { defineTemplate } from './define.ts';

// The same columns stand in wider sheets: those of coupons, of 店铺宝 and of traffic are told apart by what they have beside them.
export const sycmItemDiscounts = defineTemplate({
  id: 'sycm-item-discounts',
  platform: 'tmall',
  report: { en: 'Sycm item discounts', zh: '生意参谋单品宝' },
  where: '生意参谋 › 营销 › 单品宝 › 下载',
  requires: ['统计日期', '支付金额', '支付买家数', '支付件数', '客单价'],
  also: [],
  without: ['领取张数', '使用张数', '支付父定单', '支付父订单数', '人均支付件数', '访客数', '浏览量', '商品ID', '连带率'],
  naturalKey: ['统计日期'],
  types: { 统计日期: 'date', 支付金额: 'money', 客单价: 'money', 支付买家数: 'int', 支付件数: 'int' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
