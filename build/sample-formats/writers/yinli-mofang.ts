import { dayOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '计划组', '计划', '主体类型', '主体名称', '商品id', '消耗', '展现量', '点击量', '点击率', '成交订单量', '成交订单金额', '投资回报率'];

/** 引力魔方's plans: a row for each product and day. */
export function yinliMofang(): ReportFile {
  const rows = makePerformance(58, 2);
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }) => ({
    日期: dayOf(day),
    计划组: '拉新',
    计划: '首页推荐',
    主体类型: '商品',
    主体名称: product.title,
    商品id: `6900000${product.sku.slice(3)}`,
    消耗: yuan(cost),
    展现量: String(shows),
    点击量: String(clicks),
    点击率: '4.20%',
    成交订单量: String(buyers),
    成交订单金额: yuan(value),
    投资回报率: (value / cost).toFixed(2),
  }));
  return {
    file: { name: '引力魔方_20250615.csv', bytes: gbk(csvOf(HEADER, cells)) },
    template: 'ad-yinli-mofang',
    rows: rows.length,
    sums: { 消耗: sumOf(rows, 'cost'), 展现量: sumOf(rows, 'shows'), 成交订单金额: sumOf(rows, 'value') },
  };
}
