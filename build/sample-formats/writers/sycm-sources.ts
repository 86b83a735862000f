import * as XLSX from '@e965/xlsx';
import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '流量来源', '来源明细', '访客数', '下单买家数', '支付买家数', '支付金额', '支付转化率'];

/** 生意参谋's sources: a real .xls; visitors rounded to 万 as a screen shows them, `--` for nothing. */
export function sycmSources(): ReportFile {
  const rows = makePerformance(32, 2);
  const visitors = rows.map((_, i) => (i % 2 === 0 ? 1000 + i : 12_000 + i * 100));
  const cells = rows.map(({ day, product, buyers, value }, i) => ({
    日期: dayOf(day),
    流量来源: '手淘搜索',
    来源明细: product.title,
    访客数: (visitors[i] as number) >= 10_000 ? `${(visitors[i] as number) / 10_000}万` : String(visitors[i]),
    下单买家数: '--',
    支付买家数: String(buyers),
    支付金额: yuanGrouped(value),
    支付转化率: '2.35%',
  }));
  const above = [['生意参谋平台'], ['【流量】店铺来源'], ['统计时间：2025-06-01 ~ 2025-06-14'], ['']];
  return {
    file: { name: '【生意参谋平台】来源_2025-06-01_2025-06-14.xls', bytes: workbook(XLSX.utils.aoa_to_sheet([...above, ...table(HEADER, cells)]), '来源', 'biff8') },
    template: 'sycm-sources',
    rows: rows.length,
    sums: { 访客数: visitors.reduce((sum, n) => sum + n, 0), 支付买家数: sumOf(rows, 'buyers'), 支付金额: sumOf(rows, 'value') },
  };
}
