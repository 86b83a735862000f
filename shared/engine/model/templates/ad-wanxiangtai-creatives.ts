import { defineTemplate } from './define.ts';

// The same day stands once for each 效果模型 and 转化周期: added up, its cost would be there several times.
export const adWanxiangtaiCreatives = defineTemplate({
  id: 'ad-wanxiangtai-creatives',
  platform: 'tmall',
  report: { en: 'Wanxiangtai creatives by day', zh: '万相台创意报表' },
  where: '万相台 › 报表 › 创意报表 › 下载',
  requires: ['日期', '转化周期', '计划名称', '消耗', '曝光量', '点击量', '总成交金额'],
  also: ['效果模型', '统计口径', '创意id', '商品id', '店铺url', '计划id', '点击率', '点击成本', '总加购量', '收藏量', '总成交笔数', '直接成交金额', '成交转化率', 'roi'],
  naturalKey: ['日期', '效果模型', '统计口径', '转化周期', '创意id', '计划id'],
  types: {
    日期: 'date',
    创意id: 'id',
    商品id: 'id',
    计划id: 'id',
    消耗: 'money',
    点击成本: 'money',
    总成交金额: 'money',
    直接成交金额: 'money',
    曝光量: 'int',
    点击量: 'int',
    总加购量: 'int',
    收藏量: 'int',
    总成交笔数: 'int',
    点击率: 'ratio',
    成交转化率: 'ratio',
    roi: 'number',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
