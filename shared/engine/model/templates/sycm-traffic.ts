import { defineTemplate } from './define.ts';
import { TERMINALS } from './variants.ts';

export const sycmTraffic = defineTemplate({
  id: 'sycm-traffic',
  platform: 'tmall',
  report: { en: 'Sycm daily traffic', zh: '生意参谋流量日报' },
  where: '生意参谋 › 流量 › 流量看板 › 下载',
  requires: ['统计日期', '访客数', '浏览量'],
  also: ['支付金额', '支付买家数', '支付转化率', '商品收藏人数', '商品加购人数', '跳失率', '人均浏览量', '平均停留时长', '新访客数', '老访客数'],
  variants: [TERMINALS],
  naturalKey: ['统计日期'],
  types: { 统计日期: 'date', 访客数: 'int', 浏览量: 'int', 支付金额: 'money', 支付买家数: 'int', 支付转化率: 'ratio', 商品收藏人数: 'int', 商品加购人数: 'int', 跳失率: 'ratio' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
