import { defineTemplate } from './define.ts';

// Money that buyers have paid in is no sale yet: kept as a table.
export const sycmShoppingCredit = defineTemplate({
  id: 'sycm-shopping-credit',
  platform: 'tmall',
  report: { en: 'Sycm shopping credit', zh: '生意参谋购物金' },
  where: '生意参谋 › 营销 › 购物金 › 下载',
  requires: ['统计日期', '商品名称', '充值总金额', '充值买家数', '充值本金金额'],
  also: ['商品访客数', '充值转化率', '人均充值金额'],
  naturalKey: ['统计日期', '商品名称'],
  types: { 统计日期: 'date', 充值总金额: 'money', 充值本金金额: 'money', 人均充值金额: 'money', 商品访客数: 'int', 充值买家数: 'int', 充值转化率: 'ratio' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
