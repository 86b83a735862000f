import * as XLSX from '@e965/xlsx';
import { dayOf } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import { makePerformance, sumOf } from '../reports.ts';

/** The columns as they are called once the three levels are one. */
export const SUMMARY_COLUMNS = ['日期', '销售 / 线上 / 金额', '销售 / 线上 / 笔数', '推广 / 站内 / 花费', '推广 / 站内 / 点击'];

export interface SummaryFile {
  readonly file: WrittenFile;
  readonly rows: number;
  readonly subtotals: number;
  /** Of the columns after the day, money in ten-thousandths. */
  readonly sums: readonly number[];
}

/** A sheet that somebody made by hand: a header of three merged levels, a subtotal after every few days, a total at the end. */
export function mergedSummary(): SummaryFile {
  const days = makePerformance(51, 1);
  const sumRow = (label: string, rows: typeof days) => [label, sumOf(rows, 'value') / 10_000, sumOf(rows, 'buyers'), sumOf(rows, 'cost') / 10_000, sumOf(rows, 'clicks')];
  const weeks = [days.slice(0, 6), days.slice(6)];
  const body = weeks.flatMap((week) => [...week.map((row) => [dayOf(row.day), row.value / 100, row.buyers, row.cost / 100, row.clicks]), sumRow('小计', week)]);
  const sheet = XLSX.utils.aoa_to_sheet([['日期', '销售', '', '推广', ''], ['', '线上', '', '站内', ''], ['', '金额', '笔数', '花费', '点击'], ...body, sumRow('合计', days)]);
  const merge = (r: number, c: number, down: number, right: number) => ({ s: { r, c }, e: { r: r + down, c: c + right } });
  sheet['!merges'] = [merge(0, 0, 2, 0), merge(0, 1, 0, 1), merge(0, 3, 0, 1), merge(1, 1, 0, 1), merge(1, 3, 0, 1)];
  return {
    file: { name: '工作簿1.xlsx', bytes: workbook(sheet, 'Sheet1', 'xlsx') },
    rows: days.length,
    subtotals: weeks.length,
    sums: [sumOf(days, 'value'), sumOf(days, 'buyers'), sumOf(days, 'cost'), sumOf(days, 'clicks')],
  };
}
