import { dayOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '计划id', '计划名称', '推广类型', '展现量', '点击量', '花费', '点击率', '总购物车数', '总成交金额', '总成交笔数', '投入产出比'];

/** 直通车's plans: the account's report without units. */
export function zhitongchePlans(): ReportFile {
  const rows = makePerformance(59, 1);
  const cells = rows.map(({ day, shows, clicks, cost, value, buyers }) => ({
    日期: dayOf(day),
    计划id: '4001',
    计划名称: '标准推广',
    推广类型: '关键词推广',
    展现量: String(shows),
    点击量: String(clicks),
    花费: yuan(cost),
    点击率: '4.20%',
    总购物车数: '3',
    总成交金额: yuan(value),
    总成交笔数: String(buyers),
    投入产出比: (value / cost).toFixed(2),
  }));
  return {
    file: { name: '账户报表_计划_20250615.csv', bytes: gbk(csvOf(HEADER, cells)) },
    template: 'ad-zhitongche-plans',
    rows: rows.length,
    sums: { 花费: sumOf(rows, 'cost'), 展现量: sumOf(rows, 'shows'), 总成交金额: sumOf(rows, 'value') },
  };
}
