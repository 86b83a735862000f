import { dayOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '推广计划', '推广单元', '产品线', '跟单SKU ID', '展现数', '点击数', '总费用', '总订单行', '总订单金额', '直接订单金额', '总购物车数', '下单新客数'];

/** A count that is none, and the row of the file it stands in. */
export const REFUSED_TEXT = '约5';
export const REFUSED_ROW = 7;

/**
 * 京准通's report: GBK. Only the name of the file says by which caliber and for how many days its orders were counted.
 *
 * @param counted in the name; absent in the file that has the refused cell
 */
export function jdJingzhuntong(counted = ''): ReportFile {
  // The same plans and days again, with other effects.
  const rows = makePerformance(38).map((row) => (counted === '' ? row : { ...row, buyers: row.buyers + 1, value: row.value + row.product.price }));
  const cells = rows.map(({ day, product, shows, clicks, cost, value, buyers }, i) => ({
    日期: dayOf(day).replaceAll('-', ''),
    推广计划: '京东快车',
    推广单元: product.title,
    产品线: '快车',
    '跟单SKU ID': `1000${product.sku.slice(3)}77`,
    展现数: String(shows),
    点击数: String(clicks),
    总费用: yuan(cost),
    总订单行: String(buyers),
    总订单金额: yuan(value),
    直接订单金额: '0.00',
    下单新客数: counted === '' && i === REFUSED_ROW - 2 ? REFUSED_TEXT : '1',
  }));
  return {
    file: { name: `跟单效果${counted}_20250615.csv`, bytes: gbk(csvOf(HEADER, cells)) },
    template: 'ad-jingzhuntong',
    rows: rows.length,
    sums: { 展现数: sumOf(rows, 'shows'), 点击数: sumOf(rows, 'clicks'), 总费用: sumOf(rows, 'cost'), 总订单金额: sumOf(rows, 'value') },
  };
}
