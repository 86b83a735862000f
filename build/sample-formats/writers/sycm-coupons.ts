import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Names and order as a public schema of 生意参谋's sheets has them. */
const HEADER = ['领取张数', '使用张数', '支付金额', '支付买家数', '支付件数', '客单价', '统计日期'];

/** 生意参谋's coupons of the shop or of single goods, with the same columns: a real .xls, four rows above the header, thousands commas, a row a day. */
export function sycmCoupons(kind: '店铺券' | '商品券'): ReportFile {
  const rows = makePerformance(kind === '店铺券' ? 47 : 46, 1);
  const cells = rows.map(({ day, clicks, buyers, value }) => ({
    领取张数: (clicks * 5).toLocaleString('en-US'),
    使用张数: String(buyers),
    支付金额: yuanGrouped(value),
    支付买家数: String(buyers),
    支付件数: String(buyers),
    客单价: yuanGrouped(Math.round(value / buyers)),
    统计日期: dayOf(day),
  }));
  return {
    file: sycmWorkbook(`【营销】营销工具 ${kind}`, kind, HEADER, cells),
    template: 'sycm-coupons',
    rows: rows.length,
    sums: { 领取张数: sumOf(rows, 'clicks') * 5, 使用张数: sumOf(rows, 'buyers'), 支付金额: sumOf(rows, 'value') },
  };
}
