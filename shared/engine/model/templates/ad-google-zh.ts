import { defineTemplate } from './define.ts';

// Each level of the account has a total row of its own at the end: 总计：广告系列, 总计：经理账号.
export const adGoogleZh = defineTemplate({
  id: 'ad-google-zh',
  platform: 'own_site',
  report: { en: 'Google Ads, in Chinese', zh: 'Google Ads 报表（中文）' },
  where: 'Google Ads › 广告系列 › 下载',
  requires: ['广告系列', '展示次数', '点击次数', '费用'],
  also: ['日期', '天', '货币代码', '广告系列状态', '转化次数', '转化价值', '搜索字词', '平均每次点击费用', '点击率', '搜索网络展示次数份额', '搜索展示次数份额'],
  naturalKey: ['日期', '天', '广告系列', '搜索字词'],
  types: {
    日期: 'date',
    天: 'date',
    费用: 'money',
    转化价值: 'money',
    平均每次点击费用: 'money',
    展示次数: 'int',
    点击次数: 'int',
    转化次数: 'number',
    点击率: 'ratio',
    搜索网络展示次数份额: 'ratio',
    搜索展示次数份额: 'ratio',
  },
  timeZone: null,
  fills: [],
});
