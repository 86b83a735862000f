import { defineTemplate } from './define.ts';
import { CALIBERS, WINDOWS } from './variants.ts';

export const adJingzhuntong = defineTemplate({
  id: 'ad-jingzhuntong',
  platform: 'jd',
  report: { en: 'JD Jingzhuntong ads by day', zh: '京准通推广报表' },
  where: '京准通 › 报表 › 下载',
  requires: ['日期', '推广计划', '展现数', '点击数', '总订单行', '总订单金额'],
  also: ['总费用', '花费', '推广单元', '推广创意', '产品线', '计划类型', '人群名称', '广告定向类型', '跟单SKU ID', '直接订单金额', '总购物车数', '总加购数', '下单新客数'],
  variants: [CALIBERS, WINDOWS],
  naturalKey: ['日期', '推广计划', '推广单元', '推广创意', '产品线', '跟单SKU ID'],
  types: {
    日期: 'date',
    '跟单SKU ID': 'id',
    展现数: 'int',
    点击数: 'int',
    总订单行: 'int',
    总购物车数: 'int',
    总加购数: 'int',
    下单新客数: 'int',
    总费用: 'money',
    花费: 'money',
    总订单金额: 'money',
    直接订单金额: 'money',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
