import { defineTemplate } from './define.ts';
import { EFFECTS } from './variants.ts';

// Views of an ad and clicks on it are told in reports of their own with the same columns.
export const adYinliMofang = defineTemplate({
  id: 'ad-yinli-mofang',
  platform: 'tmall',
  report: { en: 'Yinli Mofang ads by day', zh: '引力魔方推广报表' },
  where: '引力魔方 › 报表 › 下载',
  requires: ['日期', '计划组', '计划', '主体名称', '消耗', '展现量', '点击量', '成交订单金额'],
  also: ['主体类型', '商品id', '创意名称', '创意id', '定向人群', '资源位', '点击率', '千次展现成本', '成交订单量', '加购收藏量', '收藏宝贝量', '添加购物车量', '投资回报率'],
  variants: [EFFECTS],
  naturalKey: ['日期', '计划组', '计划', '主体名称', '商品id'],
  types: {
    日期: 'date',
    商品id: 'id',
    创意id: 'id',
    消耗: 'money',
    千次展现成本: 'money',
    成交订单金额: 'money',
    展现量: 'int',
    点击量: 'int',
    成交订单量: 'int',
    加购收藏量: 'int',
    收藏宝贝量: 'int',
    添加购物车量: 'int',
    点击率: 'ratio',
    投资回报率: 'number',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
