import { dayOf, yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '商品ID', '总花费(元)', '实际成交花费(元)', '曝光量', '点击量', '成交笔数', '交易额(元)'];

/** Pinduoduo's ads: a title row, and a total row at the end with `-` in it. */
export function pddAds(): ReportFile {
  const rows = makePerformance(39);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }) => ({
    日期: dayOf(day),
    商品ID: `7000${product.sku.slice(3)}55`,
    '总花费(元)': yuan(cost),
    '实际成交花费(元)': yuan(cost),
    曝光量: String(shows),
    点击量: String(clicks),
    成交笔数: String(buyers),
    '交易额(元)': yuan(value),
  }));
  const total = {
    日期: '总计',
    商品ID: '-',
    '总花费(元)': yuan(sumOf(rows, 'cost') / 100),
    '实际成交花费(元)': '-',
    曝光量: String(sumOf(rows, 'shows')),
    点击量: String(sumOf(rows, 'clicks')),
    成交笔数: '-',
    '交易额(元)': '-',
  };
  return {
    file: { name: '商品推广_推广_2025-06-01_2025-06-14.csv', bytes: utf8Bom(`名称：推广\r\n${csvOf(HEADER, [...cells, total])}`) },
    template: 'ad-pdd',
    rows: rows.length,
    sums: { '总花费(元)': sumOf(rows, 'cost'), 曝光量: sumOf(rows, 'shows'), '交易额(元)': sumOf(rows, 'value') },
  };
}
