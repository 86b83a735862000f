import * as XLSX from '@e965/xlsx';
import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Names and order as a public schema of 生意参谋's sheets has them. */
const HEADER = ['领取张数', '使用张数', '支付金额', '支付买家数', '支付件数', '客单价', '统计日期'];

/** 生意参谋's coupons of the shop: a real .xls, four rows above the header, thousands commas, a row a day. */
export function sycmCoupons(): ReportFile {
  const rows = makePerformance(47, 1);
  const cells = rows.map(({ day, clicks, buyers, value }) => ({
    领取张数: (clicks * 5).toLocaleString('en-US'),
    使用张数: String(buyers),
    支付金额: yuanGrouped(value),
    支付买家数: String(buyers),
    支付件数: String(buyers),
    客单价: yuanGrouped(Math.round(value / buyers)),
    统计日期: dayOf(day),
  }));
  const above = [['生意参谋平台'], ['【营销】营销工具 店铺券'], ['统计时间：2025-06-01 ~ 2025-06-14'], ['数据更新时间：2025-06-15 08:00']];
  return {
    file: { name: '【生意参谋平台】店铺券_2025-06-01_2025-06-14.xls', bytes: workbook(XLSX.utils.aoa_to_sheet([...above, ...table(HEADER, cells)]), '店铺券', 'biff8') },
    template: 'sycm-coupons',
    rows: rows.length,
    sums: { 领取张数: sumOf(rows, 'clicks') * 5, 使用张数: sumOf(rows, 'buyers'), 支付金额: sumOf(rows, 'value') },
  };
}
