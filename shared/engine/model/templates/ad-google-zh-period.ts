import { defineTemplate } from './define.ts';
import { GOOGLE_BREAKDOWNS_ZH, GOOGLE_MEASURES_ZH, GOOGLE_TIMES_ZH } from './google-columns.ts';

// Without a day its period stands in the title above it.
export const adGoogleZhPeriod = defineTemplate({
  id: 'ad-google-zh-period',
  platform: 'own_site',
  report: { en: 'Google Ads by period, in Chinese', zh: 'Google Ads 报表（按期间，中文）' },
  where: 'Google Ads › 广告系列 › 下载',
  requires: ['广告系列', '展示次数', '点击次数', '费用'],
  also: ['货币代码', '广告系列状态', '转化次数', '转化价值', '搜索字词', '平均每次点击费用', '点击率', '搜索网络展示次数份额', '搜索展示次数份额'],
  without: GOOGLE_TIMES_ZH,
  ofPeriod: true,
  naturalKey: ['广告系列'],
  splitBy: GOOGLE_BREAKDOWNS_ZH,
  types: GOOGLE_MEASURES_ZH,
  timeZone: null,
  fills: [],
});
