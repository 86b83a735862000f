import { defineTemplate } from './define.ts';
import { TERMINALS } from './variants.ts';

// Visitors of sources must not be added up: kept as a table.
export const sycmSources = defineTemplate({
  id: 'sycm-sources',
  platform: 'tmall',
  report: { en: 'Sycm traffic sources', zh: '生意参谋流量来源' },
  where: '生意参谋 › 流量 › 店铺来源 › 下载',
  requires: ['日期', '流量来源', '来源明细', '访客数'],
  also: ['下单买家数', '下单金额', '支付买家数', '支付金额', '支付转化率', '收藏人数', '加购人数'],
  variants: [TERMINALS],
  naturalKey: ['日期', '流量来源', '来源明细'],
  types: { 日期: 'date', 访客数: 'int', 下单买家数: 'int', 支付买家数: 'int', 收藏人数: 'int', 加购人数: 'int', 下单金额: 'money', 支付金额: 'money', 支付转化率: 'ratio' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
