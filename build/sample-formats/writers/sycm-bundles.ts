import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Names as a public schema of 生意参谋's sheets has them. */
const HEADER = ['日期', '支付件数', '支付买家数', '支付金额', '支付子订单数', '支付父订单数', '客单价', '连带率'];

/** 生意参谋's 搭配宝: goods bought together. */
export function sycmBundles(): ReportFile {
  const rows = makePerformance(53, 1);
  const cells = rows.map(({ day, buyers, value }) => ({
    日期: dayOf(day),
    支付件数: String(buyers * 2),
    支付子订单数: String(buyers * 2),
    支付父订单数: String(buyers),
    连带率: '2.00',
    支付买家数: String(buyers),
    支付金额: yuanGrouped(value),
    客单价: yuanGrouped(Math.round(value / buyers)),
  }));
  return {
    file: sycmWorkbook('【营销】营销工具 搭配宝', '搭配宝', HEADER, cells),
    template: 'sycm-bundles',
    rows: rows.length,
    sums: { 支付子订单数: sumOf(rows, 'buyers') * 2, 支付金额: sumOf(rows, 'value') },
  };
}
