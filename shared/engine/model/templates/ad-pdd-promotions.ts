import { defineTemplate } from './define.ts';

// The report since June 2026, in which the columns of spend have other names. What was spent in all is 推广总花费; 总营销花费 adds coupons.
export const adPddPromotions = defineTemplate({
  id: 'ad-pdd-promotions',
  platform: 'pdd',
  report: { en: 'Pinduoduo ads by day, since June 2026', zh: '拼多多推广报表（2026 年 6 月起）' },
  where: '推广中心 › 推广报表 › 下载',
  requires: ['日期', '商品ID', '推广名称', '成交营销花费(元)', '总营销花费(元)', '推广总花费(元)', '交易额(元)'],
  also: ['商品名称', '推广场景', '出价方式', '分组', '是否已删除', '推广成交花费(元)', '结算券花费(元)', '净交易额(元)', '净成交笔数', '曝光量', '点击量', '成交笔数', '实际投产比'],
  naturalKey: ['日期', '商品ID', '推广名称', '出价方式'],
  types: {
    日期: 'date',
    商品ID: 'id',
    '成交营销花费(元)': 'money',
    '总营销花费(元)': 'money',
    '推广总花费(元)': 'money',
    '推广成交花费(元)': 'money',
    '结算券花费(元)': 'money',
    '交易额(元)': 'money',
    '净交易额(元)': 'money',
    净成交笔数: 'int',
    曝光量: 'int',
    点击量: 'int',
    成交笔数: 'int',
    实际投产比: 'number',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
