import { defineTemplate } from './define.ts';

export const adWanxiangtai = defineTemplate({
  id: 'ad-wanxiangtai',
  platform: 'tmall',
  report: { en: 'Wanxiangtai ad plans by day', zh: '万相台计划报表' },
  where: '万相台 › 报表 › 计划报表 › 下载',
  requires: ['日期', '计划名称', '花费', '展现量', '点击量'],
  also: ['计划ID', '场景名字', '总成交金额', '总成交笔数', '直接成交金额', '总购物车数', '点击率', '投入产出比', '转化周期'],
  without: ['单元名称', '推广类型'],
  naturalKey: ['日期', '计划ID', '计划名称', '场景名字', '转化周期'],
  types: {
    日期: 'date',
    计划ID: 'id',
    花费: 'money',
    展现量: 'int',
    点击量: 'int',
    总成交金额: 'money',
    直接成交金额: 'money',
    总成交笔数: 'int',
    总购物车数: 'int',
    点击率: 'ratio',
    投入产出比: 'number',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
