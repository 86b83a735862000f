import type { ColumnType } from '#contract/values';

/** Columns of Google Ads that say of when a row is. */
export const GOOGLE_TIMES: readonly string[] = ['Day', 'Week', 'Month', 'Quarter', 'Year'];
export const GOOGLE_TIMES_ZH: readonly string[] = ['日期', '天', '周', '月', '月份', '季度', '年'];

/** Columns of Google Ads that split a row of a campaign into several. */
export const GOOGLE_BREAKDOWNS: readonly string[] = [
  'Ad group',
  'Ad ID',
  'Keyword',
  'Search keyword',
  'Search term',
  'Match type',
  'Search terms match type',
  'Landing page',
  'Device',
  'Network',
  'Network (with search partners)',
  'Conversion action',
  'Hour of the day',
  'Day of the week',
  'Click type',
  'Age',
  'Gender',
  'Country/Territory (User location)',
];
export const GOOGLE_BREAKDOWNS_ZH: readonly string[] = [
  '广告组',
  '关键字',
  '搜索关键字',
  '搜索字词',
  '匹配类型',
  '着陆页',
  '设备',
  '投放网络',
  '投放网络（含搜索网络合作伙伴）',
  '转化操作',
  '小时',
  '星期几',
  '年龄',
  '性别',
];

/** Types of what Google Ads counts. */
export const GOOGLE_MEASURES: Readonly<Record<string, ColumnType>> = {
  Cost: 'money',
  'Conv. value': 'money',
  'Search impr. share': 'ratio',
  'Impr.': 'int',
  Clicks: 'int',
  Conversions: 'number',
};
export const GOOGLE_MEASURES_ZH: Readonly<Record<string, ColumnType>> = {
  费用: 'money',
  转化价值: 'money',
  平均每次点击费用: 'money',
  展示次数: 'int',
  点击次数: 'int',
  转化次数: 'number',
  点击率: 'ratio',
  搜索网络展示次数份额: 'ratio',
  搜索展示次数份额: 'ratio',
};
