import { yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { tabbed, table, utf16 } from './bytes.ts';

/** Names as public tests of the Chinese report have them; their order is the user's own. */
const HEADER = ['广告系列状态', '广告系列', '货币代码', '展示次数', '点击次数', '费用'];

/** Google Ads' report in Chinese without a day: the period stands in the second title row only. */
export function googleAdsZhPeriod(): ReportFile {
  const rows = makePerformance(66).slice(0, 5);
  const cells = rows.map(({ product, shows, clicks, cost }, i) => ({
    广告系列状态: '已启用',
    广告系列: `${product.english} ${i + 1}`,
    货币代码: 'USD',
    展示次数: String(shows),
    点击次数: String(clicks),
    费用: yuan(cost),
  }));
  const total = {
    广告系列状态: '总计：账号',
    广告系列: ' --',
    货币代码: 'USD',
    展示次数: String(sumOf(rows, 'shows')),
    点击次数: String(sumOf(rows, 'clicks')),
    费用: yuan(sumOf(rows, 'cost') / 100),
  };
  return {
    file: { name: '广告系列报告（按期间）.csv', bytes: utf16(`广告系列报告\r\n2025年6月1日 - 2025年6月14日\r\n${tabbed(table(HEADER, [...cells, total]))}`) },
    template: 'ad-google-zh-period',
    rows: rows.length,
    sums: { 费用: sumOf(rows, 'cost'), 展示次数: sumOf(rows, 'shows'), 点击次数: sumOf(rows, 'clicks') },
  };
}
