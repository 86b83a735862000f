import { defineTemplate } from './define.ts';

// Of this sheet only a part of the names is verified.
export const luopanGoods = defineTemplate({
  id: 'luopan-goods',
  platform: 'douyin',
  report: { en: 'Douyin Compass goods', zh: '抖音罗盘商品' },
  where: '抖音电商罗盘 › 商品 › 下载',
  requires: ['日期', '商品ID', '商品曝光人数', '商品点击人数', '成交人数'],
  also: ['商品名称', '成交件数', '成交金额'],
  naturalKey: ['日期', '商品ID'],
  types: { 日期: 'date', 商品ID: 'id', 商品曝光人数: 'int', 商品点击人数: 'int', 成交人数: 'int', 成交件数: 'int', 成交金额: 'money' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
