import { defineTemplate } from './define.ts';

// Commissions are costs of orders that the order sheet tells.
export const taobaoAffiliates = defineTemplate({
  id: 'taobao-affiliates',
  platform: 'tmall',
  report: { en: 'Taobao affiliate commissions', zh: '淘宝联盟推广明细' },
  where: '淘宝联盟 › 效果报表 › 导出',
  requires: ['淘宝子订单编号', '付款金额(元)', '结算佣金支出(元)'],
  also: ['付款佣金支出(元)', '来源或淘客昵称'],
  naturalKey: ['淘宝子订单编号'],
  types: { 淘宝子订单编号: 'id', '付款金额(元)': 'money', '付款佣金支出(元)': 'money', '结算佣金支出(元)': 'money' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
