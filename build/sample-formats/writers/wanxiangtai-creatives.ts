import { dayOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '效果模型', '统计口径', '转化周期', '创意id', '商品id', '计划id', '计划名称', '消耗', '曝光量', '点击量', '总成交笔数', '总成交金额', 'roi'];

/** 万相台's creatives: 消耗 and 曝光量 where plans say 花费 and 展现量. */
export function wanxiangtaiCreatives(): ReportFile {
  const rows = makePerformance(57, 2);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }) => ({
    日期: dayOf(day),
    效果模型: '点击效果',
    统计口径: '全店',
    转化周期: '15天',
    创意id: `8100${product.sku.slice(3)}`,
    商品id: `6900000${product.sku.slice(3)}`,
    计划id: '30011',
    计划名称: '货品加速',
    消耗: yuan(cost),
    曝光量: String(shows),
    点击量: String(clicks),
    总成交笔数: String(buyers),
    总成交金额: yuan(value),
    roi: (value / cost).toFixed(2),
  }));
  return {
    file: { name: '创意报表_20250615_101800.csv', bytes: gbk(csvOf(HEADER, cells)) },
    template: 'ad-wanxiangtai-creatives',
    rows: rows.length,
    sums: { 消耗: sumOf(rows, 'cost'), 曝光量: sumOf(rows, 'shows'), 总成交金额: sumOf(rows, 'value') },
  };
}
