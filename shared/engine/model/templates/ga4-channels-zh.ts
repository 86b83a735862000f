import { defineTemplate } from './define.ts';

// The words of the Chinese interface; its period stands in the lines above it.
export const ga4ChannelsZh = defineTemplate({
  id: 'ga4-channels-zh',
  platform: 'own_site',
  report: { en: 'GA4 channels, in Chinese', zh: 'GA4 渠道（中文）' },
  where: '报告 › 流量获取 › 分享 › 下载文件',
  unconfirmed: true,
  requires: ['会话主要渠道组（默认渠道组）', '会话数', '互动会话数'],
  also: ['活跃用户', '活跃用户数', '互动率', '每次会话的平均互动时长', '事件数', '关键事件', '总收入'],
  ofPeriod: true,
  naturalKey: ['会话主要渠道组（默认渠道组）'],
  types: { 会话数: 'int', 互动会话数: 'int', 活跃用户: 'int', 活跃用户数: 'int', 事件数: 'int', 互动率: 'ratio', 每次会话的平均互动时长: 'number', 关键事件: 'number', 总收入: 'money' },
  timeZone: null,
  fills: [],
});
