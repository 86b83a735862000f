import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Names as a public schema of 生意参谋's sheets has them. */
const HEADER = ['支付父定单', '支付买家数', '支付金额', '客单价', '人均支付件数', '支付件数', '统计日期'];

/** 生意参谋's 店铺宝: 支付父定单 as the platform spells it. */
export function sycmShopDiscounts(): ReportFile {
  const rows = makePerformance(52, 1);
  const cells = rows.map(({ day, buyers, value }) => ({
    统计日期: dayOf(day),
    支付父定单: String(buyers),
    人均支付件数: '1.00',
    支付件数: String(buyers),
    支付买家数: String(buyers),
    支付金额: yuanGrouped(value),
    客单价: yuanGrouped(Math.round(value / buyers)),
  }));
  return {
    file: sycmWorkbook('【营销】营销工具 店铺宝', '店铺宝', HEADER, cells),
    template: 'sycm-shop-discounts',
    rows: rows.length,
    sums: { 支付父定单: sumOf(rows, 'buyers'), 支付金额: sumOf(rows, 'value') },
  };
}
