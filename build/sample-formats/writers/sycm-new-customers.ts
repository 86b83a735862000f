import * as XLSX from '@e965/xlsx';
import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

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
  const above = [['生意参谋平台'], ['【营销】营销工具 新客折扣'], ['统计时间：2025-06-01 ~ 2025-06-14'], ['数据更新时间：2025-06-15 08:00']];
  return {
    file: { name: '【生意参谋平台】新客折扣_2025-06-01_2025-06-14.xls', bytes: workbook(XLSX.utils.aoa_to_sheet([...above, ...table(HEADER, cells)]), '新客折扣', 'biff8') },
    template: 'sycm-new-customers',
    rows: rows.length,
    sums: { 商品新访客数: sumOf(rows, 'clicks'), 新客支付人数: sumOf(rows, 'buyers'), 新客支付金额: sumOf(rows, 'value') },
  };
}
