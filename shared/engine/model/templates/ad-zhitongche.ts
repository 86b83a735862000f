import { defineTemplate } from './define.ts';

export const adZhitongche = defineTemplate({
  id: 'ad-zhitongche',
  platform: 'tmall',
  report: { en: 'Zhitongche units by day', zh: '直通车单元报表' },
  where: '直通车 › 报表 › 单元 › 下载',
  requires: ['日期', '计划名称', '单元名称', '推广类型', '花费', '展现量', '点击量'],
  also: ['商品id', '直接成交金额', '总成交金额', '总成交笔数', '总购物车数', '新成交用户数', '转化周期'],
  naturalKey: ['日期', '计划名称', '单元名称', '推广类型', '商品id', '转化周期'],
  types: { 日期: 'date', 商品id: 'id', 花费: 'money', 直接成交金额: 'money', 总成交金额: 'money', 展现量: 'int', 点击量: 'int', 总成交笔数: 'int', 总购物车数: 'int', 新成交用户数: 'int' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
