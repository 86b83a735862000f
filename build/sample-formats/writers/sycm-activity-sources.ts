import * as XLSX from '@e965/xlsx';
import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Names as a public schema of 生意参谋's sheets has them. */
const HEADER = ['流量来源', '预热访客数', '预热加购人数', '预热收藏人数', '访客数', '支付买家数', '支付金额', '支付转化率', '加购转化率', '收藏转化率', '活动id', '统计日期'];

/** 生意参谋's traffic of a campaign: one workbook, a sheet for PC and one for 无线, with the same columns and the same keys. */
export function sycmActivitySources(): readonly ReportFile[] {
  const sheets = [
    { name: 'PC端', rows: makePerformance(55, 1) },
    { name: '无线端', rows: makePerformance(56, 1) },
  ];
  const book = XLSX.utils.book_new();
  for (const { name, rows } of sheets) {
    const cells = rows.map(({ day, shows, clicks, buyers, value }) => ({
      流量来源: '我的淘宝',
      预热访客数: shows.toLocaleString('en-US'),
      预热加购人数: '-',
      预热收藏人数: '-',
      访客数: clicks.toLocaleString('en-US'),
      支付买家数: String(buyers),
      支付金额: yuanGrouped(value),
      支付转化率: '2.35%',
      加购转化率: '-',
      收藏转化率: '-',
      活动id: '19292517',
      统计日期: dayOf(day),
    }));
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table(HEADER, cells)), name);
  }
  const file = { name: '活动分析_引流_20250615.xlsx', bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer) };
  return sheets.map(({ rows }) => ({
    file,
    template: 'sycm-activity-sources',
    rows: rows.length,
    sums: { 预热访客数: sumOf(rows, 'shows'), 访客数: sumOf(rows, 'clicks'), 支付金额: sumOf(rows, 'value') },
  }));
}
