import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Names as a public schema of 生意参谋's sheets has them. */
const HEADER = ['统计日期', '商品名称', '充值总金额', '商品访客数', '充值买家数', '充值本金金额', '充值转化率', '人均充值金额'];

/** 生意参谋's 购物金: what buyers paid in, with the part that the shop gave on top. */
export function sycmShoppingCredit(): ReportFile {
  const rows = makePerformance(54, 2);
  const cells = rows.map(({ day, product, clicks, buyers, value }) => ({
    统计日期: dayOf(day),
    商品名称: product.title,
    充值总金额: yuanGrouped(value + 500),
    商品访客数: clicks.toLocaleString('en-US'),
    充值买家数: String(buyers),
    充值本金金额: yuanGrouped(value),
    充值转化率: '1.20%',
    人均充值金额: '-',
  }));
  return {
    file: sycmWorkbook('【营销】营销工具 购物金', '购物金', HEADER, cells),
    template: 'sycm-shopping-credit',
    rows: rows.length,
    sums: { 充值本金金额: sumOf(rows, 'value'), 充值总金额: sumOf(rows, 'value') + rows.length * 50_000 },
  };
}
