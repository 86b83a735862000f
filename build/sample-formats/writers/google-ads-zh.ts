import { dayOf, yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { tabbed, table, utf16 } from './bytes.ts';

/** Names as public tests of the Chinese report have them; their order is the user's own. */
const HEADER = ['日期', '广告系列', '广告系列状态', '货币代码', '展示次数', '点击次数', '费用', '转化次数', '转化价值'];

/** Google Ads' report in Chinese, as “Excel .csv”: UTF-16 with tabs, two title rows, a total row for each level of the account. */
export function googleAdsZh(): ReportFile {
  const rows = makePerformance(63, 2);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }, i) => ({
    日期: dayOf(day),
    广告系列: product.english,
    广告系列状态: '已启用',
    货币代码: 'USD',
    展示次数: String(shows),
    点击次数: String(clicks),
    费用: yuan(cost),
    转化次数: i % 4 === 0 ? ' --' : `${buyers}.00`,
    转化价值: yuan(value),
  }));
  const sums = { 展示次数: String(sumOf(rows, 'shows')), 点击次数: String(sumOf(rows, 'clicks')), 费用: yuan(sumOf(rows, 'cost') / 100), 转化价值: yuan(sumOf(rows, 'value') / 100) };
  const totals = ['总计：广告系列', '总计：账号'].map((label) => ({ 日期: label, 广告系列: ' --', 广告系列状态: ' --', 货币代码: 'USD', ...sums }));
  return {
    file: { name: '广告系列报告.csv', bytes: utf16(`广告系列报告\r\n2025年6月1日 - 2025年6月14日\r\n${tabbed(table(HEADER, [...cells, ...totals]))}`) },
    template: 'ad-google-zh',
    rows: rows.length,
    sums: { 费用: sumOf(rows, 'cost'), 展示次数: sumOf(rows, 'shows'), 点击次数: sumOf(rows, 'clicks'), 转化价值: sumOf(rows, 'value') },
  };
}
