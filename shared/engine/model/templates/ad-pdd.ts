import { defineTemplate } from './define.ts';

export const adPdd = defineTemplate({
  id: 'ad-pdd',
  platform: 'pdd',
  report: { en: 'Pinduoduo ads by day', zh: '拼多多推广报表' },
  where: '推广中心 › 推广报表 › 下载',
  requires: ['日期', '商品ID', '曝光量', '点击量', '成交笔数', '交易额(元)'],
  also: ['总花费(元)', '实际成交花费(元)', '总营销花费'],
  without: ['推广名称', '成交营销花费(元)', '推广总花费(元)', '净交易额(元)'],
  naturalKey: ['日期', '商品ID'],
  types: { 日期: 'date', 商品ID: 'id', 曝光量: 'int', 点击量: 'int', 成交笔数: 'int', '总花费(元)': 'money', '实际成交花费(元)': 'money', 总营销花费: 'money', '交易额(元)': 'money' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
