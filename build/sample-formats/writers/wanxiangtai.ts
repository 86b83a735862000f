import { dayOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '计划ID', '计划名称', '场景名字', '花费', '展现量', '点击量', '总成交金额', '总成交笔数'];

/** 万相台's plans by day: GBK, a total row at the end. */
export function wanxiangtai(): ReportFile {
  const rows = makePerformance(34);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }) => ({
    日期: dayOf(day),
    计划ID: `30${product.sku.slice(3)}`,
    计划名称: product.title,
    场景名字: '货品运营',
    花费: yuan(cost),
    展现量: String(shows),
    点击量: String(clicks),
    总成交金额: yuan(value),
    总成交笔数: String(buyers),
  }));
  const total = {
    日期: '合计',
    花费: yuan(sumOf(rows, 'cost') / 100),
    展现量: String(sumOf(rows, 'shows')),
    点击量: String(sumOf(rows, 'clicks')),
    总成交金额: yuan(sumOf(rows, 'value') / 100),
    总成交笔数: String(sumOf(rows, 'buyers')),
  };
  return {
    file: { name: '计划报表_20250615_101700.csv', bytes: gbk(csvOf(HEADER, [...cells, total])) },
    template: 'ad-wanxiangtai',
    rows: rows.length,
    sums: { 展现量: sumOf(rows, 'shows'), 点击量: sumOf(rows, 'clicks'), 花费: sumOf(rows, 'cost'), 总成交金额: sumOf(rows, 'value') },
  };
}
