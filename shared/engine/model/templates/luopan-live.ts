import { defineTemplate } from './define.ts';

// Of this sheet only a part of the names is verified.
export const luopanLive = defineTemplate({
  id: 'luopan-live',
  platform: 'douyin',
  report: { en: 'Douyin Compass live rooms', zh: '抖音罗盘直播' },
  where: '抖音电商罗盘 › 直播 › 下载',
  requires: ['日期', '直播间观看人数', '人均看播时长', '成交人数', '投放消耗'],
  also: ['达人昵称', '商品曝光人数', '商品点击人数', '成交金额'],
  naturalKey: ['日期', '达人昵称'],
  types: { 日期: 'date', 直播间观看人数: 'int', 商品曝光人数: 'int', 商品点击人数: 'int', 成交人数: 'int', 人均看播时长: 'number', 成交金额: 'money', 投放消耗: 'money' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
