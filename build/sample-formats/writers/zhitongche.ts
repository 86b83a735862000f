import { dayOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '计划名称', '单元名称', '推广类型', '商品id', '展现量', '点击量', '花费', '直接成交金额', '总成交金额', '总成交笔数', '总购物车数', '新成交用户数'];

/** 直通车's units by day: GBK. */
export function zhitongche(): ReportFile {
  const rows = makePerformance(33);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }) => ({
    日期: dayOf(day),
    计划名称: '标准推广',
    单元名称: product.title,
    推广类型: '关键词推广',
    商品id: `6900000${product.sku.slice(3)}`,
    展现量: String(shows),
    点击量: String(clicks),
    花费: yuan(cost),
    直接成交金额: '0.00',
    总成交金额: yuan(value),
    总成交笔数: String(buyers),
    总购物车数: '0',
    新成交用户数: '1',
  }));
  return {
    file: { name: '单元报表_20250615_101500.csv', bytes: gbk(csvOf(HEADER, cells)) },
    template: 'ad-zhitongche',
    rows: rows.length,
    sums: { 展现量: sumOf(rows, 'shows'), 点击量: sumOf(rows, 'clicks'), 花费: sumOf(rows, 'cost'), 总成交金额: sumOf(rows, 'value') },
  };
}
