import { defineTemplate } from './define.ts';

// Visitors and buyers of days must not be added up: kept as a table.
export const sycmNewCustomers = defineTemplate({
  id: 'sycm-new-customers',
  platform: 'tmall',
  report: { en: 'Sycm discounts for new customers', zh: '生意参谋新客折扣' },
  where: '生意参谋 › 营销 › 新客折扣 › 下载',
  requires: ['统计日期', '商品id', '新客拉新费率', '新客支付人数', '新客支付金额'],
  also: ['商品名称', '商品新访客数', '新客支付人数占比', '新客支付金额占比'],
  naturalKey: ['统计日期', '商品id'],
  types: {
    统计日期: 'date',
    商品id: 'id',
    商品新访客数: 'int',
    新客支付人数: 'int',
    新客支付金额: 'money',
    新客拉新费率: 'ratio',
    新客支付人数占比: 'ratio',
    新客支付金额占比: 'ratio',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
