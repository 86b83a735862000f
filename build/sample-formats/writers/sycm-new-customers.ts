import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Names and order as a public schema of 生意参谋's sheets has them. */
const HEADER = ['统计日期', '商品名称', '商品id', '新客拉新费率', '商品新访客数', '新客支付人数', '新客支付人数占比', '新客支付金额', '新客支付金额占比'];

/** 生意参谋's discounts for new customers: a real .xls, four rows above the header, thousands commas, a product a day. */
export function sycmNewCustomers(): ReportFile {
  const rows = makePerformance(48, 3);
  const cells = rows.map(({ day, product, clicks, buyers, value }) => ({
    统计日期: dayOf(day),
    商品名称: product.title,
    商品id: `6900000${product.sku.slice(3)}`,
    新客拉新费率: '3.00%',
    商品新访客数: clicks.toLocaleString('en-US'),
    新客支付人数: String(buyers),
    新客支付人数占比: '41.67%',
    新客支付金额: yuanGrouped(value),
    新客支付金额占比: '-',
  }));
  return {
    file: sycmWorkbook('【营销】营销工具 新客折扣', '新客折扣', HEADER, cells),
    template: 'sycm-new-customers',
    rows: rows.length,
    sums: { 商品新访客数: sumOf(rows, 'clicks'), 新客支付人数: sumOf(rows, 'buyers'), 新客支付金额: sumOf(rows, 'value') },
  };
}
