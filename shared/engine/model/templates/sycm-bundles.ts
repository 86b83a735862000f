import { defineTemplate } from './define.ts';

// Buyers of days must not be added up: kept as a table.
export const sycmBundles = defineTemplate({
  id: 'sycm-bundles',
  platform: 'tmall',
  report: { en: 'Sycm bundles', zh: '生意参谋搭配宝' },
  where: '生意参谋 › 营销 › 搭配宝 › 下载',
  requires: ['日期', '支付件数', '支付买家数', '支付金额', '支付子订单数', '支付父订单数', '客单价', '连带率'],
  also: [],
  naturalKey: ['日期'],
  types: { 日期: 'date', 支付金额: 'money', 客单价: 'money', 支付件数: 'int', 支付买家数: 'int', 支付子订单数: 'int', 支付父订单数: 'int', 连带率: 'number' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
