import { defineTemplate } from './define.ts';
import { TERMINALS } from './variants.ts';

// PC and 无线 are sheets of their own with the same columns; visitors of sources and days must not be added up: kept as tables.
export const sycmActivitySources = defineTemplate({
  id: 'sycm-activity-sources',
  platform: 'tmall',
  report: { en: 'Sycm traffic of a campaign', zh: '生意参谋活动引流' },
  where: '生意参谋 › 流量 › 活动来源 › 下载',
  requires: ['流量来源', '预热访客数', '预热加购人数', '访客数', '支付买家数', '支付金额', '统计日期'],
  also: ['预热收藏人数', '支付转化率', '加购转化率', '收藏转化率', '活动id'],
  variants: [TERMINALS],
  naturalKey: ['统计日期', '活动id', '流量来源'],
  types: {
    统计日期: 'date',
    活动id: 'id',
    预热访客数: 'int',
    预热加购人数: 'int',
    预热收藏人数: 'int',
    访客数: 'int',
    支付买家数: 'int',
    支付金额: 'money',
    支付转化率: 'ratio',
    加购转化率: 'ratio',
    收藏转化率: 'ratio',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
