import { defineTemplate } from './define.ts';
import { GOOGLE_BREAKDOWNS_ZH, GOOGLE_MEASURES_ZH, GOOGLE_TIMES_ZH } from './google-columns.ts';

// Each level of the account has a total row of its own at the end: 总计：广告系列, 总计：经理账号. The day is called 日期 or 天.
export const adGoogleZh = defineTemplate({
  id: 'ad-google-zh',
  platform: 'own_site',
  report: { en: 'Google Ads, in Chinese', zh: 'Google Ads 报表（中文）' },
  where: 'Google Ads › 广告系列 › 下载',
  requires: ['广告系列', '展示次数', '点击次数', '费用'],
  also: ['日期', '天', '货币代码', '广告系列状态', '转化次数', '转化价值', '搜索字词', '平均每次点击费用', '点击率', '搜索网络展示次数份额', '搜索展示次数份额'],
  naturalKey: ['广告系列'],
  splitBy: [...GOOGLE_TIMES_ZH, ...GOOGLE_BREAKDOWNS_ZH],
  types: { 日期: 'date', 天: 'date', ...GOOGLE_MEASURES_ZH },
  timeZone: null,
  fills: [],
});
