import { defineTemplate } from './define.ts';

// The same day may stand once for each 转化周期.
export const adZhitongchePlans = defineTemplate({
  id: 'ad-zhitongche-plans',
  platform: 'tmall',
  report: { en: 'Zhitongche plans by day', zh: '直通车计划报表' },
  where: '直通车 › 报表 › 计划 › 下载',
  requires: ['日期', '计划id', '计划名称', '推广类型', '花费', '展现量', '点击量'],
  also: ['总成交金额', '直接成交金额', '总成交笔数', '总购物车数', '总收藏数', '点击率', '平均点击花费', '投入产出比', '转化周期'],
  without: ['单元名称'],
  naturalKey: ['日期', '计划id', '推广类型', '转化周期'],
  types: {
    日期: 'date',
    计划id: 'id',
    花费: 'money',
    平均点击花费: 'money',
    总成交金额: 'money',
    直接成交金额: 'money',
    展现量: 'int',
    点击量: 'int',
    总成交笔数: 'int',
    总购物车数: 'int',
    总收藏数: 'int',
    点击率: 'ratio',
    投入产出比: 'number',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
