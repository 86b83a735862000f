import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Names as a public schema of 生意参谋's sheets has them. */
const HEADER = ['支付件数', '支付买家数', '支付金额', '客单价', '统计日期'];

/** 生意参谋's 单品宝: a row a day, thousands commas. */
export function sycmItemDiscounts(): ReportFile {
  const rows = makePerformance(51, 1);
  const cells = rows.map(({ day, buyers, value }) => ({
    统计日期: dayOf(day),
    支付件数: String(buyers),
    支付买家数: String(buyers),
    支付金额: yuanGrouped(value),
    客单价: yuanGrouped(Math.round(value / buyers)),
  }));
  return {
    file: sycmWorkbook('【营销】营销工具 单品宝', '单品宝', HEADER, cells),
    template: 'sycm-item-discounts',
    rows: rows.length,
    sums: { 支付件数: sumOf(rows, 'buyers'), 支付金额: sumOf(rows, 'value') },
  };
}
